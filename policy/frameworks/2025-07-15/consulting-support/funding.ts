import { cents, euros, type Money, shareOf } from "../../../engine/money.ts";
import type { ConsultingFacts, PhaseFacts, StructureFacts } from "./facts.ts";

/** The figures of the text, as data. */
export interface FundingRules {
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
  /** D-20: days funded before count for the life of this version, or those of the civil year of filing alone. */
  readonly window: "version" | "year";
  /** D-21: a day common to several structures counts for the share of each, or whole for each. */
  readonly sharedDay: "share" | "whole";
}

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

/** The other reading of each doubt that moves an amount. */
export const otherReadings = {
  "D-18": { ceilingOn: "aid" },
  "D-19": { base: "own-share" },
  "D-20": { window: "year" },
  "D-21": { sharedDay: "whole" },
} as const satisfies Readonly<Record<string, Partial<FundingRules>>>;

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
export interface StructureFunding {
  readonly daysAsked: number | null;
  readonly days: number | null;
  readonly daysRefused: number | null;
  readonly allowance: number;
  readonly realCost: Money | null;
  readonly eligibleCosts: Money | null;
  /** D-19, other reading: what other public funding takes off the costs before the rate. */
  readonly otherShare: Money;
  /** Before the ceiling per structure. */
  readonly share: Money | null;
  /** After the ceiling per structure, before other public funding. */
  readonly capped: Money | null;
  region: Money | null;
  readonly phases: readonly PhaseFunding[];
}

export interface FundingFigures {
  readonly structures: readonly StructureFunding[];
  readonly realCost: Money | null;
  readonly eligibleCosts: Money | null;
  /** The aid of all structures before other public funding. */
  readonly before: Money | null;
  readonly otherPublicFunding: Money;
  /** What other public funding takes off the aid. */
  readonly reduction: Money | null;
  readonly region: Money | null;
  readonly ownContribution: Money | null;
  /** True where a fact that could lower the amount is unknown and was counted as nothing. */
  readonly isEstimate: boolean;
}

const zero = cents(0);

/** The amounts of a request. Pure arithmetic on whole cents and half days; unknown where a needed fact is. */
export function computeFunding(facts: ConsultingFacts, rules: FundingRules): FundingFigures {
  const list = facts.structures ?? [];
  const other = facts.otherPublicFunding ?? zero;
  let isEstimate = facts.otherPublicFunding == null;
  const structures: StructureFunding[] = [];
  for (const structure of list) {
    structures.push(fundStructure(structure, rules, shareOfOther(list, structure, other, rules)));
    if (pastOf(structure, rules).isGuessed) isEstimate = true;
  }
  if (structures.length === 0) {
    const none = {
      realCost: null,
      eligibleCosts: null,
      before: null,
      reduction: null,
      region: null,
      ownContribution: null,
    };
    return { structures, otherPublicFunding: other, isEstimate, ...none };
  }
  const realCost = sum(structures, "realCost");
  const before = sum(structures, "capped");
  const reduction = reductionOf(before, realCost, other);
  const region = before === null || reduction === null ? null : cents(before - reduction);
  if (reduction !== 0) spread(structures, before ?? zero, reduction);
  return {
    structures,
    realCost,
    eligibleCosts: sum(structures, "eligibleCosts"),
    before,
    otherPublicFunding: other,
    reduction,
    region,
    ownContribution: realCost === null || region === null ? null : cents(Math.max(0, realCost - region - other)),
    isEstimate,
  };
}

/** CS-8: the Region's aid and other public aid together never exceed the real costs. */
function reductionOf(before: Money | null, realCost: Money | null, other: Money): Money | null {
  if (before === 0 || other === 0) return zero;
  if (before === null || realCost === null) return null;
  return cents(Math.min(before, Math.max(0, before + other - realCost)));
}

/** The reduction falls on each structure as its aid weighs; the last cents go to the first that can bear them. */
function spread(structures: readonly StructureFunding[], before: Money, reduction: Money | null): void {
  let left: number = reduction ?? 0;
  for (const one of structures) {
    if (reduction === null || one.capped === null) {
      one.region = null;
      continue;
    }
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

function sum(structures: readonly StructureFunding[], key: "realCost" | "eligibleCosts" | "capped"): Money | null {
  let total = 0;
  for (const one of structures) {
    const amount = one[key];
    if (amount === null) return null;
    total += amount;
  }
  return cents(total);
}

/** D-19, other reading: other public funding leaves the base first, shared as the costs of the structures weigh. */
function shareOfOther(
  list: readonly StructureFacts[],
  structure: StructureFacts,
  other: Money,
  rules: FundingRules,
): Money {
  if (rules.base === "costs") return zero;
  let total = 0;
  for (const one of list) total += fundStructure(one, rules, zero).eligibleCosts ?? 0;
  const own = fundStructure(structure, rules, zero).eligibleCosts ?? 0;
  return total === 0 ? zero : cents(Math.ceil((other * own) / total));
}

function fundStructure(structure: StructureFacts, rules: FundingRules, otherShare: Money): StructureFunding {
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
  const allowance = allowanceOf(Math.max(0, rules.maxDays - past.days), halfDays, structure, rules);
  const dearest = dearestFirst(phases);
  price(dearest);
  const kept = keep(dearest, real, allowance);
  const eligibleCosts = kept === null ? null : cents(Math.floor(kept.cost / 2));
  const share = eligibleCosts === null ? null : shareOf(cents(Math.max(0, eligibleCosts - otherShare)), rules.rate);
  const capped = share === null || kept === null ? null : capAid(share, kept.halfDays, past, rules);
  const daysKept = kept === null || (halfDays === null && allowance > 0) ? null : kept.halfDays / 2;
  return {
    daysAsked: halfDays === null ? null : halfDays / 2,
    days: daysKept,
    daysRefused: halfDays === null || daysKept === null ? null : halfDays / 2 - daysKept,
    allowance,
    realCost: real === null ? null : cents(Math.floor(real / 2)),
    eligibleCosts,
    otherShare,
    share,
    capped,
    region: capped,
    phases,
  };
}

/** D-21, other reading: each common day uses a whole day of the allowance, so a smaller share of it can be kept. */
function allowanceOf(
  left: number,
  halfDays: number | null,
  { daysAttended }: StructureFacts,
  rules: FundingRules,
): number {
  if (rules.sharedDay === "share" || halfDays === null || daysAttended == null || daysAttended * 2 <= halfDays)
    return left;
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
  const isFirst = daysAlreadyFunded === 0;
  const days = window === "version" || isFirst ? daysAlreadyFunded : daysFundedThisYear;
  const aid = window === "version" ? aidAlreadyGranted : aidGrantedThisYear;
  return { days: days ?? 0, aid: aid ?? null, isGuessed: days == null };
}

/** CS-9 and D-18: never more than what is left of the structure's ceiling, nor than 1 000 € a day. */
function capAid(share: Money, halfDays: number, past: Past, rules: FundingRules): Money {
  const atMostBefore = Math.min(rules.maxAid, shareOf(rules.dailyCeiling, rules.rate) * past.days);
  const left = Math.max(0, rules.maxAid - (past.aid ?? atMostBefore));
  return cents(Math.min(share, left, Math.floor((rules.dailyCeiling * halfDays) / 2)));
}
