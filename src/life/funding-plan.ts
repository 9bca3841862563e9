/** Who pays what of a request, the same on every page, in the letters, the report and the agreement. Cents. */
export interface FundingPlan {
  /** What the quotes ask: the beneficiary pays it whatever of it is accepted. */
  readonly presented: number;
  /** What of it counts for the aid, once cut by the officer and capped by the rules. */
  readonly eligible: number;
  readonly aid: number;
  readonly other: number;
  /** What really remains to pay. */
  readonly own: number;
  /** The aid over the eligible cost, in basis points. */
  readonly rate: number;
}

/** The plan of an aid: what remains to pay and the rate follow from the rest. */
export function planOf(costs: Pick<FundingPlan, "presented" | "eligible" | "other">, aid: number): FundingPlan {
  const { presented, eligible, other } = costs;
  return { presented, eligible, aid, other, own: Math.max(0, presented - aid - other), rate: rateOf(aid, eligible) };
}

/** In basis points, rounded up: a rate that was cut would never reach the amount voted, which stays the ceiling. */
function rateOf(aid: number, eligible: number): number {
  return eligible === 0 ? 0 : Math.ceil((aid * 10_000) / eligible);
}
