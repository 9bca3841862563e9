import type { Funding } from "./assessment.ts";

/** Why a request that meets every condition has no aid to receive. */
export type NothingToFund = "days-spent" | "aid-spent" | "paid-by-others" | "no-eligible-cost";

/** The cause of an aid of 0 €; null where there is an aid, or where it is not known. */
export function nothingToFund(funding: Funding): NothingToFund | null {
  const { region, structures, eligibleCosts, otherPublicFunding } = funding;
  if (region !== 0 || structures.length === 0) return null;
  if (structures.every(({ daysAllowed }) => daysAllowed === 0)) return "days-spent";
  if (eligibleCosts === null || eligibleCosts === 0) return "no-eligible-cost";
  return (otherPublicFunding ?? 0) >= eligibleCosts ? "paid-by-others" : "aid-spent";
}
