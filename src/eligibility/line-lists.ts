import { type Form, type Group, itemCount, type Question, type Raw, type Values, visibilityOf } from "#policy/index.ts";
import { pathAt, type SimulatorStep } from "./steps.ts";

/** A flat list that may be long, as a project's costs: it is asked as a table, a line each. */
export function isLongList({ items, max }: Group): boolean {
  return max > 100 && items.every((item) => item.type === "question");
}

/** The answers without the empty lines at the end of a table: a line where one was about to write is not a cost. */
export function withoutEmptyLines(form: Form, raw: Raw): Raw {
  let read = raw;
  for (const { items } of form.sections) {
    for (const item of items) {
      if (item.type !== "group" || item.path.includes("*") || !isLongList(item)) continue;
      const path = item.path.join(".");
      const count = itemCount(raw, path, item);
      const kept = Math.max(item.min, lastWritten(raw, path, count));
      if (kept < count) read = { ...read, [`${path}.length`]: String(kept) };
    }
  }
  return read;
}

/** How many lines there are up to the last in which something is written. */
function lastWritten(raw: Raw, path: string, count: number): number {
  for (let place = count; place > 0; place -= 1) {
    const start = `${path}.${place - 1}.`;
    if (Object.entries(raw).some(([name, value]) => name.startsWith(start) && value.length > 0)) return place;
  }
  return 0;
}

/**
 * The cell of a table that what was just sent calls for, and that its page did not show; null where there is none.
 * Without a script, a cell that depends on another comes with the next page: the table is shown again then.
 */
export function cellToShow(step: SimulatorStep, raw: Raw, answers: Values): string | null {
  if (step.kind !== "blocks" || !isLongList(step.group)) return null;
  const path = pathAt(step.group.path, step.at);
  const places = Array.from({ length: lastWritten(raw, path, itemCount(raw, path, step.group)) }, (_, place) => place);
  for (const place of places) {
    for (const item of step.group.items) {
      if (item.type !== "question" || !isSentEmpty(item.control.kind)) continue;
      if (visibilityOf(item, answers, [...step.at, place]) !== "met") continue;
      const name = pathAt(item.path, [...step.at, place]);
      if (raw[name] === undefined) return name;
    }
  }
  return null;
}

/** A browser sends such a field even when nothing is in it: that it was not sent tells that it was not shown. */
function isSentEmpty(kind: Question["control"]["kind"]): boolean {
  return kind !== "choices" && kind !== "commune";
}
