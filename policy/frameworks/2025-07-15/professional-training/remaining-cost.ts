import { cents, type Money, shareOf } from "../../../engine/values/money.ts";

/** What an employer may count for one trained person: the text names none (D-51), the year's programme chooses. */
export const costBases = {
  wages: "Salaire et charges pendant la formation",
  travel: "Déplacements, repas, hébergement",
  replacement: "Remplacement de la personne",
} as const;
export type CostBase = keyof typeof costBases;

/** The rule of one year (PR-3, D-51): data of the programme. Without it, no amount is ever computed. */
export interface RemainingCostRule {
  /** Part of the remaining cost that is taken in charge, in basis points. */
  readonly share: number;
  /** The most for one person in one session; null without one. */
  readonly ceiling: Money | null;
  /** Which costs count. */
  readonly base: readonly CostBase[];
}

/** What one seat cost its employer, and what others pay of it (D-06: never paid twice). */
export interface SeatCosts {
  readonly costs: Readonly<Record<CostBase, Money>>;
  /** What the OPCO or anyone else pays of these same costs. */
  readonly paidByOthers: Money;
}

export type RemainingCost =
  | { readonly kind: "no-rule" }
  | {
      readonly kind: "computed";
      /** The counted costs, one by one. */
      readonly counted: readonly { readonly base: CostBase; readonly amount: Money }[];
      /** Costs that were declared and that the year's rule does not count. */
      readonly left: readonly CostBase[];
      readonly total: Money;
      readonly paidByOthers: Money;
      readonly remaining: Money;
      /** Before the ceiling. */
      readonly part: Money;
      readonly amount: Money;
      readonly isCapped: boolean;
    };

/** What can be asked for one seat: the share of what is left to the employer, up to the ceiling, whole cents. */
export function remainingCost(rule: RemainingCostRule | null, seat: SeatCosts): RemainingCost {
  if (rule === null) return { kind: "no-rule" };
  const counted = rule.base.map((base) => ({ base, amount: seat.costs[base] }));
  const total = cents(counted.reduce((sum, one) => sum + one.amount, 0));
  const remaining = cents(Math.max(0, total - seat.paidByOthers));
  const part = shareOf(remaining, rule.share);
  const isCapped = rule.ceiling !== null && part > rule.ceiling;
  const amount = isCapped && rule.ceiling !== null ? rule.ceiling : part;
  const others = Object.keys(costBases) as CostBase[];
  const left = others.filter((base) => !rule.base.includes(base) && seat.costs[base] > 0);
  return { kind: "computed", counted, left, total, paidByOthers: seat.paidByOthers, remaining, part, amount, isCapped };
}
