import type { Figures } from "../../../engine/grants/figures.ts";
import { cents, euros, type Money, shareOf } from "../../../engine/values/money.ts";
import type { ConsultingFacts, PhaseFacts, StructureFacts } from "./facts.ts";

/** The figures of the text, as data: what consulting support is computed with. */
export type FundingRules = {
  /** CS-7: highest cost of a day that counts, excluding VAT. */
  readonly dailyCeiling: Money;
  /** CS-8: share paid, in basis points. */
  readonly rate: number;
  /** CS-9: days for one structure, over all its requests. */
  readonly maxDays: number;
  /** CS-9: aid for one structure, over all its requests. */
  readonly maxAid: Money;
  /** D-18: the 1 000 € limit the cost of a day that counts, or the aid for a day. */
  readonly ceilingOn: "cost" | "aid";
  /** D-19: the share applies to the costs, or to what the beneficiary really bears. */
  readonly base: "costs" | "own-share";
  /** D-20: days funded before count for the life of this version, for the civil year of filing alone, or since 2020. */
  readonly window: "version" | "year" | "since-2020";
  /** D-21: a day common to several structures counts for the share of each, or whole for each. */
  readonly sharedDay: "share" | "whole";
};

export const fundingRules: FundingRules = {
  dailyCeiling: euros(1_000),
  rate: 7_000,
  maxDays: 25,
  maxAid: euros(17_500),
  ceilingOn: "cost",
  base: "costs",
  window: "version",
  sharedDay: "share",
};

/** What was asked of a phase, and what of it is kept. */
export interface PhaseFunding {
  readonly phase: PhaseFacts["phase"];
  readonly days: number | null;
  readonly price: Money | null;
  /** Cents of a day that count: the ceiling at most. */
  readonly countedPrice: Money;
  /** What the phase costs as it was given, whatever of it is funded; null where unknown. */
  cost: Money | null;
  /** Null where days or price are unknown and matter. */
  kept: { readonly halfDays: number; readonly eligible: Money } | null;
}

/** Amounts in cents, days as numbers with halves; null where unknown. */
interface StructureCosts {
  readonly daysAsked: number | null;
  readonly days: number | null;
  readonly daysRefused: number | null;
  readonly allowance: number;
  readonly realCost: Money | null;
  readonly eligibleCosts: Money | null;
  readonly phases: readonly PhaseFunding[];
}

/** What a structure is paid, once the costs of all are known. */
export interface StructureFunding extends StructureCosts {
  /** What the rate applies to: the costs, or less where others bear a part of them (D-19, other reading). */
  readonly base: Money | null;
  /** Before the ceiling per structure. */
  readonly share: Money | null;
  /** After the ceiling per structure, before other public funding. */
  readonly capped: Money | null;
  region: Money | null;
}

export interface FundingFigures extends Figures {
  readonly structures: readonly StructureFunding[];
  /** The aid of all structures before other public funding. */
  readonly before: Money | null;
  /** What other public funding takes off the aid. */
  readonly reduction: Money | null;
}

const zero = cents(0);

/** The amounts of a request. Pure arithmetic on whole cents and half days; unknown where a needed fact is. */
export function computeFunding(facts: ConsultingFacts, rules: FundingRules): FundingFigures {
  const list = facts.structures ?? [];
  const other = facts.otherPublicFunding ?? zero;
  const costs = list.map((structure) => costsOf(structure, rules, facts.daysAreShared === true));
  const real = told(costs, "realCost");
  const structures = list.map((structure, index) => aidOf(costs[index], structure, rules, other, real));
  const isGuessed = facts.otherPublicFunding == null || list.some((structure) => pastOf(structure, rules).isGuessed);
  const realCost = sum(structures, "realCost");
  const before = sum(structures, "capped");
  const reduction = reductionOf(before, realCost, other, real);
  const aid = before === null || reduction === null ? null : cents(before - reduction);
  spread(structures, reduction ?? reductionOf(told(structures, "capped"), real, other, real) ?? zero);
  return {
    structures,
    realCost,
    eligibleCosts: sum(structures, "eligibleCosts"),
    before,
    otherPublicFunding: facts.otherPublicFunding ?? null,
    reduction,
    aid,
    total: aid,
    ownContribution: realCost === null || aid === null ? null : cents(Math.max(0, realCost - aid - other)),
    hasUnknown: isGuessed,
  };
}

/**
 * CS-8: the Region's aid and other public aid together never exceed the real costs. Costs that are not known yet only
 * leave more room: where the known ones leave enough, nothing is taken off.
 */
function reductionOf(before: Money | null, realCost: Money | null, other: Money, known: Money): Money | null {
  if (before === 0 || other === 0) return zero;
  if (before === null) return null;
  if (realCost === null) return before + other <= known ? zero : null;
  return cents(Math.min(before, Math.max(0, before + other - realCost)));
}

/**
 * The reduction falls on each structure as its aid weighs; the last cents go to the first that can bear them. Where the
 * costs of one are unknown, those of the others carry it alone: the least that they can have.
 */
function spread(structures: readonly StructureFunding[], reduction: Money): void {
  const before = told(structures, "capped");
  if (reduction === 0 || before === 0) return;
  let left: number = reduction;
  for (const one of structures) {
    if (one.capped === null) continue;
    const part = Math.floor((reduction * one.capped) / before);
    one.region = cents(one.capped - part);
    left -= part;
  }
  for (const one of structures) {
    if (one.region === null) continue;
    const taken = Math.min(left, one.region);
    one.region = cents(one.region - taken);
    left -= taken;
  }
}

/** The sum over all structures; null as soon as one is unknown, or where there is none. */
function sum<K extends string>(structures: readonly Readonly<Record<K, Money | null>>[], key: K): Money | null {
  return structures.length === 0 || structures.some((one) => one[key] === null) ? null : told(structures, key);
}

/** The sum of what is known. */
function told<K extends string>(structures: readonly Readonly<Record<K, Money | null>>[], key: K): Money {
  let total = 0;
  for (const one of structures) total += one[key] ?? 0;
  return cents(total);
}

function aidOf(
  costs: StructureCosts | undefined,
  structure: StructureFacts,
  rules: FundingRules,
  other: Money,
  realOfAll: Money,
): StructureFunding {
  if (costs === undefined) throw new RangeError("no costs of a structure");
  const base = baseOf(costs, rules, other, realOfAll);
  const share = base === null ? null : shareOf(base, rules.rate);
  const capped = share === null ? null : capAid(share, (costs.days ?? 0) * 2, pastOf(structure, rules), rules);
  return { ...costs, base, share, capped, region: capped };
}

/** D-19, other reading: the costs that the structure bears itself, other public money shared as real costs weigh. */
function baseOf(costs: StructureCosts, rules: FundingRules, other: Money, realOfAll: Money): Money | null {
  const { eligibleCosts, realCost } = costs;
  if (rules.base === "costs" || eligibleCosts === null || realCost === null || realOfAll === 0) return eligibleCosts;
  const borne = realCost - Math.ceil((other * realCost) / realOfAll);
  return cents(Math.min(eligibleCosts, Math.max(0, borne)));
}

function costsOf(structure: StructureFacts, rules: FundingRules, isShared: boolean): StructureCosts {
  const past = pastOf(structure, rules);
  const asked = structure.phases ?? [];
  const phases: PhaseFunding[] = [];
  let halfDays: number | null = asked.length === 0 ? null : 0;
  let real: number | null = halfDays;
  for (const { phase, days, dailyCost } of asked) {
    const price = dailyCost ?? null;
    phases.push({
      phase,
      days: days ?? null,
      price,
      countedPrice: counted(price ?? zero, rules),
      cost: null,
      kept: null,
    });
    halfDays = days == null || halfDays === null ? null : halfDays + days * 2;
    const worth = worthOf(days, dailyCost);
    real = worth === null || real === null ? null : real + worth;
  }
  const left = Math.max(0, rules.maxDays - past.days);
  const isWhole = isShared && rules.sharedDay === "whole" && left > 0;
  const allowance = isWhole ? allowanceOf(left, halfDays, structure) : left;
  const dearest = dearestFirst(phases);
  price(dearest);
  const kept = isWhole && structure.daysAttended == null ? null : keep(dearest, real, allowance);
  const daysKept = kept === null || (halfDays === null && allowance > 0) ? null : kept.halfDays / 2;
  return {
    daysAsked: halfDays === null ? null : halfDays / 2,
    days: daysKept,
    daysRefused: halfDays === null || daysKept === null ? null : halfDays / 2 - daysKept,
    allowance,
    realCost: real === null ? null : cents(Math.floor(real / 2)),
    eligibleCosts: kept === null ? null : cents(Math.floor(kept.cost / 2)),
    phases,
  };
}

/** D-21, other reading: each common day uses a whole day of the allowance, so a smaller share of it can be kept. */
function allowanceOf(left: number, halfDays: number | null, { daysAttended }: StructureFacts): number {
  if (halfDays === null || daysAttended == null || daysAttended * 2 <= halfDays) return left;
  return Math.floor((left * halfDays) / daysAttended) / 2;
}

/** Half cents of a phase: zero days or a zero price settle it, whatever the other is. */
function worthOf(days: number | null | undefined, dailyCost: Money | null | undefined): number | null {
  if (days === 0 || dailyCost === 0) return 0;
  return days == null || dailyCost == null ? null : days * 2 * dailyCost;
}

/** Each phase's own cost, truncated so that the phases add up to the cost of all, to the cent. */
function price(dearest: readonly PhaseFunding[]): void {
  let halfCents = 0;
  for (const phase of dearest) {
    const worth = worthOf(phase.days, phase.price);
    if (worth === null) continue;
    phase.cost = cents(Math.floor((halfCents + worth) / 2) - Math.floor(halfCents / 2));
    halfCents += worth;
  }
}

function dearestFirst(phases: readonly PhaseFunding[]): readonly PhaseFunding[] {
  return phases.length < 2 ? phases : phases.toSorted((a, b) => b.countedPrice - a.countedPrice);
}

/** CS-7: what a day counts for. */
function counted(price: Money, { ceilingOn, dailyCeiling }: FundingRules): Money {
  return ceilingOn === "aid" ? price : cents(Math.min(price, dailyCeiling));
}

/** CS-9: the dearest days once capped are kept first, so that the beneficiary keeps the best of the allowance. */
function keep(
  dearest: readonly PhaseFunding[],
  real: number | null,
  allowance: number,
): { readonly halfDays: number; readonly cost: number } | null {
  if (real === null && allowance > 0) return null;
  let room = allowance * 2;
  let halfDays = 0;
  let cost = 0;
  for (const phase of dearest) {
    const taken = Math.min(room, (phase.days ?? 0) * 2);
    const before = Math.floor(cost / 2);
    room -= taken;
    halfDays += taken;
    cost += taken * phase.countedPrice;
    phase.kept = { halfDays: taken, eligible: cents(Math.floor(cost / 2) - before) };
  }
  return { halfDays, cost };
}

interface Past {
  readonly days: number;
  /** What was granted before, where it is known. */
  readonly aid: Money | null;
  /** True where the days are unknown and were counted as none. */
  readonly isGuessed: boolean;
}

/** D-20: what the structure had before, in the window that counts. */
function pastOf(structure: StructureFacts, { window }: FundingRules): Past {
  const { daysAlreadyFunded, aidAlreadyGranted, daysFundedThisYear, aidGrantedThisYear } = structure;
  const { daysFundedSince2020, aidGrantedSince2020 } = structure;
  switch (window) {
    case "version":
      return { days: daysAlreadyFunded ?? 0, aid: aidAlreadyGranted ?? null, isGuessed: daysAlreadyFunded == null };
    case "year": {
      const days = daysAlreadyFunded === 0 ? 0 : daysFundedThisYear;
      return { days: days ?? 0, aid: aidGrantedThisYear ?? null, isGuessed: days == null };
    }
    case "since-2020":
      return {
        days: daysFundedSince2020 ?? daysAlreadyFunded ?? 0,
        aid: aidGrantedSince2020 ?? null,
        isGuessed: daysFundedSince2020 == null,
      };
  }
}

/** CS-9 and D-18: never more than what is left of the structure's ceiling, nor than 1 000 € a day. */
function capAid(share: Money, halfDays: number, past: Past, rules: FundingRules): Money | null {
  const most = Math.min(share, Math.floor((rules.dailyCeiling * halfDays) / 2));
  if (past.aid !== null) return cents(Math.min(most, Math.max(0, rules.maxAid - past.aid)));
  // By the text's own reading the days left bound the aid: what was granted before can only be what they were worth.
  if (rules.ceilingOn === "cost") return cents(most);
  // By the other, a day may have had anything up to the ceiling: the aid is known where that changes nothing.
  const least = Math.min(most, Math.max(0, rules.maxAid - rules.dailyCeiling * past.days));
  return least === Math.min(most, rules.maxAid) ? cents(least) : null;
}
