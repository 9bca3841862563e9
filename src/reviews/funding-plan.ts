import type { OpenScheme, Values } from "#policy/index.ts";
import { type AcceptedCost, type BudgetLine, budgetLines, whyLess } from "./accepted-costs.ts";
import type { Instruction } from "./instruction.ts";

/** Who pays what of a request, the same on the officer's page, in the report, the letters and the agreement. Cents. */
export interface FundingPlan {
  /** What the quotes ask: the beneficiary pays it whatever of it is accepted. */
  readonly presented: number;
  /** What of it counts for the aid, once cut by the officer and capped by the rules. */
  readonly eligible: number;
  readonly aid: number;
  readonly other: number;
  /** What really remains to pay. */
  readonly own: number;
  /** The aid over the eligible cost, in basis points. */
  readonly rate: number;
}

export function fundingPlan(instruction: Pick<Instruction, "asked" | "accepted">, aid: number): FundingPlan {
  const { funding } = instruction.accepted;
  const presented = instruction.asked.funding.realCost ?? 0;
  const eligible = funding.eligibleCosts ?? 0;
  const other = funding.otherPublicFunding ?? 0;
  return { presented, eligible, aid, other, own: Math.max(0, presented - aid - other), rate: rateOf(aid, eligible) };
}

/** In basis points, rounded up: a rate that was cut would never reach the amount voted, which stays the ceiling. */
export function rateOf(aid: number, eligible: number): number {
  return eligible === 0 ? 0 : Math.ceil((aid * 10_000) / eligible);
}

/** A line of the budget as documents print it: presented, kept, and why not all. Cents. */
export interface PlanLine extends BudgetLine {
  readonly presented: number;
  readonly kept: number;
  /** Empty where all is kept. */
  readonly why: string;
  /** Days that count for the aid. */
  readonly keptDays: number;
}

export function planLines(
  scheme: OpenScheme,
  answers: Values,
  accepted: readonly AcceptedCost[],
  instruction: Pick<Instruction, "asked" | "accepted">,
): readonly PlanLine[] {
  return budgetLines(scheme, answers).map((line) => {
    const here = (one: { readonly structure: number; readonly phase: number }) =>
      one.structure === line.structure && one.phase === line.phase;
    const cut = accepted.find((one) => one.line === line.line) ?? null;
    const cost = instruction.accepted.costs.find(here);
    const presented = instruction.asked.costs.find(here)?.cost ?? 0;
    const kept = cost?.eligible ?? 0;
    return {
      ...line,
      presented,
      kept,
      why: kept < presented ? whyLess(cut, cost) : "",
      keptDays: cost?.daysKept ?? 0,
    };
  });
}
