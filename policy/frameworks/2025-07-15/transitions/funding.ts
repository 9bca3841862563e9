import type { Line } from "../../../engine/grants/costs.ts";
import type { Figures } from "../../../engine/grants/figures.ts";
import { NOT_MET, TO_ASSESS, UNKNOWN } from "../../../engine/rules/truth.ts";
import { cents, type Money, portionOf, proRata } from "../../../engine/values/money.ts";
import type { CostOption } from "./cost-options.ts";
import type { CostFacts, Heading, TransitionFacts } from "./facts.ts";
import type { TransitionTerms } from "./terms.ts";

/** What the arithmetic of 2.c gives. */
export interface TransitionFigures extends Figures {
  readonly esf: Money | null;
  /** On what is certain alone: neither a line to assess, nor one where an answer is missing. */
  readonly esfSure: Money | null;
  /** If all that is to assess or unknown were kept; null where that cannot be bounded. */
  readonly esfAtMost: Money | null;
  /** Costs kept, line by line, before the flat rate; 0 where a line is refused or to assess. */
  readonly kept: readonly (Money | null)[];
  /** The flat rate of a simplified cost option; null where none applies. */
  readonly flat: Money | null;
  /** Eligible contributions in kind (TR-13). */
  readonly inKind: Money | null;
  /** The contributions in kind of the plan, kept or not: they stand on both sides. */
  readonly givenInKind: Money | null;
  /** Kept aside, for a person to judge. */
  readonly toAssess: Money;
  /** Both shares before public money is bounded. */
  readonly regionShare: Money | null;
  readonly esfShare: Money | null;
  /** What the Region and the ESF+ may pay together. */
  readonly ceiling: Money | null;
}

/** Kept costs by the bases of the flat rates. */
interface Kept {
  staff: number;
  otherDirect: number;
  indirect: number;
  inKind: number;
}

const none = (): Kept => ({ staff: 0, otherDirect: 0, indirect: 0, inKind: 0 });

/** The one function of money of 2.c: pure, in whole cents, truncated. */
export function fund(
  facts: TransitionFacts,
  lines: readonly Line[],
  terms: TransitionTerms,
  retained?: Money,
): TransitionFigures {
  const option = methodOf(facts, terms);
  const sure = none();
  const told = none();
  const most = none();
  const kept: (Money | null)[] = [];
  let cash = 0;
  let givenInKind = 0;
  let toAssess = 0;
  let isPriced = lines.length > 0;
  let isBounded = true;
  let hasUnknown = facts.otherPublicFunding == null;
  for (const { values, code } of lines) {
    const line = values as ProjectCost;
    const cost = costOf(line, terms);
    if (cost === null) {
      isPriced = false;
      kept.push(null);
      continue;
    }
    if (line.heading === "in-kind") givenInKind += cost;
    else cash += cost;
    const counted = countedOf(line, cost);
    if (code !== NOT_MET) add(most, line.heading, counted + vatInDoubt(line, terms));
    if (code < TO_ASSESS) add(sure, line.heading, counted);
    if (code < TO_ASSESS || code === UNKNOWN) add(told, line.heading, counted);
    if (code === UNKNOWN) hasUnknown = true;
    if (code === TO_ASSESS) toAssess += counted;
    if (line.heading == null && option != null) isBounded = false;
    kept.push(code === NOT_MET || code === TO_ASSESS ? cents(0) : counted);
  }
  if (!isPriced) return unpriced(facts, kept, cents(toAssess));
  const flat = flatOf(told, option, terms);
  const plan: Plan = { cash, other: facts.otherPublicFunding ?? 0, option, terms, retained };
  const { eligible, ceiling, region, esf, regionShare, esfShare } = share(told, plan, facts.requestedEsfRate);
  const spent = cash + (flat ?? 0);
  const total = region === null || esf === null ? null : cents(region + esf);
  return {
    realCost: cents(spent + givenInKind),
    eligibleCosts: eligible,
    aid: region,
    total,
    otherPublicFunding: facts.otherPublicFunding ?? null,
    ownContribution: total === null ? null : cents(Math.max(0, spent - total - plan.other)),
    hasUnknown,
    esf,
    ...boundsOf(sure, most, plan, { rate: facts.requestedEsfRate, isBounded }),
    kept,
    flat,
    inKind: cents(told.inKind),
    givenInKind: cents(givenInKind),
    toAssess: cents(toAssess),
    regionShare,
    esfShare,
    ceiling,
  };
}

/** A line as the rules hand it over, with what was derived. */
export type ProjectCost = CostFacts & {
  readonly derived?: { readonly daysInside?: number | null; readonly daysServed?: number | null };
};

/** TR-12: one method for the whole file, that of the call where it imposes one. */
export function methodOf({ costOption }: TransitionFacts, terms: TransitionTerms): CostOption | null {
  return terms.costOption === "any" ? (costOption ?? null) : terms.costOption;
}

/** D-42: what a line costs: its price without VAT, and the VAT that nobody gives back. */
export function costOf({ amount, vat, vatRecoverable }: CostFacts, terms: TransitionTerms): Money | null {
  if (amount == null) return null;
  const isPaid = vatRecoverable === false && terms.vat === "with-unrecovered";
  return isPaid ? cents(amount + (vat ?? 0)) : amount;
}

/** VAT that would count if it turned out not to be recovered. */
function vatInDoubt({ vat, vatRecoverable }: CostFacts, terms: TransitionTerms): number {
  return vatRecoverable == null && terms.vat === "with-unrecovered" ? (vat ?? 0) : 0;
}

/** D-39: maintenance counts for its days inside the operation. */
function countedOf({ heading, derived }: ProjectCost, cost: Money): Money {
  const { daysInside, daysServed } = derived ?? {};
  if (heading !== "external" || daysInside == null || daysServed == null) return cost;
  return proRata(cost, daysInside, daysServed);
}

function add(to: Kept, heading: Heading | null | undefined, amount: number): void {
  if (heading === "staff") to.staff += amount;
  else if (heading === "in-kind") to.inKind += amount;
  else if (heading === "indirect") to.indirect += amount;
  else to.otherDirect += amount;
}

/** D-41: what a simplified cost option adds to the lines. */
function flatOf({ staff, otherDirect }: Kept, option: CostOption | null | undefined, terms: TransitionTerms) {
  switch (option) {
    case "7-direct":
      return portionOf(cents(staff + otherDirect), terms.flatOfDirect);
    case "15-staff":
      return portionOf(cents(staff), terms.flatOfStaff);
    case "40-staff":
      return portionOf(cents(staff), terms.flatForOthers);
    case "20-direct":
      return portionOf(cents(otherDirect), terms.flatForStaff);
    default:
      return null;
  }
}

interface Plan {
  /** All that is paid in money, eligible or not. */
  readonly cash: number;
  readonly other: number;
  readonly option: CostOption | null | undefined;
  readonly terms: TransitionTerms;
  /** D-31, D-32: what the selection retained bounds what counts. */
  readonly retained: Money | undefined;
}

/**
 * Who pays what of kept costs. The Region's share is fixed and the European one is a maximum: where public money would
 * exceed the costs in money, the European share gives way first.
 */
function share(of: Kept, { cash, other, option, terms, retained }: Plan, rate: number | null | undefined) {
  const flat = flatOf(of, option, terms) ?? 0;
  const kept = of.staff + of.otherDirect + of.indirect + of.inKind + flat;
  const eligible = cents(Math.min(kept, retained ?? kept));
  const regionShare = portionOf(eligible, terms.regionRate);
  const mostPublic = terms.remainder === "any" ? cash + flat : regionShare + portionOf(eligible, terms.esfMaxRate);
  const ceiling = cents(Math.max(0, Math.min(eligible - of.inKind, Math.min(cash + flat, mostPublic) - other)));
  const region = cents(Math.min(regionShare, ceiling));
  const esfShare = rate == null ? null : portionOf(eligible, Math.min(rate, terms.esfMaxRate));
  const esf = esfShare === null ? null : cents(Math.min(esfShare, ceiling - region));
  return { eligible, ceiling, regionShare, region, esfShare, esf };
}

/**
 * The least and the most that the ESF+ may pay. The Region's share grows with every cost kept, one in kind too, and may
 * take the place of the European one: each bound takes the costs that push it furthest.
 */
function boundsOf(
  sure: Kept,
  most: Kept,
  plan: Plan,
  { rate, isBounded }: { readonly rate: number | null | undefined; readonly isBounded: boolean },
): Pick<TransitionFigures, "esfSure" | "esfAtMost"> {
  const low = share(sure, plan, rate);
  const high = share(most, plan, rate ?? plan.terms.esfMaxRate);
  const left = (ceiling: Money, region: Money) => Math.max(0, ceiling - region);
  return {
    esfSure: low.esfShare === null ? null : cents(Math.min(low.esfShare, left(low.ceiling, high.regionShare))),
    esfAtMost:
      isBounded && high.esfShare !== null ? cents(Math.min(high.esfShare, left(high.ceiling, low.regionShare))) : null,
  };
}

/** A cost without an amount leaves the whole unknown. */
function unpriced(
  { otherPublicFunding }: TransitionFacts,
  kept: readonly (Money | null)[],
  toAssess: Money,
): TransitionFigures {
  return {
    realCost: null,
    eligibleCosts: null,
    aid: null,
    total: null,
    otherPublicFunding: otherPublicFunding ?? null,
    ownContribution: null,
    hasUnknown: true,
    esf: null,
    esfSure: null,
    esfAtMost: null,
    kept,
    flat: null,
    inKind: null,
    givenInKind: null,
    toAssess,
    regionShare: null,
    esfShare: null,
    ceiling: null,
  };
}
