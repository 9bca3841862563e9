import type { Assessment } from "#policy/index.ts";
import type { FundingPlan } from "#src/life/index.ts";
import {
  fundingPlan,
  type History,
  type Instruction,
  type PlanLine,
  planLines,
  type ReviewFile,
  schemeOf,
} from "#src/reviews/index.ts";

/**
 * What a vote rests on, kept with it for ever: the letters and the agreement print these amounts and compute none, so
 * that none can differ from what was voted.
 */
export interface Basis {
  /** What the structures already had, as it was counted. */
  readonly history: History;
  readonly lines: readonly PlanLine[];
  /** Eligible costs of each structure, by position. */
  readonly structures: readonly number[];
  /** The plan with the highest aid that the rules allow. */
  readonly plan: FundingPlan;
  /** All that the rules said, on what was accepted and on that history. */
  readonly assessment: Assessment;
}

export function basisOf(file: ReviewFile, instruction: Instruction): Basis {
  const { accepted, ceiling } = instruction;
  return {
    history: file.history,
    lines: planLines(schemeOf(file.application), file.answers, file.costs, instruction),
    structures: accepted.funding.parties.map((share) => share.eligibleCosts ?? 0),
    plan: fundingPlan(instruction, ceiling ?? 0),
    assessment: accepted,
  };
}
