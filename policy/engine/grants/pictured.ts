import type { Values } from "../values/field.ts";
import type { Funding } from "./assessment.ts";
import type { CashPlan } from "./cash-plan.ts";

/** A stretch of time of a project, both days included (ISO). */
export interface Stretch {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What of a project is drawn beside its tables: nothing is judged here. Each is read from whole answers. */
export interface Pictured {
  /** The list of the form that the calendar draws: it stands in that list's section. */
  readonly calendarOf: readonly string[];
  calendar(answers: Values): readonly Stretch[];
  /** The question whose section shows the plan of cash. */
  readonly cashOf?: readonly string[];
  /** INSEE codes of every place where the project is carried out. */
  places(answers: Values): readonly string[];
  /** Money going out and coming in, by month; null where days or amounts are missing. */
  cash?(answers: Values, funding: Funding): CashPlan | null;
}

/** Rows of a list of the answers that have both days. */
export function stretchesOf(rows: readonly Values[], name: (row: Values, place: number) => string): readonly Stretch[] {
  return rows.flatMap((row, place) => {
    const { startsOn: from, endsOn: to } = row;
    return typeof from === "string" && typeof to === "string" && from <= to
      ? [{ label: name(row, place), from, to }]
      : [];
  });
}
