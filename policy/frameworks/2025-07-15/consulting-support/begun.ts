import { any, lessThan, some, today } from "../../../engine/expression.ts";
import { f } from "./facts.ts";

/** CS-10, D-25: the work began before the day of filing, as it is declared or as the dates of a phase tell. */
export const hasBegun = any(
  f.workStarted,
  some(f.structures, (one) => some(one.phases, (phase) => lessThan(phase.startsOn, today))),
);
