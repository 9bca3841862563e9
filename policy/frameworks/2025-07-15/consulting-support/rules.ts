import type { ClosedDoubts, Criterion } from "../../../engine/criterion.ts";
import type { Doubt } from "../../../engine/doubt.ts";
import { criteria } from "./criteria.ts";
import { doubts } from "./doubts.ts";
import { type FundingRules, fundingRules, otherReadings } from "./funding.ts";

/** Everything that decides an answer or an amount, as data. */
export interface Rules {
  readonly criteria: readonly Criterion[];
  readonly doubts: readonly Doubt[];
  readonly funding: FundingRules;
}

export const rules: Rules = { criteria, doubts, funding: fundingRules };

/** The figures of the text in the readings that persons have chosen. */
export function figuresInForce(funding: FundingRules, closed: ClosedDoubts): FundingRules {
  let inForce = funding;
  for (const doubt in closed) {
    if (closed[doubt] === "alternative" && movesAmount(doubt)) inForce = { ...inForce, ...otherReadings[doubt] };
  }
  return inForce;
}

/** Whether a doubt has another reading that changes the computation of the amount itself. */
export function movesAmount(doubt: string): doubt is keyof typeof otherReadings {
  return Object.hasOwn(otherReadings, doubt);
}
