import {
  type CostColumn,
  cents,
  fundedIn,
  type LineResult,
  linesIn,
  type OpenScheme,
  pathOfLine,
  sayDays,
  sayMoney,
  type Values,
  withLines,
} from "#policy/index.ts";
import { lengthOf } from "#text/index.ts";
import type { Refusal } from "../checks/finding.ts";

/** What an officer accepts of one line of the budget: the columns where it is not what was asked. Amounts in cents. */
export interface AcceptedCost {
  /** `parties.0.lines.1`. */
  readonly line: string;
  readonly values: Readonly<Record<string, number>>;
  readonly reason: string;
}

/** A line of the budget, as filed. */
export interface BudgetLine {
  readonly line: string;
  /** The party that it is for, by position. */
  readonly party: number;
  readonly partyName: string;
  readonly label: string;
  /** By column; null where nothing is given. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** The columns of a budget that an officer may cut. */
export function cuttable(scheme: OpenScheme): readonly CostColumn[] {
  return scheme.costs.columns.filter((column) => column.cuttable);
}

/** The budget's lines in the order of the form. */
export function budgetLines(scheme: OpenScheme, answers: Values): readonly BudgetLine[] {
  const { costs } = scheme;
  const names = fundedIn(scheme, answers).map(({ called }) => called);
  return linesIn(costs, answers).map(({ place, values }) => {
    const party = place.length > 1 ? (place[0] ?? 0) : 0;
    const heading = values[costs.heading];
    return {
      line: pathOfLine(costs.each, place),
      party,
      partyName: names[party] ?? "",
      label:
        (typeof heading === "string" ? costs.headings[heading] : undefined) ??
        `${costs.word} ${(place.at(-1) ?? 0) + 1}`,
      values: Object.fromEntries(costs.columns.map(({ id }) => [id, numberOf(values[id])])),
    };
  });
}

/** The answers with what the officer accepts in place of what was asked: what the rules then compute is the aid. */
export function applyAccepted(scheme: OpenScheme, answers: Values, accepted: readonly AcceptedCost[]): Values {
  if (accepted.length === 0) return answers;
  const byLine = new Map(accepted.map((cost) => [cost.line, cost.values]));
  return withLines(scheme.costs, answers, (line, path) => ({ ...line, ...byLine.get(path) }));
}

/**
 * Why less is funded of a line than was asked, in French: the officer's own reason, then the rules' where they keep
 * less than what is accepted. Empty where all that was asked is funded.
 */
export function whyLess(
  accepted: AcceptedCost | null,
  cost: Pick<LineResult, "cost" | "eligible" | "reason"> | undefined,
): string {
  const byRule = cost !== undefined && (cost.eligible === null || cost.eligible !== cost.cost);
  return [accepted?.reason ?? "", byRule ? cost.reason : ""].filter((one) => one !== "").join(" ");
}

/** One line of the officer's table, as read from the form: null where it says "as asked". */
export interface CostInput {
  readonly line: string;
  readonly values: Readonly<Record<string, number | null>>;
  readonly reason: string;
}

/** What is accepted, line by line; a line left as asked is not kept. Every refusal at once. */
export function acceptCosts(
  scheme: OpenScheme,
  lines: readonly BudgetLine[],
  inputs: readonly CostInput[],
  /** The column whose shares move between parties: what binds is their sum, heading by heading. */
  free: string | null = null,
): { readonly ok: readonly AcceptedCost[] } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const kept: AcceptedCost[] = [];
  for (const input of inputs) {
    const line = lines.find((one) => one.line === input.line);
    if (line === undefined) continue;
    const values: Record<string, number> = {};
    for (const { id } of cuttable(scheme)) {
      const value = input.values[id] ?? null;
      if (value !== null && value !== line.values[id]) values[id] = value;
    }
    if (Object.keys(values).length === 0) continue;
    refusals.push(...refusalsOf(scheme, line, values, input.reason, free));
    kept.push({ line: line.line, values, reason: input.reason });
  }
  if (free !== null) refusals.push(...sharedRefusals(scheme, lines, kept, free));
  return refusals.length > 0 ? { refusals } : { ok: kept };
}

function refusalsOf(
  scheme: OpenScheme,
  line: BudgetLine,
  values: Readonly<Record<string, number>>,
  reason: string,
  free: string | null,
): Refusal[] {
  const refusals = cuttable(scheme).flatMap((column) =>
    refusalsOfColumn(
      column,
      column.id === free ? { ...line, values: { ...line.values, [column.id]: null } } : line,
      values[column.id],
    ),
  );
  if (reason === "") {
    refusals.push({
      field: `${line.line}.reason`,
      message: "Dites pourquoi ce montant est réduit : la raison figure dans la décision.",
    });
  }
  if (lengthOf(reason) > 1000) refusals.push({ field: `${line.line}.reason`, message: "1 000 caractères au plus." });
  return refusals;
}

/** Shares move from a party to another, and never add up to more than was bought. */
function sharedRefusals(
  scheme: OpenScheme,
  lines: readonly BudgetLine[],
  kept: readonly AcceptedCost[],
  column: string,
): Refusal[] {
  const of = cuttable(scheme).find(({ id }) => id === column);
  if (of === undefined) return [];
  const accepted = new Map(kept.map((cost) => [cost.line, cost.values[column]]));
  return [...new Set(lines.map(({ label }) => label))].flatMap((label) => {
    const here = lines.filter((line) => line.label === label);
    const asked = here.reduce((sum, line) => sum + (line.values[column] ?? 0), 0);
    const sum = here.reduce((total, { line, values }) => total + (accepted.get(line) ?? values[column] ?? 0), 0);
    const moved = here.find(({ line, values }) => (accepted.get(line) ?? 0) > (values[column] ?? 0));
    if (sum <= asked || moved === undefined) return [];
    const message = `${label} : les parts font ${sayColumn(of, sum)}, plus que ce qui est demandé (${sayColumn(of, asked)}).`;
    return [{ field: `${moved.line}.${column}`, message }];
  });
}

function refusalsOfColumn(column: CostColumn, line: BudgetLine, value: number | undefined): Refusal[] {
  const refusals: Refusal[] = [];
  if (value === undefined) return refusals;
  const field = `${line.line}.${column.id}`;
  const asked = line.values[column.id] ?? null;
  if (asked !== null && value > asked) {
    refusals.push({
      field,
      message: `Vous ne pouvez pas retenir plus que ce qui est demandé (${sayColumn(column, asked)}).`,
    });
  }
  if (column.kind === "days" && !Number.isInteger(value * 2)) {
    refusals.push({ field, message: "Les jours se comptent par demi-journées." });
  }
  return refusals;
}

/** A value of a column in French: « 2,5 jours », « 950 € ». */
export function sayColumn({ kind }: Pick<CostColumn, "kind">, value: number): string {
  return kind === "days" ? sayDays(value) : sayMoney(cents(value));
}

/** What is accepted beside what was asked and the line's own words, as the journal keeps it. */
export function withAsked(scheme: OpenScheme, cost: AcceptedCost, lines: readonly BudgetLine[]) {
  const asked = lines.find((one) => one.line === cost.line);
  return {
    ...cost,
    label: asked === undefined ? cost.line : [asked.partyName, asked.label].filter((word) => word !== "").join(", "),
    changes: cuttable(scheme).flatMap(({ id, kind, per = "" }) => {
      const accepted = cost.values[id];
      return accepted === undefined ? [] : [{ kind, per, asked: asked?.values[id] ?? null, accepted }];
    }),
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
