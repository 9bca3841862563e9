import type { ClosedDoubts, Criterion } from "../../../engine/criterion.ts";
import type { Doubt } from "../../../engine/doubt.ts";
import { criteria } from "./criteria.ts";
import { doubts } from "./doubts.ts";
import { type FundingRules, fundingRules } from "./funding.ts";

/** Everything that decides an answer or an amount, as data. */
export interface Rules {
  readonly criteria: readonly Criterion[];
  readonly doubts: readonly Doubt[];
  readonly funding: FundingRules;
}

export const rules: Rules = { criteria, doubts, funding: fundingRules };

/** The figures of the text in the readings that persons have chosen. */
export function figuresInForce(
  { doubts, funding }: Pick<Rules, "doubts" | "funding">,
  closed: ClosedDoubts,
): FundingRules {
  let inForce = funding;
  for (const { id, moves } of doubts) {
    if (moves !== undefined && closed[id] === "alternative") inForce = { ...inForce, ...moves };
  }
  return inForce;
}
