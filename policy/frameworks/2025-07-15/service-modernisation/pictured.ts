import { valueAtPath } from "../../../engine/answers.ts";
import type { Values } from "../../../engine/field.ts";
import { type Pictured, stretchesOf } from "../../../engine/grants/pictured.ts";

/** The calendar and the place of a project of 2.d (MO-9, MO-4). */
export const pictured: Pictured = {
  calendarOf: ["project", "phases"],
  calendar(answers) {
    const phases = valueAtPath(answers, "project.phases");
    const rows = Array.isArray(phases) ? (phases as unknown as readonly Values[]) : [];
    return stretchesOf(rows, (row, place) => (typeof row.title === "string" ? row.title : `Phase ${place + 1}`));
  },
  places(answers) {
    const commune = valueAtPath(answers, "project.commune");
    return typeof commune === "string" ? [commune] : [];
  },
};
