import { type Pictured, stretchesOf } from "../../../engine/grants/pictured.ts";
import { valueAtPath } from "../../../engine/questions/answers.ts";
import type { Values } from "../../../engine/values/field.ts";

/** The calendar and the places of a project of 2.d (MO-9, MO-4). */
export const pictured: Pictured = {
  calendarOf: ["project", "phases"],
  calendar(answers) {
    const phases = valueAtPath(answers, "project.phases");
    const rows = Array.isArray(phases) ? (phases as unknown as readonly Values[]) : [];
    return stretchesOf(rows, (row, place) => (typeof row.title === "string" ? row.title : `Phase ${place + 1}`));
  },
  places(answers) {
    const others = valueAtPath(answers, "project.places");
    const rows = Array.isArray(others) ? (others as unknown as readonly Values[]) : [];
    const communes = [valueAtPath(answers, "project.commune"), ...rows.map(({ commune }) => commune)];
    return communes.filter((one): one is string => typeof one === "string");
  },
};
