import { type CriterionResult, judge } from "../../../engine/criterion.ts";
import type { OpenDoubt } from "../../../engine/doubt.ts";
import { eligibilityOf } from "../../../engine/eligibility.ts";
import type { Assessment, PointToJudge } from "../../../engine/grants/assessment.ts";
import type { EvaluationContext as Context } from "../../../engine/grants/reckon.ts";
import type { Place } from "../../../engine/scope.ts";
import { costsOf } from "./costs.ts";
import type { ConsultingFacts } from "./facts.ts";
import { computeFunding } from "./funding.ts";
import { grid } from "./grid.ts";
import { raisedDoubts } from "./raised.ts";
import { figuresInForce, type Rules, rules } from "./rules.ts";
import { fundingSteps } from "./steps.ts";

/** Consulting support: all that the rules say of a request on a day. Unknown facts stay unknown. */
export function evaluate(facts: ConsultingFacts, context: Context): Assessment {
  return evaluateWith(rules, facts, context);
}

/** The same under given rules: the text's own, or others tried on the same files. */
export function evaluateWith(rules: Rules, facts: ConsultingFacts, { today, closedDoubts = {} }: Context): Assessment {
  const place: Place = { facts, today, at: [] };
  const criteria: CriterionResult[] = [];
  for (const criterion of rules.criteria) {
    for (const result of judge(criterion, place, closedDoubts)) criteria.push(result);
  }
  const eligibility = eligibilityOf(criteria);
  const inForce = figuresInForce(rules, closedDoubts);
  const figures = computeFunding(facts, inForce);
  const toAssess = criteria.filter((result) => result.status === "to-assess");
  const doubts = raisedDoubts(rules, place, closedDoubts);
  return {
    shape: 1,
    scheme: "appui-conseil",
    framework: "2025-07-15",
    today,
    eligibility,
    criteria,
    missing: missingIn(criteria),
    missingTerms: [],
    toAssess,
    costs: costsOf(figures, inForce),
    funding: {
      realCost: figures.realCost,
      eligibleCosts: figures.eligibleCosts,
      aid: figures.region,
      total: figures.region,
      otherPublicFunding: facts.otherPublicFunding ?? null,
      ownContribution: figures.ownContribution,
      hasUnknown: figures.isEstimate,
      isEstimate: figures.isEstimate || eligibility !== "eligible",
      sources: [
        { source: "region", label: "Aide de la Région", kind: "aid", amount: figures.region },
        {
          source: "other-public",
          label: "Autres financements publics",
          kind: "public",
          amount: facts.otherPublicFunding ?? null,
        },
        { source: "own", label: "Votre part", kind: "own", amount: figures.ownContribution },
      ],
      parties: figures.structures.map((one) => ({
        realCost: one.realCost,
        eligibleCosts: one.eligibleCosts,
        aid: one.region,
        measures: {
          days: { asked: one.daysAsked, kept: one.days, refused: one.daysRefused, allowed: one.allowance },
        },
      })),
      steps: fundingSteps(figures, inForce),
    },
    doubts,
    pointsToJudge: [...gridPoints, ...pointsFrom(toAssess, doubts)],
  };
}

function missingIn(criteria: readonly CriterionResult[]): readonly string[] {
  const missing = new Set<string>();
  for (const result of criteria) for (const pointer of result.missing) missing.add(pointer);
  return [...missing];
}

const gridPoints: readonly PointToJudge[] = grid.map(({ id, provision, question }) => ({ id, provision, question }));

function pointsFrom(toAssess: readonly CriterionResult[], open: readonly OpenDoubt[]): readonly PointToJudge[] {
  const doubtful = open.filter((doubt) => doubt.closed === undefined);
  return [...toAssess, ...doubtful].map(({ id, provision, question, party }) => ({
    id,
    provision,
    question,
    ...(party === undefined ? null : { party }),
  }));
}
