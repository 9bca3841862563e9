import {
  cents,
  type LineResult,
  type OpenScheme,
  sayDays,
  sayMoney,
  sirenOf,
  type Value,
  type Values,
  valueAtPath,
} from "#policy/index.ts";
import type { Refusal } from "./finding.ts";

/** What an officer accepts of one line of the budget. Null: as asked. Amounts in cents, days with halves. */
export interface AcceptedCost {
  /** `structures.0.phases.1`. */
  readonly line: string;
  readonly days: number | null;
  readonly dailyCost: number | null;
  readonly reason: string;
}

/** A line of the budget: one phase of one structure, as filed. */
export interface BudgetLine {
  readonly line: string;
  readonly structure: number;
  readonly phase: number;
  readonly structureName: string;
  readonly label: string;
  readonly days: number | null;
  readonly dailyCost: number | null;
}

/** The budget's lines in the order of the form. */
export function budgetLines(scheme: OpenScheme, answers: Values): readonly BudgetLine[] {
  const words = phaseWords(scheme);
  return records(answers.structures).flatMap((structure, at) =>
    records(structure.phases).map((phase, index) => ({
      line: `structures.${at}.phases.${index}`,
      structure: at,
      phase: index,
      structureName: typeof structure.legalName === "string" ? structure.legalName : `Structure ${at + 1}`,
      label: typeof phase.phase === "string" ? (words[phase.phase] ?? phase.phase) : `Phase ${index + 1}`,
      days: numberOf(phase.days),
      dailyCost: numberOf(phase.dailyCost),
    })),
  );
}

function phaseWords(scheme: OpenScheme): Readonly<Record<string, string>> {
  for (const section of scheme.form.sections) {
    for (const item of section.items) {
      if (item.type !== "group" || item.id !== "structures") continue;
      for (const inner of item.items) {
        if (inner.type !== "group" || inner.id !== "phases") continue;
        const question = inner.items.find((one) => one.type === "question" && one.id === "phase");
        if (question?.type === "question" && "options" in question.control) {
          return Object.fromEntries(question.control.options.map((option) => [option.value, option.label]));
        }
      }
    }
  }
  return {};
}

/** The answers with what the officer accepts in place of what was asked: what the rules then compute is the aid. */
export function applyAccepted(answers: Values, accepted: readonly AcceptedCost[]): Values {
  if (accepted.length === 0) return answers;
  const byLine = new Map(accepted.map((cost) => [cost.line, cost]));
  const structures = records(answers.structures).map((structure, at) => ({
    ...structure,
    phases: records(structure.phases).map((phase, index) => {
      const cost = byLine.get(`structures.${at}.phases.${index}`);
      if (cost === undefined) return phase;
      return {
        ...phase,
        days: cost.days ?? phase.days,
        dailyCost: cost.dailyCost ?? phase.dailyCost,
      };
    }),
  }));
  return { ...answers, structures };
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
  readonly days: number | null;
  readonly dailyCost: number | null;
  readonly reason: string;
}

/** What is accepted, line by line; a line left as asked is not kept. Every refusal at once. */
export function acceptCosts(
  lines: readonly BudgetLine[],
  inputs: readonly CostInput[],
): { readonly ok: readonly AcceptedCost[] } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const kept: AcceptedCost[] = [];
  for (const input of inputs) {
    const line = lines.find((one) => one.line === input.line);
    if (line === undefined) continue;
    const days = input.days === line.days ? null : input.days;
    const dailyCost = input.dailyCost === line.dailyCost ? null : input.dailyCost;
    if (days === null && dailyCost === null) continue;
    refusals.push(...refusalsOf(line, days, dailyCost, input.reason));
    kept.push({ line: line.line, days, dailyCost, reason: input.reason });
  }
  return refusals.length > 0 ? { refusals } : { ok: kept };
}

function refusalsOf(line: BudgetLine, days: number | null, dailyCost: number | null, reason: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (days !== null && line.days !== null && days > line.days) {
    refusals.push({
      field: `${line.line}.days`,
      message: `Vous ne pouvez pas retenir plus que ce qui est demandé (${sayDays(line.days)}).`,
    });
  }
  if (days !== null && !Number.isInteger(days * 2)) {
    refusals.push({ field: `${line.line}.days`, message: "Les jours se comptent par demi-journées." });
  }
  if (dailyCost !== null && line.dailyCost !== null && dailyCost > line.dailyCost) {
    refusals.push({
      field: `${line.line}.dailyCost`,
      message: `Vous ne pouvez pas retenir plus que ce qui est demandé (${sayMoney(cents(line.dailyCost))}).`,
    });
  }
  if (reason === "") {
    refusals.push({
      field: `${line.line}.reason`,
      message: "Dites pourquoi ce montant est réduit : la raison figure dans la décision.",
    });
  }
  if (reason.length > 1000) refusals.push({ field: `${line.line}.reason`, message: "1 000 caractères au plus." });
  return refusals;
}

/** What is accepted beside what was asked and the line's own words, as the journal keeps it. */
export function withAsked(cost: AcceptedCost, lines: readonly BudgetLine[]) {
  const asked = lines.find((one) => one.line === cost.line);
  return {
    ...cost,
    label: asked === undefined ? cost.line : `${asked.structureName}, ${asked.label}`,
    askedDays: asked?.days ?? null,
    askedDailyCost: asked?.dailyCost ?? null,
  };
}

/** SIREN of the supported structures, by position; null where the SIRET is not known. */
export function sirensOf(answers: Values): readonly (string | null)[] {
  return records(answers.structures).map((_, at) => {
    const siret = valueAtPath(answers, `structures.${at}.siret`);
    return typeof siret === "string" && /^\d{14}$/.test(siret) ? sirenOf(siret) : null;
  });
}

export function structureNamesOf(answers: Values): readonly string[] {
  return records(answers.structures).map((structure, at) =>
    typeof structure.legalName === "string" ? structure.legalName : `Structure ${at + 1}`,
  );
}

export function records(value: Value | null | undefined): readonly Values[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Values => typeof one === "object" && one !== null && !Array.isArray(one));
}

function numberOf(value: Value | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}
