import {
  type Appeals,
  type Cents,
  type IsoDay,
  type Letterhead,
  type PrintedPlan,
  type Signatory,
  template,
} from "#src/platform/documents/index.ts";
import type { PrintedDeliberation } from "./decision.ts";

/** A line of the budget of which not all is eligible, with the reason. */
export interface PrintedReduction {
  readonly what: string;
  readonly why: string;
  readonly presented: Cents;
  readonly kept: Cents;
}

/** One supported organisation of a collective request, each within its own ceilings. */
export interface PrintedShare {
  readonly name: string;
  /** What is eligible of what the scheme counts beside the aid, where it counts something. */
  readonly quantity?: number;
  readonly cents: Cents;
}

/** Tells that the grant is voted, how much, on what base, and that an agreement follows. */
export interface AwardLetter {
  readonly letterhead: Letterhead;
  readonly scheme: string;
  readonly projectTitle: string;
  readonly beneficiary: string;
  readonly deliberation: PrintedDeliberation;
  /** The day of the letter that this one replaces, where the vote is told anew. */
  readonly replaces?: IsoDay;
  readonly plan: PrintedPlan;
  /** How the plan calls the funder's aid: « Aide de la Région ». Absent from letters of before. */
  readonly aidLabel?: string;
  /** Where less was voted than the rules allow: what they allow, and why. */
  readonly less?: { readonly computed: Cents; readonly why: string };
  readonly reductions: readonly PrintedReduction[];
  readonly shares: readonly PrintedShare[];
  /** Head of the quantities of the shares. */
  readonly counted?: string;
  readonly conditions: readonly string[];
  readonly nextSteps: readonly string[];
  readonly appeals: Appeals;
  readonly signatory: Signatory;
}

export const awardLetter = template<AwardLetter>("awards/letters/award-letter.typ");
