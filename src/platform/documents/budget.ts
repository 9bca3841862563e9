import type { BasisPoints, Cents } from "./letterhead.ts";

export interface PrintedBudgetLine {
  readonly label: string;
  /** As the quotes ask. */
  readonly requested: Cents;
  /** What of it is eligible. */
  readonly accepted: Cents;
  /** Why not all is eligible. */
  readonly why?: string;
}

/** Who pays what, from what the quotes ask to what really remains to pay. */
export interface PrintedPlan {
  readonly presented: Cents;
  readonly eligible: Cents;
  /** How that is called where a selection settled it. */
  readonly eligibleAs?: string;
  readonly aid: Cents;
  readonly other: Cents;
  /** Who else pays, by name. */
  readonly beside?: readonly { readonly label: string; readonly cents: Cents }[];
  readonly own: Cents;
  /** The aid over the eligible cost. */
  readonly rate: BasisPoints;
}

/** One who pays, and its share of the whole: the shares of a plan add up to all of it. */
export interface PrintedSource {
  readonly label: string;
  readonly cents: Cents;
  readonly share: BasisPoints;
}
