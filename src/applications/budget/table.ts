import type { CostSheet, Group, OpenScheme, Question, Raw, TableColumn } from "#policy/index.ts";
import { itemCount } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";

/** The budget of a scheme as a table: its lines are a list of the file's own, one question a cell. */
export interface BudgetTable {
  readonly sheet: CostSheet;
  readonly group: Group;
  /** Name of the list in the answers: `costs`. */
  readonly path: string;
  /** All that is asked of a line, in the order of the form. */
  readonly questions: readonly Question[];
  readonly columns: readonly TableColumn[];
  /** Id of the section of the form that asks for the lines. */
  readonly section: string;
}

/** A line as people see it: `index` is its place in the draft, `number` the one that they read. */
export interface WrittenLine {
  readonly index: number;
  readonly number: number;
  /** `lines.3`. */
  readonly path: string;
  /** Null where none is chosen, or what is written is none of them. */
  readonly heading: string | null;
}

/** The table of a scheme; null where its lines stand apart by party, or it declares no table. */
export function budgetTable({ costs, form }: Pick<OpenScheme, "costs" | "form">): BudgetTable | null {
  if (costs.table === undefined || costs.each.includes("*")) return null;
  const path = costs.each.join(".");
  for (const section of form.sections) {
    for (const item of section.items) {
      if (item.type !== "group" || item.path.join(".") !== path) continue;
      const questions = item.items.filter((one): one is Question => one.type === "question");
      return { sheet: costs, group: item, path, questions, columns: costs.table, section: section.id };
    }
  }
  return null;
}

/** The lines that hold something, heading after heading, those without a heading last. */
export function writtenLines(table: BudgetTable, raw: Raw): readonly WrittenLine[] {
  const filled = filledIndexes(table, raw);
  const headings = Object.keys(table.sheet.headings);
  const rank = (heading: string | null) => (heading === null ? headings.length : headings.indexOf(heading));
  return Array.from({ length: lineCount(table, raw) }, (_, index) => index)
    .filter((index) => filled.has(index))
    .map((index) => ({ index, path: `${table.path}.${index}`, heading: headingOf(table, raw, index) }))
    .sort((a, b) => rank(a.heading) - rank(b.heading) || a.index - b.index)
    .map((line, at) => ({ ...line, number: at + 1 }));
}

/** How many places the list has, blank ones included. */
export function lineCount({ group, path }: BudgetTable, raw: Raw): number {
  return itemCount(raw, path, group);
}

function headingOf({ path, sheet }: BudgetTable, raw: Raw, index: number): string | null {
  const heading = textOf(raw, `${path}.${index}.${sheet.heading}`);
  return Object.hasOwn(sheet.headings, heading) ? heading : null;
}

/** The places of the list at which something is written. */
export function filledIndexes(table: BudgetTable, raw: Raw): ReadonlySet<number> {
  return new Set(lineValues(table, raw).keys());
}

/** What each line holds, by its place and the name of the question: one reading of the draft for all who ask. */
export function lineValues({ path }: BudgetTable, raw: Raw): ReadonlyMap<number, Raw> {
  const known = readBefore.get(raw);
  if (known?.path === path) return known.values;
  const values = valuesByLine(path, raw);
  readBefore.set(raw, { path, values });
  return values;
}

const readBefore = new WeakMap<Raw, { readonly path: string; readonly values: ReadonlyMap<number, Raw> }>();

/** The draft with cells as they are typed now: only their lines are read again. */
export function withCells(table: BudgetTable, raw: Raw, cells: readonly TypedCell[]): Raw {
  if (cells.length === 0) return raw;
  const values = new Map(lineValues(table, raw));
  const typed: Record<string, string | readonly string[]> = { ...raw };
  for (const { index, id, value } of cells) {
    typed[`${table.path}.${index}.${id}`] = value;
    const { [id]: _before, ...others } = values.get(index) ?? {};
    const line = value.length === 0 ? others : { ...others, [id]: value };
    if (Object.keys(line).length === 0) values.delete(index);
    else values.set(index, line);
  }
  readBefore.set(typed, { path: table.path, values });
  return typed;
}

export interface TypedCell {
  readonly index: number;
  readonly id: string;
  readonly value: string | readonly string[];
}

function valuesByLine(path: string, raw: Raw): ReadonlyMap<number, Raw> {
  const found = new Map<number, Record<string, string | readonly string[]>>();
  const start = `${path}.`;
  for (const [name, value] of Object.entries(raw)) {
    if (!name.startsWith(start) || value.length === 0) continue;
    const end = name.indexOf(".", start.length);
    if (end === -1) continue;
    const index = Number(name.slice(start.length, end));
    const line = found.get(index) ?? {};
    line[name.slice(end + 1)] = value;
    found.set(index, line);
  }
  return found;
}

/** The question that a column shows on the lines of a heading; null where it shows none. */
export function cellQuestion(table: BudgetTable, column: TableColumn, heading: string | null): Question | null {
  const cell = column.cells.find(({ headings }) => headings === undefined || headings.includes(heading ?? ""));
  return cell === undefined ? null : questionOf(table, cell.id);
}

export function questionOf({ questions }: BudgetTable, id: string): Question | null {
  return questions.find((one) => one.id === id) ?? null;
}
