import type { ClosedDoubts, CriterionResult } from "./criterion.ts";
import type { Day } from "./day.ts";
import type { OpenDoubt } from "./doubt.ts";
import type { Money } from "./money.ts";

export type Eligibility = "eligible" | "not-eligible" | "incomplete" | "to-assess";

/** One line of the computation, to be read aloud. */
export interface Step {
  /** Id of the provision applied (`CS-7`). */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly provision: string;
  readonly structure?: number;
}

/** A cost asked for, and what of it is funded. Amounts in cents. */
export interface CostResult {
  readonly index: number;
  readonly structure: number;
  readonly phase: number;
  readonly status: "eligible" | "not-eligible" | "to-assess";
  /** What it costs as given; the costs of a structure add up to its real cost, to the cent. */
  readonly cost: Money | null;
  readonly eligible: Money | null;
  readonly daysAsked: number | null;
  readonly daysKept: number | null;
  readonly reason: string;
  readonly provision: string;
}

/** Amounts in cents; null where nothing can be said. Days carry halves. */
export interface Funding {
  readonly realCost: Money | null;
  readonly eligibleCosts: Money | null;
  readonly region: Money | null;
  readonly esf: Money | null;
  readonly total: Money | null;
  readonly otherPublicFunding: Money | null;
  readonly ownContribution: Money | null;
  /** True where an unknown that could lower the aid was counted as nothing. */
  readonly hasUnknown: boolean;
  /** True where eligibility is not established, or where an unknown that could lower the aid was counted as nothing. */
  readonly isEstimate: boolean;
  readonly structures: readonly StructureShare[];
  readonly steps: readonly Step[];
}

export interface StructureShare {
  readonly days: number | null;
  readonly daysAsked: number | null;
  readonly daysRefused: number | null;
  /** Days that could still be funded for this structure before this request. */
  readonly daysAllowed: number;
  readonly realCost: Money | null;
  readonly eligibleCosts: Money | null;
  readonly region: Money | null;
}

/** Something a person must judge: from the grid, from a criterion to assess, or from an open doubt. */
export interface PointToJudge {
  readonly id: string;
  readonly provision: string;
  readonly question: string;
  readonly structure?: number;
}

/** All that the rules say of a file on a day. */
export interface Assessment {
  readonly scheme: string;
  readonly framework: string;
  readonly today: Day;
  readonly eligibility: Eligibility;
  readonly criteria: readonly CriterionResult[];
  /** JSON Pointers of the facts that are missing, each once. */
  readonly missing: readonly string[];
  /** The criteria that a person must judge. */
  readonly toAssess: readonly CriterionResult[];
  readonly costs: readonly CostResult[];
  readonly funding: Funding;
  readonly doubts: readonly OpenDoubt[];
  readonly pointsToJudge: readonly PointToJudge[];
}

export interface Context {
  /** The day of filing: "today" for the rules. */
  readonly today: Day;
  readonly closedDoubts?: ClosedDoubts;
}

/** Not met > unknown > to assess > met, over all the criteria. */
export function eligibilityOf(criteria: readonly { readonly status: CriterionResult["status"] }[]): Eligibility {
  const has = (status: CriterionResult["status"]) => criteria.some((criterion) => criterion.status === status);
  if (has("not-met")) return "not-eligible";
  if (has("unknown")) return "incomplete";
  return has("to-assess") ? "to-assess" : "eligible";
}
