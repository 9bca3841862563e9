import type { ClosedDoubts } from "../../../engine/criterion.ts";
import { type FundingRules, fundingRules, otherReadings } from "./funding.ts";

/** The figures of the text in the readings that persons have chosen. */
export function rulesInForce(closed: ClosedDoubts): FundingRules {
  let rules = fundingRules;
  for (const doubt in closed) {
    if (closed[doubt] === "alternative" && isOther(doubt)) rules = { ...rules, ...otherReadings[doubt] };
  }
  return rules;
}

/** Whether a doubt has another reading that moves an amount. */
export function isOther(doubt: string): doubt is keyof typeof otherReadings {
  return Object.hasOwn(otherReadings, doubt);
}
