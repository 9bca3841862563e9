import type { Eligibility } from "./eligibility.ts";
import type { Values } from "./field.ts";
import type { Money } from "./money.ts";
import type { Code } from "./truth.ts";

/** What a portfolio needs of a file: the answers and amounts that `evaluate` gives, without the words. */
export interface Verdict {
  readonly eligibility: Eligibility;
  /** The worst answer of each criterion over its items, in the order of the scheme's criteria. */
  readonly codes: readonly Code[];
  readonly eligibleCosts: Money | null;
  readonly region: Money | null;
  readonly total: Money | null;
  readonly ownContribution: Money | null;
}

export type Portfolio = (facts: Values) => Verdict;
