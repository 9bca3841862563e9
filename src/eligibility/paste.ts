import type { Group, Item, Question, Raw } from "#policy/index.ts";
import { cleanText, cutText, oneLine } from "#text/index.ts";

/** Most lines that one paste brings: an address holds some 16 000 characters. */
export const MOST_LINES = 100;

/** The questions of a group in the order of a spreadsheet's columns. */
export function pasteColumns(group: Group): readonly Question[] {
  return group.items.filter((item: Item): item is Question => item.type === "question");
}

/**
 * The lines of a spreadsheet as answers: one line an item, a cell a question, in the order of the form. Words of a list
 * are found by their label; anything else is kept as it was typed, for the form to say what is wrong with it.
 * Lines come after the items that are already filled.
 */
export function pasteLines(group: Group, path: string, raw: Raw, text: string, max: number): Raw {
  const columns = pasteColumns(group);
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|;/).map((cell) => cutText(oneLine(cleanText(cell)), 2_000)))
    .filter((cells) => cells.some((cell) => cell !== "") && !isHeader(cells, columns));
  const from = filledItems(raw, path);
  const kept = rows.slice(0, Math.min(MOST_LINES, max - from));
  const answers: Record<string, string | readonly string[]> = { ...raw };
  for (const [row, cells] of kept.entries()) {
    for (const [at, question] of columns.entries()) {
      const cell = cells[at] ?? "";
      if (cell !== "") answers[`${path}.${from + row}.${question.id}`] = wordFor(question, cell);
    }
  }
  return { ...answers, [`${path}.length`]: String(Math.max(group.min, from + kept.length)) };
}

/** A first line that repeats the names of the columns. */
function isHeader(cells: readonly string[], columns: readonly Question[]): boolean {
  return columns.slice(0, 2).every(({ label }, at) => sameWords(cells[at] ?? "", label));
}

function wordFor({ control }: Question, cell: string): string {
  if (control.kind !== "choice") return cell;
  return control.options.find(({ value, label }) => value === cell || sameWords(label, cell))?.value ?? cell;
}

function sameWords(a: string, b: string): boolean {
  return a.localeCompare(b, "fr", { sensitivity: "base", ignorePunctuation: true }) === 0;
}

/** How many items hold an answer: those after the last are empty. */
function filledItems(raw: Raw, path: string): number {
  let count = 0;
  for (const [name, value] of Object.entries(raw)) {
    if (!name.startsWith(`${path}.`) || value.length === 0) continue;
    const index = Number(/^\d+(?=\.)/.exec(name.slice(path.length + 1))?.[0] ?? Number.NaN);
    if (index >= count) count = index + 1;
  }
  return count;
}
