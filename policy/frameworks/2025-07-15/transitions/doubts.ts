import type { Case } from "../../../engine/rules/criterion.ts";
import type { Doubt } from "../../../engine/rules/doubt.ts";
import type { Condition } from "../../../engine/rules/expression.ts";
import { lineDoubts } from "./doubts-of-lines.ts";
import { projectDoubts } from "./doubts-of-projects.ts";
import type { TransitionTerms } from "./terms.ts";

const rank = ({ id }: Doubt<TransitionTerms>) => Number(/\d+/.exec(id)?.[0]);

/** Where the text of 2.c can be read in two ways. Order of the register. */
export const doubts: readonly Doubt<TransitionTerms>[] = [...projectDoubts, ...lineDoubts].toSorted(
  (a, b) => rank(a) - rank(b),
);

/** Every other reading of a rule, by the doubts that lead to it. */
export function readingsOf(rule: string): Readonly<Record<string, Condition>> {
  const found: Record<string, Condition> = {};
  for (const { id, reads } of doubts) if (reads?.[rule] !== undefined) found[id] = reads[rule];
  return found;
}

/** The figures and bounds that those other readings compare. */
export function figuresOf(rule: string): Readonly<Record<string, readonly Case[]>> {
  const found: Record<string, readonly Case[]> = {};
  for (const { id, figures } of doubts) if (figures?.[rule] !== undefined) found[id] = figures[rule];
  return found;
}
