import type { Assessment } from "#policy/index.ts";
import type { FundingPlan } from "#src/life/index.ts";
import {
  type BelowLine,
  belowLines,
  fundingPlan,
  type History,
  type Instruction,
  type PlanLine,
  planLines,
  type ReviewedApplication,
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
  /** What counts under them: with the lines it adds up to the eligible costs. Absent from votes of before. */
  readonly below?: readonly BelowLine[];
  /** Eligible costs of each structure, by position. */
  readonly structures: readonly number[];
  /** The plan with the highest aid that the rules allow. */
  readonly plan: FundingPlan;
  /** All that the rules said, on what was accepted and on that history. */
  readonly assessment: Assessment;
}

export function basisOf(file: ReviewedApplication, instruction: Instruction): Basis {
  const { accepted, ceiling } = instruction;
  const lines = planLines(schemeOf(file.application), file.answers, file.costs, instruction);
  return {
    history: file.history,
    lines,
    below: belowLines(file.application, lines, instruction),
    structures: accepted.funding.parties.map((share) => share.eligibleCosts ?? 0),
    plan: fundingPlan(file.application, instruction, ceiling ?? 0),
    assessment: accepted,
  };
}
