import type { ClosedDoubts } from "../../../engine/criterion.ts";
import { type FundingRules, fundingRules, otherReadings } from "./funding.ts";

/** The figures of the text in the readings that persons have chosen. */
export function rulesInForce(closed: ClosedDoubts): FundingRules {
  let rules = fundingRules;
  for (const [doubt, reading] of Object.entries(otherReadings)) {
    if (closed[doubt] === "alternative") rules = { ...rules, ...reading };
  }
  return rules;
}
