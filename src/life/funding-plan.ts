import { type Funding, paidBeside } from "#policy/index.ts";

/** Who pays what of a request, the same on every page, in the letters, the report and the agreement. Cents. */
export interface FundingPlan {
  /** What the quotes ask: the beneficiary pays it whatever of it is accepted. */
  readonly presented: number;
  /** What of it counts for the aid, once cut by the officer and capped by the rules. */
  readonly eligible: number;
  /** How that is called where a selection settled it: « Total retenu (FSE+) ». */
  readonly eligibleAs?: string;
  readonly aid: number;
  /** Other public money declared for the same costs. */
  readonly other: number;
  /** What else pays beside the aid, by name: another funder of the scheme, private money, gifts in kind. Absent for none. */
  readonly beside?: readonly PaidBeside[];
  /** What really remains to pay. */
  readonly own: number;
  /** The aid over the eligible cost, in basis points. */
  readonly rate: number;
}

export interface PaidBeside {
  readonly label: string;
  readonly cents: number;
}

/** What pays beside the aid and the other public money, as the rules reckoned it: nothing is said of who pays nothing. */
export function besideOf({ sources }: Pick<Funding, "sources">): Pick<FundingPlan, "beside"> {
  const beside = paidBeside(sources)
    .filter(({ kind }) => kind !== "public")
    .map(({ label, amount }) => ({ label, cents: amount }));
  return beside.length === 0 ? {} : { beside };
}

/** The plan of an aid: what remains to pay and the rate follow from the rest. */
export function planOf(
  costs: Pick<FundingPlan, "presented" | "eligible" | "eligibleAs" | "other" | "beside">,
  aid: number,
): FundingPlan {
  const { presented, eligible, eligibleAs, other, beside } = costs;
  const paid = aid + other + (beside ?? []).reduce((sum, { cents }) => sum + cents, 0);
  return {
    presented,
    eligible,
    ...(eligibleAs === undefined ? {} : { eligibleAs }),
    aid,
    other,
    ...(beside === undefined ? {} : { beside }),
    own: Math.max(0, presented - paid),
    rate: rateOf(aid, eligible),
  };
}

/**
 * The same on what a selection retained alone, which its funders share out: null where none settled it, or where what
 * pays beside the aid passes it.
 */
export function retainedPlan(plan: FundingPlan): FundingPlan | null {
  const own = plan.own - (plan.presented - plan.eligible);
  return plan.eligibleAs === undefined || own < 0 ? null : { ...plan, presented: plan.eligible, own };
}

/** In basis points, rounded up: a rate that was cut would never reach the amount voted, which stays the ceiling. */
function rateOf(aid: number, eligible: number): number {
  return eligible === 0 ? 0 : Math.ceil((aid * 10_000) / eligible);
}
