import { fundedIn, type OpenScheme, type Values, valueAtPath } from "#policy/index.ts";
import { type AcceptedCost, type BudgetLine, budgetLines, type CostInput, cuttable } from "./accepted-costs.ts";

/** A heading of the budget that several parties share: each line holds the share of its party. */
export interface SharedHeading {
  readonly heading: string;
  readonly lines: readonly BudgetLine[];
  /** What was bought: the sum of the shares as filed. */
  readonly total: number;
}

/** Whether parties of a file share a quantity, as it says itself. */
export function isShared(scheme: OpenScheme, answers: Values): boolean {
  const { shared } = scheme.costs;
  return shared !== undefined && valueAtPath(answers, shared.when.join(".")) === true;
}

/** The headings that more than one party follows, with what was bought of each. */
export function sharedHeadings(scheme: OpenScheme, answers: Values): readonly SharedHeading[] {
  const { shared } = scheme.costs;
  if (shared === undefined || !isShared(scheme, answers)) return [];
  const byHeading = new Map<string, BudgetLine[]>();
  for (const line of budgetLines(scheme, answers))
    byHeading.set(line.label, [...(byHeading.get(line.label) ?? []), line]);
  return [...byHeading]
    .map(([heading, lines]) => ({
      heading,
      lines,
      total: lines.reduce((sum, line) => sum + (line.values[shared.column] ?? 0), 0),
    }))
    .filter(({ lines }) => new Set(lines.map(({ party }) => party)).size > 1);
}

/** What each party follows whole, as it answered; null where it did not say. */
export function wholeOf(scheme: OpenScheme, answers: Values): readonly (number | null)[] {
  const { shared } = scheme.costs;
  if (shared === undefined) return [];
  return fundedIn(scheme, answers).map(({ path }) => {
    const value = valueAtPath(answers, [path, ...shared.whole].filter((step) => step !== "").join("."));
    return typeof value === "number" ? value : null;
  });
}

/** A quantity in halves shared equally between so many: the halves that are left over go to the first ones. */
export function equalShares(total: number, among: number): readonly number[] {
  if (among === 0) return [];
  const halves = Math.round(total * 2);
  const each = Math.floor(halves / among);
  return Array.from({ length: among }, (_, at) => (each + (at < halves % among ? 1 : 0)) / 2);
}

/**
 * The accepted budget once each shared heading is shared equally between the parties that attend it; what is accepted
 * otherwise stays. `attends` names lines.
 */
export function shareOutEqually(
  scheme: OpenScheme,
  answers: Values,
  accepted: readonly AcceptedCost[],
  attends: (line: string) => boolean,
): readonly CostInput[] {
  const { shared } = scheme.costs;
  const shares = new Map<string, number>();
  for (const { lines, total } of sharedHeadings(scheme, answers)) {
    const present = lines.filter(({ line }) => attends(line));
    const each = equalShares(total, present.length);
    for (const { line } of lines) shares.set(line, 0);
    for (const [at, { line }] of present.entries()) shares.set(line, each[at] ?? 0);
  }
  return budgetLines(scheme, answers).map(({ line, values }) => {
    const kept = accepted.find((one) => one.line === line);
    const share = shares.get(line);
    const columns = cuttable(scheme).map(({ id }) => [
      id,
      id === shared?.column && share !== undefined ? share : (kept?.values[id] ?? values[id] ?? null),
    ]);
    const isMoved = shared !== undefined && share !== undefined && share !== values[shared.column];
    return {
      line,
      values: Object.fromEntries(columns),
      reason: kept?.reason || (isMoved ? SHARED_OUT : ""),
    };
  });
}

const SHARED_OUT = "Journées communes partagées à parts égales entre les structures présentes.";
