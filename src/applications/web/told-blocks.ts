import { type AskedHere, type Form, type Group, type Item, type Question, valueAtPath } from "#policy/index.ts";
import { type Reading, sayAnswer } from "#src/life/index.ts";

/** One answer as it is read again. */
export interface ToldAnswer {
  readonly path: string;
  readonly question: Question;
  readonly answer: string;
  /** What is wrong with it. */
  readonly error: string | undefined;
}

/** Answers that stand together: one after the other, or a line an item where their group is a table. */
export type ToldBlock =
  | { readonly kind: "answers"; readonly title: string; readonly answers: readonly ToldAnswer[] }
  | {
      readonly kind: "table";
      readonly title: string;
      readonly group: Group;
      readonly columns: readonly Question[];
      /** By question, the answers of each item. */
      readonly lines: readonly ReadonlyMap<string, ToldAnswer>[];
    };

/** A section's answers, in the order of the form, each item named once above its own. */
export function toldBlocks(reading: Reading, section: string): readonly ToldBlock[] {
  const tables = tablesIn(reading.scheme.form);
  const here = reading.questions.filter((one) => one.section === section);
  const blocks = new Map<string, AskedHere[]>();
  for (const one of here) {
    const table = tables.get(one.question.path.slice(0, -1).join("."));
    const key = table === undefined ? `: ${one.situation}` : holderOf(one.path);
    blocks.set(key, [...(blocks.get(key) ?? []), one]);
  }
  return [...blocks.values()].map((asked) => blockOf(reading, tables, asked));
}

/** `parties.0.lines` of `parties.0.lines.1.amount`. */
function holderOf(path: string): string {
  return path.split(".").slice(0, -2).join(".");
}

function blockOf(reading: Reading, tables: ReadonlyMap<string, Group>, asked: readonly AskedHere[]): ToldBlock {
  const [first] = asked as readonly [AskedHere, ...AskedHere[]];
  const group = tables.get(first.question.path.slice(0, -1).join("."));
  if (group === undefined) {
    return { kind: "answers", title: nameOf(reading, first), answers: asked.map((one) => toldOf(reading, one)) };
  }
  const lines: Map<string, ToldAnswer>[] = [];
  for (const one of asked) {
    const index = one.at.at(-1) ?? 0;
    const line = lines[index] ?? new Map<string, ToldAnswer>();
    lines[index] = line.set(one.question.id, toldOf(reading, one));
  }
  const columns = [...new Map(asked.map(({ question }) => [question.id, question])).values()];
  const parents = first.situation.split(", ").slice(0, -1);
  return { kind: "table", title: [group.label, ...parents].join(", "), group, columns, lines: lines.filter(Boolean) };
}

function toldOf(reading: Reading, { question, path }: AskedHere): ToldAnswer {
  const answer = sayAnswer(question, valueAtPath(reading.answers, path));
  return { path, question, answer, error: reading.errors.get(path) };
}

/** « Structure 2 : Ateliers du Bocage »; nothing for what is asked of the request itself. */
function nameOf({ raw }: Reading, { situation, path }: AskedHere): string {
  if (situation === "") return "";
  const item = path.split(".").slice(0, -1).join(".");
  const name = [raw[`${item}.legalName`], raw[`${item}.name`]].find((one) => typeof one === "string" && one !== "");
  return name === undefined ? situation : `${situation}\u00a0: ${String(name)}`;
}

/** The groups that are told as tables, by the path of their items. */
function tablesIn(form: Form): ReadonlyMap<string, Group> {
  const found = new Map<string, Group>();
  const walk = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.type === "question") continue;
      if (item.inTable === true) found.set(`${item.path.join(".")}.*`, item);
      walk(item.items);
    }
  };
  for (const { items } of form.sections) walk(items);
  return found;
}
