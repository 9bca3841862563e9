import type { Line } from "../../../engine/grants/costs.ts";
import type { Figures } from "../../../engine/grants/figures.ts";
import { NOT_MET, TO_ASSESS } from "../../../engine/rules/truth.ts";
import { cents, type Money, portionOf } from "../../../engine/values/money.ts";
import type { CostFacts, ModernisationFacts, PlanFacts } from "./facts.ts";
import type { ModernisationTerms } from "./terms.ts";

/** What one cost is worth. Cents; null where it is not told. */
export interface CostFigures {
  /** Excluding VAT, plus the VAT that is not recovered. */
  readonly cost: Money | null;
  /** What of it counts; null as long as no call fixes anything. */
  readonly eligible: Money | null;
}

export interface ModernisationFigures extends Figures {
  readonly costs: readonly CostFigures[];
  /** The rate applied, before any ceiling. */
  readonly share: Money | null;
  /** After the ceiling of the call, before other public money. */
  readonly capped: Money | null;
  /** What other public money takes off the aid. */
  readonly reduction: Money | null;
  /** What private funders bring, by the plan. */
  readonly privateFunding: Money | null;
}

const zero = cents(0);

/** The amounts of a project: whole cents. All of them come from the terms of a call; without, none is said (MO-3, D-03). */
export function computeFunding(
  facts: ModernisationFacts,
  lines: readonly Line[],
  terms: ModernisationTerms,
  retained?: Money,
): ModernisationFigures {
  const isPublished = terms.rate != null && terms.maxAid != null;
  const costs = lines.map((line) => costOf(line, terms, isPublished));
  const realCost = sumOf(costs.map(({ cost }) => cost));
  const eligibleCosts = atMost(isPublished ? sumOf(costs.map(({ eligible }) => eligible)) : null, retained);
  const plan = facts.project?.funding ?? null;
  const other = facts.otherPublicFunding ?? broughtBy(plan, isPublic);
  const share = eligibleCosts === null || terms.rate == null ? null : portionOf(eligibleCosts, terms.rate);
  const capped = share === null || terms.maxAid == null ? null : cents(Math.min(share, terms.maxAid));
  const room = realCost === null ? null : Math.max(0, realCost - (other ?? 0));
  const aid = capped === null || room === null ? null : cents(Math.min(capped, room));
  const privateFunding = broughtBy(plan, isPrivate);
  const others = (other ?? 0) + (privateFunding ?? 0);
  return {
    costs,
    realCost,
    eligibleCosts,
    share,
    capped,
    reduction: capped === null || aid === null ? null : cents(capped - aid),
    aid,
    total: aid,
    otherPublicFunding: other,
    privateFunding,
    ownContribution: realCost === null || aid === null ? null : cents(Math.max(0, realCost - aid - others)),
    hasUnknown: other === null || (facts.costs ?? []).some(isVatUntold),
  };
}

function costOf({ values, code }: Line, terms: ModernisationTerms, isPublished: boolean): CostFigures {
  const { amount, vat, vatRecoverable } = values as CostFacts;
  if (amount == null) return { cost: null, eligible: null };
  const borne = vatRecoverable === false ? (vat ?? 0) : 0;
  const isRefused = code === NOT_MET || code === TO_ASSESS;
  const counted = terms.countsVat === false ? amount : cents(amount + borne);
  return { cost: cents(amount + borne), eligible: isPublished ? (isRefused ? zero : counted) : null };
}

/** A selection may retain less of a project than its lines allow. */
function atMost(eligible: Money | null, retained: Money | undefined): Money | null {
  return eligible === null || retained === undefined ? eligible : cents(Math.min(eligible, retained));
}

/** VAT is told, and not whether it is recovered: it may still raise what counts. */
function isVatUntold({ vat, vatRecoverable }: CostFacts): boolean {
  return vat != null && vat > 0 && vatRecoverable == null;
}

/** The sum of all; null as soon as one is unknown, or where there is none. */
function sumOf(amounts: readonly (Money | null)[]): Money | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return amounts.length === 0 ? null : cents(sum);
}

function broughtBy(plan: readonly PlanFacts[] | null, isOne: (source: PlanFacts["source"]) => boolean): Money | null {
  if (plan === null || plan.length === 0) return null;
  let sum = 0;
  for (const { source, amount } of plan) if (isOne(source)) sum += amount ?? 0;
  return cents(sum);
}

function isPublic(source: PlanFacts["source"]): boolean {
  return source != null && source !== "region" && source !== "own" && source !== "private";
}

function isPrivate(source: PlanFacts["source"]): boolean {
  return source === "private";
}
