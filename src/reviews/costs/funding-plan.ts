import type { OpenScheme, Values } from "#policy/index.ts";
import { type Application, besideOf, type FundingPlan, planOf } from "#src/life/index.ts";
import type { Instruction } from "../instruction/instruction.ts";
import { schemeOf } from "../scheme.ts";
import { type AcceptedCost, type BudgetLine, budgetLines, whyLess } from "./accepted-costs.ts";

/** The plan of an aid on what was accepted of a request. */
export function fundingPlan(
  application: Settled,
  instruction: Pick<Instruction, "asked" | "accepted">,
  aid: number,
): FundingPlan {
  const { funding } = instruction.accepted;
  const presented = instruction.asked.funding.realCost ?? 0;
  const eligible = funding.eligibleCosts ?? 0;
  const eligibleAs = retainedAs(application, eligible);
  return planOf(
    {
      presented,
      eligible,
      ...(eligibleAs === undefined ? {} : { eligibleAs }),
      other: funding.otherPublicFunding ?? 0,
      ...besideOf(funding),
    },
    aid,
  );
}

/** A line of the budget as documents print it: presented, kept, and why not all. Cents. */
export interface PlanLine extends BudgetLine {
  readonly presented: number;
  readonly kept: number;
  /** Empty where all is kept. */
  readonly why: string;
  /** What counts for the aid, by column where the rules bound one. */
  readonly counted: Readonly<Record<string, number>>;
}

export function planLines(
  scheme: OpenScheme,
  answers: Values,
  accepted: readonly AcceptedCost[],
  instruction: Pick<Instruction, "asked" | "accepted">,
): readonly PlanLine[] {
  return budgetLines(scheme, answers).map((line) => {
    const here = (one: { readonly path: string }) => one.path === line.line;
    const cut = accepted.find((one) => one.line === line.line) ?? null;
    const cost = instruction.accepted.costs.find(here);
    const presented = instruction.asked.costs.find(here)?.cost ?? 0;
    const kept = cost?.eligible ?? 0;
    return {
      ...line,
      presented,
      kept,
      why: kept < presented ? whyLess(cut, cost) : "",
      counted: Object.fromEntries(Object.entries(cost?.kept ?? {}).map(([column, { kept: of }]) => [column, of ?? 0])),
    };
  });
}

/** What tells who settled the costs of a file. */
export type Settled = Pick<Application, "framework" | "scheme" | "otherDecision" | "retainedCosts">;

/** How the eligible costs of a project are called once a selection settled them, in few words; undefined elsewhere. */
export function retainedAs(application: Settled, eligible: number): string | undefined {
  const { otherDecision: other, retainedCosts } = application;
  const { track } = schemeOf(application);
  if (track !== undefined && other?.selected === true && other.retained === eligible) {
    return `Total retenu (${track.name})`;
  }
  return retainedCosts === eligible ? "Total retenu (comité)" : undefined;
}
