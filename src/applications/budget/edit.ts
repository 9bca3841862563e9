import { cents, itemValues, type Question, type Raw, readTyped, type Value, type Values } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";
import { writtenAmount } from "./cells.ts";
import { type BudgetTable, filledIndexes, lineCount, lineValues, type TypedCell, withCells } from "./table.ts";

/** What buttons and keys do to the lines of a draft. Lines are added at the end of the list: no other one moves. */

export interface Edited {
  readonly raw: Raw;
  /** Place of the line that came; null where the list is full. */
  readonly index: number | null;
}

/** A line more under a heading: a blank place of the list first, else one at its end. */
export function addLine(table: BudgetTable, raw: Raw, heading: string): Edited {
  if (!Object.hasOwn(table.sheet.headings, heading)) return { raw, index: null };
  return putLine(table, raw, { [table.sheet.heading]: heading });
}

/** The same line once more, with all that it says. */
export function duplicateLine(table: BudgetTable, raw: Raw, path: string): Edited {
  const values = itemValues(raw, path);
  const isLine = path.startsWith(`${table.path}.`) && Object.keys(values).length > 0;
  return isLine ? putLine(table, raw, values) : { raw, index: null };
}

function putLine(table: BudgetTable, raw: Raw, values: Raw): Edited {
  const count = lineCount(table, raw);
  const filled = filledIndexes(table, raw);
  const blank = Array.from({ length: count }, (_, index) => index).find((index) => !filled.has(index));
  const index = blank ?? count;
  if (index >= table.group.max) return { raw, index: null };
  const own = Object.entries(values).map(([rest, value]) => [`${table.path}.${index}.${rest}`, value] as const);
  const length = String(Math.max(count, index + 1));
  return { raw: { ...raw, ...Object.fromEntries(own), [`${table.path}.length`]: length }, index };
}

/**
 * Amounts that follow from other answers of their line: written where none was, and brought up to date as long as they
 * are what the line's answers gave before. An amount of one's own is never touched.
 */
export function withReckoned(table: BudgetTable, before: Raw, after: Raw): Raw {
  const written = reckonedCells(table, before, after);
  return written.length === 0 ? after : withCells(table, after, written);
}

/** The cells that such amounts take. */
export function reckonedCells(table: BudgetTable, before: Raw, after: Raw): readonly ReckonedCell[] {
  const { reckoned } = table.sheet;
  if (reckoned === undefined || reckoned.length === 0) return [];
  const written: ReckonedCell[] = [];
  const earlierLines = lineValues(table, before);
  for (const [index, values] of lineValues(table, after)) {
    const was = earlierLines.get(index) ?? {};
    for (const { field, from } of reckoned) {
      if (textOf(values, field) !== "" && isUnchanged(values, was)) continue;
      const now = from(valuesOf(table, values));
      if (now === null) continue;
      const said = textOf(values, field);
      const earlier = from(valuesOf(table, was));
      const isOwn = said !== "" && (earlier === null || !isAmount(table, field, said, earlier));
      if (!isOwn && !isAmount(table, field, said, now))
        written.push({ index, id: field, value: writtenAmount(cents(now)) });
    }
  }
  return written;
}

interface ReckonedCell extends TypedCell {
  readonly value: string;
}

function isUnchanged(line: Raw, was: Raw): boolean {
  if (line === was) return true;
  const names = Object.keys(line);
  return names.length === Object.keys(was).length && names.every((name) => line[name] === was[name]);
}

function isAmount(table: BudgetTable, field: string, text: string, amount: number): boolean {
  const question = table.questions.find(({ id }) => id === field);
  return question !== undefined && valueIn(question, text) === amount;
}

function valuesOf(table: BudgetTable, texts: Raw): Values {
  return Object.fromEntries(
    table.questions.map((question) => [question.id, valueIn(question, textOf(texts, question.id))]),
  );
}

function valueIn({ control }: Question, text: string): Value | null {
  const reading = readTyped(control, text);
  return "value" in reading ? reading.value : null;
}
