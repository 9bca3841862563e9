import { all, any, equals, every, ifKnown, is, lessThan, moreThan, some, today } from "../../../engine/expression.ts";
import { f, type PhaseFacts } from "./facts.ts";

/** What rules, doubts, questions and papers ask in the same way. */

const s = f.structures.item;
type Phase = typeof s.phases.item;

/** A phase of no day is no phase; one whose days are not told yet is one. */
export function isAsked(phase: Pick<Phase, "days">) {
  return ifKnown(moreThan(phase.days, 0));
}

/** CS-1: a phase of this kind is asked for the structure. */
export function asks({ phases }: Pick<typeof s, "phases">, kind: NonNullable<PhaseFacts["phase"]>) {
  return some(phases, (phase) => all(is(phase.phase, kind), isAsked(phase)));
}

/** CS-1, D-11: support is asked without the diagnosis that it supposes. */
export const asksSupportAlone = all(
  some(s.phases, isAsked),
  every(s.phases, (phase) => any(is(phase.phase, "accompagnement"), equals(phase.days, 0))),
);

/** D-25: the work began before the day of filing, as it is declared or as the dates of a phase tell. */
export const hasBegun = any(
  f.workStarted,
  some(f.structures, (one) => some(one.phases, (phase) => lessThan(phase.startsOn, today))),
);
