import type { LineResult, Raw } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";
import type { BudgetTable } from "./table.ts";

/**
 * What becomes of a line: kept in whole, kept in part, left out by a rule, left to a person, kept as an estimate until an
 * answer comes, not counted until it has an amount, or with a cell that cannot be read.
 */
export type LineState = "kept" | "partly" | "cut" | "to-judge" | "estimate" | "waiting" | "wrong";

export interface LineNote {
  readonly state: LineState;
  /** What it counts for, in cents; null where nothing can be said. */
  readonly kept: number | null;
  readonly reason: string;
  readonly provision: string;
  /** What is wrong with its cells, by the id of the question. */
  readonly wrong: ReadonlyMap<string, string>;
}

export function noteOf(result: LineResult | undefined, wrong: ReadonlyMap<string, string> = none): LineNote {
  const kept = result?.eligible ?? null;
  const { reason = "", provision = "" } = result ?? {};
  return { state: stateOf(result, wrong.size > 0), kept, reason, provision, wrong };
}

const none: ReadonlyMap<string, string> = new Map();

/** By path of its line, what is wrong with cells that hold something, in the order of their questions. */
export function wrongCells(
  { path, questions }: BudgetTable,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const ranks = new Map(questions.map(({ id }, rank) => [id, rank]));
  const rankOf = (name: string) => ranks.get(name.slice(name.lastIndexOf(".") + 1)) ?? -1;
  const ordered = [...errors].filter(([name]) => name.startsWith(`${path}.`) && rankOf(name) !== -1);
  for (const [name, message] of ordered.sort(([a], [b]) => rankOf(a) - rankOf(b))) {
    if (textOf(raw, name) === "") continue;
    const at = name.lastIndexOf(".");
    const line = name.slice(0, at);
    found.set(line, (found.get(line) ?? new Map<string, string>()).set(name.slice(at + 1), message));
  }
  return found;
}

function stateOf(result: LineResult | undefined, isWrong: boolean): LineState {
  if (result === undefined || result.cost === null) return isWrong ? "wrong" : "waiting";
  if (result.status === "not-eligible") return "cut";
  if (result.status === "to-assess") return result.rules.length > 0 ? "to-judge" : "estimate";
  return result.eligible !== null && result.eligible < result.cost ? "partly" : "kept";
}
