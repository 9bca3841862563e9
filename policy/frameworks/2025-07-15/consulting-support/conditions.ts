import {
  all,
  any,
  choose,
  count,
  equals,
  every,
  ifKnown,
  is,
  known,
  lessThan,
  moreThan,
  oneOf,
  some,
  today,
} from "../../../engine/rules/expression.ts";
import { f, type PhaseFacts } from "./facts.ts";
import { bounds } from "./figures.ts";

/** What rules, doubts, questions and papers ask in the same way. */

const s = f.structures.item;
type PhaseRefs = typeof s.phases.item;

/** A phase of no day is no phase; one whose days are not told yet is one. */
export function isAsked(phase: Pick<PhaseRefs, "days">) {
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

export const bandsOverFive = ["03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"] as const;

/** CS-4: the number told first; failing that, INSEE's band, which never straddles the bound (D-14). */
export function isOverFive(number: typeof s.headcount | typeof s.headcountFte, band: typeof s.headcountBand) {
  return choose(
    known(number),
    moreThan<"decimal" | "integer">(number, bounds.employees),
    choose(known(band), oneOf(band, bandsOverFive), known(number)),
  );
}

/** CS-10: something of the phases and something of the provider are told; the form asks for dates and for a name. */
export const isPresented = all(
  some(f.structures, (one) =>
    some(one.phases, (p) => any(known(p.phase), known(p.days), known(p.dailyCost), known(p.startsOn))),
  ),
  any(
    known(f.provider.createdOn),
    known(count(f.provider.consultants)),
    known(f.provider.hasCapacity),
    known(f.provider.fields),
    known(f.provider.subcontracts),
    known(f.provider.partnerBody),
    known(f.provider.joinsMonitoringCommittees),
    known(f.provider.providesDeliverables),
  ),
);

/** D-25: the work began before the day of filing, as it is declared or as the dates of a phase tell. */
export const hasBegun = any(
  f.workStarted,
  some(f.structures, (one) => some(one.phases, (phase) => lessThan(phase.startsOn, today))),
);
