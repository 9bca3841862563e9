import {
  type Assessment,
  type Context,
  type CostResult,
  eligibilityOf,
  type PointToJudge,
} from "../../../engine/assessment.ts";
import { compile, type Test } from "../../../engine/compile.ts";
import { type ClosedDoubts, judge } from "../../../engine/criterion.ts";
import type { Doubt, OpenDoubt } from "../../../engine/doubt.ts";
import { sayDays, sayMoney } from "../../../engine/french.ts";
import type { Money } from "../../../engine/money.ts";
import { itemsAt, type Place, scopeOf } from "../../../engine/scope.ts";
import { MET } from "../../../engine/truth.ts";
import { criteria } from "./criteria.ts";
import { doubts } from "./doubts.ts";
import type { ConsultingFacts } from "./facts.ts";
import { computeFunding, type FundingFigures, fundingRules } from "./funding.ts";
import { grid } from "./grid.ts";
import { isOther, rulesInForce } from "./readings.ts";
import { fundingSteps } from "./steps.ts";

const financing = "1.b, modalités de financement";

/** Consulting support: all that the rules say of a request on a day. Unknown facts stay unknown. */
export function evaluate(facts: ConsultingFacts, context: Context): Assessment {
  const closed = context.closedDoubts ?? {};
  const place: Place = { facts, today: context.today, at: [] };
  const results = criteria.flatMap((criterion) => judge(criterion, place, closed));
  const eligibility = eligibilityOf(results);
  const rules = rulesInForce(closed);
  const figures = computeFunding(facts, rules);
  const toAssess = results.filter((result) => result.status === "to-assess");
  const open = openDoubts(place, figures, closed);
  return {
    scheme: "appui-conseil",
    framework: "2025-07-15",
    today: context.today,
    eligibility,
    criteria: results,
    missing: [...new Set(results.flatMap((result) => result.missing))],
    toAssess,
    costs: costsOf(facts, figures),
    funding: {
      realCost: figures.realCost,
      eligibleCosts: figures.eligibleCosts,
      region: figures.region,
      esf: figures.region === null ? null : noMoney,
      total: figures.region,
      otherPublicFunding: facts.otherPublicFunding ?? null,
      ownContribution: figures.ownContribution,
      isEstimate: figures.isEstimate || eligibility !== "eligible",
      structures: figures.structures.map((one) => ({
        days: one.days,
        daysAsked: one.daysAsked,
        daysRefused: one.daysRefused,
        daysAllowed: one.allowance,
        realCost: one.realCost,
        eligibleCosts: one.eligibleCosts,
        region: one.region,
      })),
      steps: fundingSteps(facts, figures, rules),
    },
    doubts: open,
    pointsToJudge: [...gridPoints, ...pointsFrom(toAssess, open)],
  };
}

const gridPoints: readonly PointToJudge[] = grid.map(({ id, provision, question }) => ({ id, provision, question }));

const noMoney = 0 as Money;

function costsOf(facts: ConsultingFacts, figures: FundingFigures): readonly CostResult[] {
  const costs: CostResult[] = [];
  (facts.structures ?? []).forEach((structure, at) => {
    (structure.phases ?? []).forEach((phase, index) => {
      const figure = figures.structures[at]?.phases[index];
      const asked = phase.days ?? null;
      const kept = figure?.halfDaysKept ?? null;
      costs.push({
        index: costs.length,
        structure: at,
        phase: index,
        status: kept === null ? "to-assess" : kept === 0 && asked !== 0 ? "not-eligible" : "eligible",
        eligible: figure?.eligible ?? null,
        daysAsked: asked,
        daysKept: kept === null ? null : kept / 2,
        reason: costReason(asked, kept, phase.dailyCost ?? null, fundingRules.dailyCeiling),
        provision: financing,
      });
    });
  });
  return costs;
}

function costReason(asked: number | null, kept: number | null, price: Money | null, ceiling: Money): string {
  if (kept === null || asked === null) return "Le nombre de jours ou leur coût hors taxes n’est pas indiqué.";
  const cut =
    price !== null && price > ceiling
      ? ` Le coût retenu est plafonné à ${sayMoney(ceiling)} HT par jour (demandé : ${sayMoney(price)}).`
      : "";
  if (kept / 2 === asked) return `Les jours demandés sont retenus (${sayDays(asked)}).${cut}`;
  if (kept === 0)
    return `Aucun des jours demandés n’est retenu (${sayDays(asked)}) : le plafond de 25 jours par structure est atteint.`;
  return `Jours retenus : ${sayDays(kept / 2)} sur ${sayDays(asked)} ; le plafond est de 25 jours par structure.${cut}`;
}

function openDoubts(place: Place, figures: FundingFigures, closed: ClosedDoubts): readonly OpenDoubt[] {
  return doubts.flatMap((doubt) => {
    if (doubt.raisedWhen === undefined) return [];
    if (doubt.each === undefined) return isRaised(doubt, place) ? opened(doubt, place, figures, closed, undefined) : [];
    return itemsAt(doubt.each, place.facts, []).flatMap((_, index) =>
      isRaised(doubt, { ...place, at: [index] }) ? opened(doubt, place, figures, closed, index) : [],
    );
  });
}

const tests = new Map<string, Test>(
  doubts.flatMap(({ id, raisedWhen }) => (raisedWhen === undefined ? [] : [[id, compile(raisedWhen)]])),
);

function isRaised({ id, raisedWhen }: Doubt, place: Place): boolean {
  const test = tests.get(id);
  if (raisedWhen === undefined || test === undefined) return false;
  const { facts, outer, inner, today } = scopeOf(raisedWhen, place);
  return test(facts, outer, inner, today) === MET;
}

function opened(
  { id, provision, question, defaultReading, alternative }: Doubt,
  place: Place,
  figures: FundingFigures,
  closed: ClosedDoubts,
  structure: number | undefined,
): readonly OpenDoubt[] {
  const effect = effectOf(id, place, figures, closed);
  // Readings of an amount matter only where they give two amounts.
  if (id === "D-18" && effect !== null && effect.default === effect.alternative) return [];
  const reading = closed[id];
  return [
    {
      id,
      provision,
      question,
      defaultReading,
      alternative,
      effect,
      ...(structure === undefined ? null : { structure }),
      ...(reading === undefined ? null : { closed: reading }),
    },
  ];
}

function effectOf(id: string, place: Place, figures: FundingFigures, closed: ClosedDoubts): OpenDoubt["effect"] {
  const facts: ConsultingFacts = place.facts;
  if (isOther(id)) {
    const byDefault = computeFunding(facts, rulesInForce({ ...closed, [id]: "default" })).region;
    const otherwise = computeFunding(facts, rulesInForce({ ...closed, [id]: "alternative" })).region;
    return byDefault === null || otherwise === null ? null : { default: byDefault, alternative: otherwise };
  }
  if (figures.region === null) return null;
  if (id === "D-16") {
    const admitted = (facts.structures ?? []).filter((structure) => (structure.headcount ?? 0) > 5);
    const region = computeFunding({ ...facts, structures: admitted }, rulesInForce(closed)).region;
    return { default: region ?? noMoney, alternative: figures.region };
  }
  // The other reading refuses the request: nothing would be paid.
  return ["D-11", "D-12", "D-13", "D-25"].includes(id) ? { default: figures.region, alternative: noMoney } : null;
}

function pointsFrom(toAssess: Assessment["toAssess"], open: readonly OpenDoubt[]): readonly PointToJudge[] {
  const doubtful = open.filter((doubt) => doubt.closed === undefined);
  return [...toAssess, ...doubtful].map(({ id, provision, question, structure }) => ({
    id,
    provision,
    question,
    ...(structure === undefined ? null : { structure }),
  }));
}
