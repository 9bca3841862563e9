import type { Question, Raw, TableColumn } from "#policy/index.ts";
import { sameWords, shownText, typedText } from "./cells.ts";
import { type BudgetTable, cellQuestion, lineValues, writtenLines } from "./table.ts";

/** A budget as rows of texts: what leaves for a spreadsheet, and what comes back from one. */

export const NUMBER_HEADER = "N°";

export interface SheetColumn {
  readonly header: string;
  /** The name that it bore in models downloaded before. */
  readonly former?: string;
  readonly question: Question;
}

/** A line that came from a spreadsheet. */
export interface ReadLine {
  /** The number that it bears, where it bears one. */
  readonly number: number | null;
  /** By question, as one would type it; a cell left blank empties its answer. */
  readonly cells: ReadonlyMap<string, { readonly text: string; readonly at: string }>;
}

export interface ReadSheet {
  readonly lines: readonly ReadLine[];
  /** True where the columns have their names: then what a line lacks is known to be blank. */
  readonly isNamed: boolean;
  /** Names of columns that no question bears. */
  readonly unknown: readonly string[];
}

/** One column a question, each with a name of its own. */
export function columnsOf({ questions }: BudgetTable): readonly SheetColumn[] {
  const used = new Set<string>();
  let before = "";
  return questions.map((question) => {
    const label = question.label.replace(/[\s\u00a0\u202f]*\?$/, "");
    const former = `${before} ${label}`.trim();
    // « Service rendu du », then « au »: short for who reads the form, nothing alone. « TVA » stands by itself.
    const follows = label === label.toLowerCase() && label.length <= 3;
    const alone = follows ? `${before.replace(/ du$/, "")} ${label}`.trim() : label;
    const header = used.has(alone) ? former : alone;
    before = label;
    used.add(header);
    return label.length <= 3 && header !== former ? { header, former, question } : { header, question };
  });
}

/** The first row of names, then a row a line, in the order in which people see them. */
export function rowsOf(table: BudgetTable, raw: Raw): readonly (readonly string[])[] {
  const columns = columnsOf(table);
  const written = lineValues(table, raw);
  const lines = writtenLines(table, raw).map(({ number, index }) => {
    const values = written.get(index) ?? {};
    return [String(number), ...columns.map(({ question }) => shownText(question, values[question.id]))];
  });
  return [[NUMBER_HEADER, ...columns.map(({ header }) => header)], ...lines];
}

/** « A1 » of a place counted from zero. */
export function cellName(row: number, column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return `${name}${row + 1}`;
}

/** Where names are looked for: some put a title above them. */
const HEADER_ROWS = 10;

/**
 * Reads rows back. Columns are found by their names, those of the model or those on screen, in any order; without names they are, in order, the heading and
 * then the columns of the table.
 */
export function readRows(table: BudgetTable, rows: readonly (readonly string[])[]): ReadSheet {
  const columns = columnsOf(table);
  const named = rows.slice(0, HEADER_ROWS).findIndex((row) => namesIn(table, columns, row) >= 2);
  if (named === -1) return { lines: positional(table, rows), isNamed: false, unknown: [] };
  const header = rows[named] ?? [];
  const found = header.map((name) => bearing(table, columns, name));
  const numbered = header.findIndex((name) => sameWords(name, NUMBER_HEADER));
  const lines = rows.slice(named + 1).flatMap((row, below): readonly ReadLine[] => {
    const cells = new Map<string, { text: string; at: string }>();
    let isBlank = true;
    const heading = headingIn(table, found, row);
    for (const [column, one] of found.entries()) {
      const question = one === null ? null : "question" in one ? one.question : cellQuestion(table, one, heading);
      if (question === null || cells.has(question.id)) continue;
      const text = typedText(question, row[column] ?? "");
      if (text !== "") isBlank = false;
      cells.set(question.id, { text, at: cellName(named + 1 + below, column) });
    }
    return isBlank ? [] : [{ number: numberIn(row[numbered]), cells }];
  });
  const unknown = header.filter((name, at) => found[at] === null && at !== numbered && name.trim() !== "");
  return { lines, isNamed: true, unknown };
}

function namesIn(table: BudgetTable, columns: readonly SheetColumn[], row: readonly string[]): number {
  return row.filter((cell) => sameWords(cell, NUMBER_HEADER) || bearing(table, columns, cell) !== null).length;
}

/** What bears a name: a question, else a column of the table on screen, which asks for what the line's heading has. */
function bearing(table: BudgetTable, columns: readonly SheetColumn[], name: string): SheetColumn | TableColumn | null {
  const question = columns.find(({ header, former }) => sameWords(header, name) || sameWords(former ?? header, name));
  return question ?? table.columns.find(({ label }) => sameWords(label, name)) ?? null;
}

function headingIn(
  { sheet }: BudgetTable,
  found: readonly (SheetColumn | TableColumn | null)[],
  row: readonly string[],
): string | null {
  for (const [column, one] of found.entries())
    if (one !== null && "question" in one && one.question.id === sheet.heading)
      return typedText(one.question, row[column] ?? "");
  return null;
}

function numberIn(cell: string | undefined): number | null {
  const text = (cell ?? "").trim().replace(/[.,]0+$/, "");
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

/** Rows without names: the heading first, then the columns that the lines of that heading show. */
function positional(table: BudgetTable, rows: readonly (readonly string[])[]): readonly ReadLine[] {
  const { sheet, columns, questions } = table;
  const question = questions.find((one) => one.id === sheet.heading);
  let layout = Object.keys(sheet.headings)[0] ?? "";
  return rows.flatMap((row, at): readonly ReadLine[] => {
    if (question === undefined || row.every((cell) => cell.trim() === "")) return [];
    const heading = headingLike(table, typedText(question, row[0] ?? ""));
    const cells = new Map([[question.id, { text: heading, at: cellName(at, 0) }]]);
    // A heading that is none is laid out as the line above it: the next cells are likely those of its kind.
    if (Object.hasOwn(sheet.headings, heading)) layout = heading;
    const all = columns.map((column) => cellQuestion(table, column, layout));
    // Columns that no line of this heading has may be left out of the block, or left blank in it.
    const shown = row.length > all.length ? all : all.filter((one) => one !== null);
    for (const [place, one] of shown.entries()) {
      const text = one === null ? "" : typedText(one, row[place + 1] ?? "");
      if (one !== null && text !== "") cells.set(one.id, { text, at: cellName(at, place + 1) });
    }
    return [{ number: null, cells }];
  });
}

/**
 * A block pasted on a cell: its rows go to the lines from this one on, within its heading, then to new ones; its columns
 * to those of the table from that one on.
 */
export function readBlock(
  table: BudgetTable,
  raw: Raw,
  rows: readonly (readonly string[])[],
  at: { readonly number: number; readonly column: number },
): ReadSheet {
  const lines = writtenLines(table, raw);
  const first = lines.find(({ number }) => number === at.number);
  if (first === undefined) return readRows(table, rows);
  const below = lines.filter(({ heading, number }) => heading === first.heading && number >= at.number);
  const columns = table.columns.slice(at.column).map((column) => cellQuestion(table, column, first.heading));
  const read = rows.flatMap((row, place): readonly ReadLine[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const target = below[place];
    const cells = new Map<string, { text: string; at: string }>();
    if (target === undefined) cells.set(table.sheet.heading, { text: first.heading ?? "", at: cellName(place, 0) });
    for (const [column, question] of columns.entries()) {
      const cell = row[column];
      if (question === null || cell === undefined) continue;
      cells.set(question.id, { text: typedText(question, cell), at: cellName(place, column) });
    }
    return [{ number: target?.number ?? null, cells }];
  });
  return { lines: read, isNamed: false, unknown: [] };
}

/** « Fonctionnement » for « Autres dépenses directes de fonctionnement »: the only heading that holds the words. */
function headingLike({ sheet }: BudgetTable, text: string): string {
  if (Object.hasOwn(sheet.headings, text) || text.trim().length < 4) return text;
  const stem = plain(text).replace(/s$/, "");
  const like = Object.entries(sheet.headings).filter(([, label]) => plain(label).includes(stem));
  return like.length === 1 ? (like[0]?.[0] ?? text) : text;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
