import type { Funding } from "./grants/assessment.ts";

/** Why a request that meets every condition has no aid to receive. */
export type NothingToFund = "days-spent" | "aid-spent" | "paid-by-others" | "no-eligible-cost";

/** The cause of an aid of 0 €; null where there is an aid, or where it is not known. */
export function nothingToFund(funding: Funding): NothingToFund | null {
  const { aid, parties, eligibleCosts, realCost, otherPublicFunding } = funding;
  if (aid !== 0 || parties.length === 0) return null;
  if (parties.every(({ measures }) => measures.days?.allowed === 0)) return "days-spent";
  if (eligibleCosts === null || eligibleCosts === 0) return "no-eligible-cost";
  // Others pay all only where they pay what is really spent: what exceeds the ceilings is a cost too.
  return realCost !== null && (otherPublicFunding ?? 0) >= realCost ? "paid-by-others" : "aid-spent";
}
