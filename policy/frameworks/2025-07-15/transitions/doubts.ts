import type { Case } from "../../../engine/criterion.ts";
import type { Doubt } from "../../../engine/doubt.ts";
import type { Condition } from "../../../engine/expression.ts";
import type { TransitionTerms } from "./terms.ts";

export const doubts: readonly Doubt<TransitionTerms>[] = [];

export function readingsOf(criterion: string): Readonly<Record<string, Condition>> {
  const found: Record<string, Condition> = {};
  for (const { id, reads } of doubts) if (reads?.[criterion] !== undefined) found[id] = reads[criterion];
  return found;
}

export function figuresOf(criterion: string): Readonly<Record<string, readonly Case[]>> {
  const found: Record<string, readonly Case[]> = {};
  for (const { id, figures } of doubts) if (figures?.[criterion] !== undefined) found[id] = figures[criterion];
  return found;
}
