import type { Question, Raw } from "#policy/index.ts";
import type { RawValue } from "#src/life/index.ts";
import { isSameAnswer, shownText, wrongWith } from "./cells.ts";
import { columnsOf, type ReadLine, type ReadSheet } from "./sheet.ts";
import { type BudgetTable, lineValues, writtenLines } from "./table.ts";

/** Lines that came from a spreadsheet, against those of the draft: what they would change, before anything is kept. */

/** `add`: lines that bear a known number are brought up to date, the others come after. `replace`: the file is the budget. */
export type ImportMode = "add" | "replace";

export interface CellChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface LineChange {
  readonly kind: "added" | "changed" | "removed";
  /** The number that the line has in the draft; null where it is new. */
  readonly number: number | null;
  readonly name: string;
  readonly cells: readonly CellChange[];
}

/** A cell whose text no answer can take: it is kept as it is, to be corrected. */
export interface CellError {
  /** « B12 ». */
  readonly cell: string;
  readonly label: string;
  readonly message: string;
}

export interface ImportPlan {
  /** The draft as it would become. */
  readonly raw: Raw;
  readonly changes: readonly LineChange[];
  readonly unchanged: number;
  readonly errors: readonly CellError[];
  /** Lines that the list cannot hold: nothing is imported then. */
  readonly tooMany: number;
}

type Item = Readonly<Record<string, RawValue>>;

/** What the lines read would change in a draft. Answers that no column of the file holds stay as they are. */
export function planImport(table: BudgetTable, raw: Raw, read: ReadSheet, mode: ImportMode): ImportPlan {
  const written = lineValues(table, raw);
  const existing = writtenLines(table, raw).map((line) => ({
    ...line,
    values: (written.get(line.index) ?? {}) as Item,
  }));
  const byNumber = new Map(existing.map((line) => [line.number, line]));
  const changes: LineChange[] = [];
  const taken = new Set<number>();
  const updated = new Map<number, Item>();
  const items: Item[] = [];
  let unchanged = 0;
  // Past twice what the list holds, some are too many whatever they update: they are counted, and read no further.
  const lines = read.lines.slice(0, 2 * table.group.max);
  for (const line of lines) {
    const known = line.number === null || taken.has(line.number) ? undefined : byNumber.get(line.number);
    const before = known?.values ?? {};
    const after = withCells(table, before, line);
    const cells = differences(table, before, after);
    if (known === undefined) changes.push({ kind: "added", number: null, name: nameOf(table, after), cells });
    else if (cells.length === 0) unchanged += 1;
    else changes.push({ kind: "changed", number: known.number, name: nameOf(table, after), cells });
    if (known !== undefined) {
      taken.add(known.number);
      updated.set(known.index, after);
    }
    if (known === undefined || mode === "replace") items.push(after);
  }
  const left = existing.filter(({ number }) => !taken.has(number));
  if (mode === "replace") {
    for (const { number, values } of left)
      changes.push({ kind: "removed", number, name: nameOf(table, values), cells: [] });
  } else {
    const filled = [...written.keys()].sort((a, b) => a - b);
    const own = filled.map((index) => updated.get(index) ?? (written.get(index) as Item));
    items.unshift(...own);
    unchanged += left.length;
  }
  return {
    raw: withItems(table, raw, items),
    changes,
    unchanged,
    errors: errorsIn(table, lines),
    tooMany: Math.max(0, items.length - table.group.max) + read.lines.length - lines.length,
  };
}

function withCells(table: BudgetTable, before: Item, { cells }: ReadLine): Item {
  const after: Record<string, RawValue> = { ...before };
  for (const question of table.questions) {
    const cell = cells.get(question.id);
    if (cell === undefined) continue;
    const now = before[question.id];
    // As it was typed, where it says the same: a spreadsheet writes numbers in its own way.
    if (isSameAnswer(question, writtenText(now), cell.text)) continue;
    if (cell.text === "") delete after[question.id];
    else after[question.id] = cell.text;
  }
  return after;
}

function differences(table: BudgetTable, before: Item, after: Item): readonly CellChange[] {
  return columnsOf(table).flatMap(({ header, question }) => {
    const [was, is] = [before[question.id], after[question.id]];
    if (writtenText(was) === writtenText(is)) return [];
    return [{ label: header, before: shownText(question, was), after: shownText(question, is) }];
  });
}

function writtenText(value: RawValue | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : value.join(", ");
}

/** What a line is called: its first words, else its heading. */
function nameOf(table: BudgetTable, values: Item): string {
  const first = table.columns.find(({ width }) => width === "name")?.cells[0]?.id ?? "";
  const named = writtenText(values[first]);
  return named !== "" ? named : (table.sheet.headings[writtenText(values[table.sheet.heading])] ?? table.sheet.word);
}

function errorsIn(table: BudgetTable, lines: readonly ReadLine[]): readonly CellError[] {
  const labels = new Map(columnsOf(table).map(({ header, question }) => [question.id, header]));
  return lines.flatMap(({ cells }) =>
    table.questions.flatMap((question): readonly CellError[] => {
      const cell = cells.get(question.id);
      const message = cell === undefined ? null : wrongFor(question, cell.text);
      if (cell === undefined || message === null) return [];
      return [{ cell: cell.at, label: labels.get(question.id) ?? question.label, message }];
    }),
  );
}

function wrongFor(question: Question, text: string): string | null {
  return text === "" ? null : wrongWith(question, text);
}

/** The draft whose list holds these items and no other. */
export function withItems({ path, group }: BudgetTable, raw: Raw, items: readonly Item[]): Raw {
  const start = `${path}.`;
  const kept = Object.entries(raw).filter(([name]) => !name.startsWith(start));
  const own = items.flatMap((item, index) =>
    Object.entries(item).map(([rest, value]) => [`${path}.${index}.${rest}`, value] as const),
  );
  const length = String(Math.max(group.min, items.length));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(own), [`${path}.length`]: length };
}
