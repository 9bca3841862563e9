import type { Assessment, CriterionResult, Money } from "#policy/index.ts";
import { possibleAid } from "#src/life/index.ts";

/** What new answers change to what the rules said of the last version filed. */
export interface Consequences {
  /** Conditions that were not failed before and are now. */
  readonly lost: readonly CriterionResult[];
  readonly before: Money | null;
  readonly after: Money | null;
}

/** Null where nothing changes: neither a condition lost, nor the aid. */
export function consequencesOf(before: Assessment, after: Assessment): Consequences | null {
  const failed = new Set(before.criteria.filter((one) => one.status === "not-met").map(nameOf));
  const lost = after.criteria.filter((one) => one.status === "not-met" && !failed.has(nameOf(one)));
  const aid = { before: possibleAid({ assessment: before }), after: possibleAid({ assessment: after }) };
  return lost.length === 0 && aid.before === aid.after ? null : { lost, ...aid };
}

/** Worse than what was filed: sent only by who says to have read it. */
export function isWorse(consequences: Consequences | null): boolean {
  if (consequences === null) return false;
  return consequences.lost.length > 0 || (consequences.after ?? 0) < (consequences.before ?? 0);
}

function nameOf(criterion: CriterionResult): string {
  return `${criterion.id} ${criterion.party ?? 0}`;
}
