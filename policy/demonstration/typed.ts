import type { Temporal } from "temporal-polyfill";
import type { Raw } from "../engine/questions/raw.ts";

/** « 03/03/2026 », as people type a day. */
export function typedDay({ day, month, year }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

/** The lines of a table as a draft holds them, under the name of their list. */
export function typedLines(list: string, lines: readonly Readonly<Record<string, string>>[]): Raw {
  const cells = lines.flatMap((line, at) =>
    Object.entries(line).map(([column, text]) => [`${list}.${at}.${column}`, text] as const),
  );
  return { ...Object.fromEntries(cells), [`${list}.length`]: String(lines.length) };
}
