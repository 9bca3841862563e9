import type { CriterionResult } from "../rules/criterion.ts";
import type { OpenDoubt } from "../rules/doubt.ts";
import type { Eligibility } from "../rules/eligibility.ts";
import type { Day } from "../values/day.ts";
import type { LineResult } from "./costs.ts";
import type { Ceiling, ComputationStep, Figures, PartyFunding, SourceShare } from "./figures.ts";

/** Money of a file: the scheme's figures, and their words. Amounts in cents; null where nothing can be said. */
export interface Funding extends Figures {
  /** True where eligibility is not established, or where an unknown that could lower the aid was counted as nothing. */
  readonly isEstimate: boolean;
  readonly sources: readonly SourceShare[];
  readonly parties: readonly PartyFunding[];
  readonly steps: readonly ComputationStep[];
  /** The bounds of the aid at work. Absent from files judged before they were told. */
  readonly ceilings?: readonly Ceiling[];
}

/** Something a person must judge: from the grid, from a criterion to assess, or from an open doubt. */
export interface PointToJudge {
  readonly id: string;
  readonly provision: string;
  readonly question: string;
  readonly party?: number;
}

/** All that the rules say of a file on a day. Kept as JSON with revisions and votes: `shape` tells how to read it. */
export interface Assessment {
  readonly shape: 1;
  readonly scheme: string;
  readonly framework: string;
  readonly today: Day;
  readonly eligibility: Eligibility;
  readonly criteria: readonly CriterionResult[];
  /** JSON Pointers of the facts that are missing, each once. */
  readonly missing: readonly string[];
  /** Names of the terms that only a call can give, and that no call gave. */
  readonly missingTerms: readonly string[];
  /** The criteria that a person must judge. */
  readonly toAssess: readonly CriterionResult[];
  readonly costs: readonly LineResult[];
  readonly funding: Funding;
  readonly doubts: readonly OpenDoubt[];
  readonly pointsToJudge: readonly PointToJudge[];
}
