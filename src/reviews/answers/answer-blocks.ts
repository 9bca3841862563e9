import type { Askable } from "../completion/completion.ts";

/** A list whose items answer a few short questions reads as a table: one row an item. */
export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly Askable[];
  readonly rows: readonly (readonly (Askable | undefined)[])[];
}
export type Block = TableBlock | { readonly kind: "answers"; readonly answers: readonly Askable[] };

const MOST_COLUMNS = 5;
const LONGEST_CELL = 80;

/** The answers of a section in order, those of lists that fit apart as tables. */
export function blocksOf(answers: readonly Askable[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: Askable[] = [];
  const lists = byList(answers);
  const done = new Set<string>();
  const flush = () => {
    if (run.length > 0) blocks.push({ kind: "answers", answers: run });
    run = [];
  };
  for (const one of answers) {
    const list = listOf(one);
    const items = list === null ? undefined : lists.get(list);
    if (list === null || items === undefined || !fits(items)) {
      run.push(one);
      continue;
    }
    if (done.has(list)) continue;
    done.add(list);
    flush();
    blocks.push(tableOf(items));
  }
  flush();
  return blocks;
}

/** `people.*` of `people.*.name`; null where the question is of the file itself. */
function listOf({ question, path }: Askable): string | null {
  const star = question.path.lastIndexOf("*");
  if (star < 0) return null;
  // A list within a list is one table an outer item.
  const depth = question.path.slice(0, star).split(".").length - 1;
  return path.split(".").slice(0, depth).join(".");
}

function byList(answers: readonly Askable[]): ReadonlyMap<string, readonly Askable[]> {
  const lists = new Map<string, Askable[]>();
  for (const one of answers) {
    const list = listOf(one);
    if (list !== null) lists.set(list, [...(lists.get(list) ?? []), one]);
  }
  return lists;
}

function fits(items: readonly Askable[]): boolean {
  const columns = new Set(items.map(({ question }) => question.path));
  return columns.size > 1 && columns.size <= MOST_COLUMNS && items.every(({ answer }) => answer.length <= LONGEST_CELL);
}

function tableOf(items: readonly Askable[]): TableBlock {
  const columns = [...new Map(items.map((one) => [one.question.path, one])).values()];
  const rows = new Map<string, Askable[]>();
  for (const one of items) {
    const row = one.path.slice(0, one.path.length - lastPart(one).length);
    rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  return {
    kind: "table",
    columns,
    rows: [...rows.values()].map((row) =>
      columns.map((column) => row.find((one) => one.question.path === column.question.path)),
    ),
  };
}

/** What follows the item in a path: `name`. */
function lastPart({ question }: Askable): string {
  return question.path.slice(question.path.lastIndexOf("*") + 1);
}
