import { receivedIn, regimeCeiling } from "../law/aid-regimes.ts";
import { type CriterionResult, judge } from "../rules/criterion.ts";
import type { OpenDoubt } from "../rules/doubt.ts";
import { eligibilityOf } from "../rules/eligibility.ts";
import type { Place } from "../rules/scope.ts";
import type { Values } from "../values/field.ts";
import type { Money } from "../values/money.ts";
import type { Assessment, PointToJudge } from "./assessment.ts";
import type { CostSheet } from "./costs.ts";
import type { DeclaredScheme, Told } from "./declared.ts";
import { raisedDoubts } from "./doubts.ts";
import type { Figures } from "./figures.ts";
import { gridLines } from "./grid.ts";
import { explainLines, tellLine } from "./lines.ts";
import { type EvaluationContext, reckon } from "./reckon.ts";
import { missingTerms } from "./terms.ts";

/** All that the rules of a scheme say of a file on a day, explained. Unknown facts stay unknown. */
export function evaluate<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  facts: F,
  context: EvaluationContext,
): Assessment {
  const { today, closedDoubts = {} } = context;
  const { terms, lines, figures, read } = reckon(scheme, facts, context);
  const costs = scheme.costs as CostSheet;
  const place: Place = { facts: read, today, at: [] };
  const criteria: CriterionResult[] = [];
  for (const criterion of scheme.criteria) {
    for (const result of judge(criterion, place, closedDoubts)) criteria.push(result);
  }
  const eligibility = eligibilityOf(criteria);
  const rules = explainLines(costs, place, closedDoubts, lines);
  const told = scheme.tell(figures, terms, facts, lines);
  const toAssess = criteria.filter((result) => result.status === "to-assess");
  const doubts = context.withoutDoubts === true ? [] : raisedDoubts(scheme, place, facts, context, figures.aid);
  const missing = missingIn(criteria, rules);
  return {
    shape: 1,
    scheme: scheme.slug,
    framework: scheme.framework,
    today,
    eligibility,
    criteria,
    missing,
    missingTerms: missingTerms(scheme.terms.voted, terms),
    toAssess,
    costs: lines.map((line, index) => tellLine(costs, line, told.lines[index] ?? none, rules[index] ?? [])),
    funding: {
      ...figuresOf(figures),
      isEstimate: figures.hasUnknown || eligibility !== "eligible",
      sources: told.sources,
      parties: told.parties,
      steps: told.steps,
      ...ceilingsOf(scheme, told, facts, context, figures.aid),
    },
    doubts,
    pointsToJudge: pointsOf(scheme, toAssess, doubts),
  };
}

/** The bounds of the scheme, then that of the regime of State aid which the call of the file chose. */
function ceilingsOf(
  { receivedAids }: Pick<DeclaredScheme, "receivedAids">,
  told: Told,
  facts: Values,
  { aidRegime, grantedAids, today }: EvaluationContext,
  aid: Money | null,
): Pick<Assessment["funding"], "ceilings"> {
  const own = told.ceilings ?? [];
  const received = receivedAids === undefined ? null : receivedIn(facts, receivedAids);
  const ofRegime = aidRegime === undefined ? null : regimeCeiling(aidRegime, received, aid, today, grantedAids);
  const ceilings = ofRegime === null ? own : [...own, ofRegime];
  return ceilings.length === 0 ? {} : { ceilings };
}

/** What every scheme gives, without what its own arithmetic needed on the way. */
function figuresOf(of: Figures): Figures {
  const { realCost, eligibleCosts, aid, total, otherPublicFunding, ownContribution, hasUnknown } = of;
  return { realCost, eligibleCosts, aid, total, otherPublicFunding, ownContribution, hasUnknown };
}

const none = { cost: null, eligible: null };
/** Terms, figures and what is derived are the service's own: nobody can be asked for them. */
function isOwn(pointer: string): boolean {
  return pointer.startsWith("/terms/") || pointer.startsWith("/figures/") || pointer.includes("/derived/");
}

function missingIn(
  criteria: readonly CriterionResult[],
  ofLines: readonly (readonly CriterionResult[])[],
): readonly string[] {
  const missing = new Set<string>();
  for (const { missing: pointers } of criteria) for (const pointer of pointers) missing.add(pointer);
  for (const results of ofLines)
    for (const result of results) for (const pointer of result.missing) missing.add(pointer);
  return [...missing].filter((pointer) => !isOwn(pointer));
}

function pointsOf(
  { grid }: Pick<DeclaredScheme, "grid">,
  toAssess: readonly CriterionResult[],
  open: readonly OpenDoubt[],
): readonly PointToJudge[] {
  const points: PointToJudge[] = [...gridPoints(grid)];
  for (const result of toAssess) points.push(pointOf(result));
  for (const doubt of open) if (doubt.closed === undefined) points.push(pointOf(doubt));
  return points;
}

function pointOf({ id, provision, question, party }: PointToJudge): PointToJudge {
  return party === undefined ? { id, provision, question } : { id, provision, question, party };
}

const pointsByGrid = new WeakMap<DeclaredScheme["grid"], readonly PointToJudge[]>();

/** What a person judges of every file of the scheme. */
function gridPoints(grid: DeclaredScheme["grid"]): readonly PointToJudge[] {
  let points = pointsByGrid.get(grid);
  if (points === undefined) {
    points = gridLines(grid).map(pointOf);
    pointsByGrid.set(grid, points);
  }
  return points;
}
