import type { Cents } from "./letterhead.ts";

export interface PrintedBudgetLine {
  readonly label: string;
  readonly requested: Cents;
  readonly accepted: Cents;
  /** Why less was accepted than asked. */
  readonly why?: string;
}
