import type { LineResult, Raw } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";
import type { BudgetTable, WrittenLine } from "./table.ts";

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

export function noteOf(
  table: BudgetTable,
  line: WrittenLine,
  raw: Raw,
  result: LineResult | undefined,
  errors: ReadonlyMap<string, string>,
): LineNote {
  const wrong = new Map<string, string>();
  for (const { id } of table.questions) {
    const message = errors.get(`${line.path}.${id}`);
    if (message !== undefined && textOf(raw, `${line.path}.${id}`) !== "") wrong.set(id, message);
  }
  const kept = result?.eligible ?? null;
  const { reason = "", provision = "" } = result ?? {};
  return { state: stateOf(result, wrong.size > 0), kept, reason, provision, wrong };
}

function stateOf(result: LineResult | undefined, isWrong: boolean): LineState {
  if (result === undefined || result.cost === null) return isWrong ? "wrong" : "waiting";
  if (result.status === "not-eligible") return "cut";
  if (result.status === "to-assess") return result.rules.length > 0 ? "to-judge" : "estimate";
  return result.eligible !== null && result.eligible < result.cost ? "partly" : "kept";
}
