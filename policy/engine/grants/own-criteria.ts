import { type Criterion, judge } from "../rules/criterion.ts";
import { eligibilityOf } from "../rules/eligibility.ts";
import { all, awaited, type Condition, doubtful, type Expression, known, type Path } from "../rules/expression.ts";
import { record, text, type Values, yesNo } from "../values/field.ts";
import type { Assessment } from "./assessment.ts";
import type { EvaluationContext } from "./reckon.ts";

/** A criterion that a call lays down beside the text: its question, and what the call's own text says of it. */
export interface OwnCriterion {
  /** Name of its answer, under `call`. */
  readonly name: string;
  readonly question: string;
  /** The words of the call. */
  readonly quote: string;
  readonly kind: "yes-no" | "text" | "long-text";
  readonly eliminatory: boolean;
  /** The list of the organisations that each answer it, in their part; absent where who files answers for all. */
  readonly each?: Path;
}

/** The answers to a call's own questions, as facts: all under `call`. */
export function ownFacts(own: readonly OwnCriterion[]) {
  return record(
    Object.fromEntries(
      own.map(({ name, question, kind }) => [
        name,
        kind === "yes-no" ? yesNo(question) : text("long-text", question, 4_000),
      ]),
    ),
  );
}

/**
 * What a scheme answers, with the call's own criteria judged as the others are: yes meets one, no does not; what is
 * answered in words is for a person to judge. A question that is not eliminatory decides nothing.
 */
export function withOwnCriteria(
  assessment: Assessment,
  own: readonly OwnCriterion[],
  facts: Values,
  { today, closedDoubts = {} }: EvaluationContext,
): Assessment {
  const found = criteriaOf(own).flatMap((criterion) => judge(criterion, { facts, today, at: [] }, closedDoubts));
  if (found.length === 0) return assessment;
  const criteria = [...assessment.criteria, ...found];
  const eligibility = eligibilityOf(criteria);
  const judged = found.filter(({ status }) => status === "to-assess");
  return {
    ...assessment,
    criteria,
    eligibility,
    missing: [...new Set([...assessment.missing, ...found.flatMap(({ missing }) => missing)])],
    toAssess: [...assessment.toAssess, ...judged],
    funding: { ...assessment.funding, isEstimate: assessment.funding.isEstimate || eligibility !== "eligible" },
    pointsToJudge: [
      ...assessment.pointsToJudge,
      ...judged.map(({ id, provision, question }) => ({ id, provision, question })),
    ],
  };
}

const made = new WeakMap<readonly OwnCriterion[], readonly Criterion[]>();

function criteriaOf(own: readonly OwnCriterion[]): readonly Criterion[] {
  let criteria = made.get(own);
  if (criteria === undefined) {
    criteria = own.flatMap((one, place) => (one.eliminatory ? [criterionOf(one, place)] : []));
    made.set(own, criteria);
  }
  return criteria;
}

const readByPerson: Condition = doubtful({ op: "value", kind: "yes-no", value: false });

/** Where a call's own answers are: beside the others of the file, or of each part. */
const CALL = "call";

/** Holds of the answer; where each organisation gives one, of all of them. */
function ofAnswer({ name, question, kind, each }: OwnCriterion, holds: (answer: Expression) => Condition): Condition {
  const path = [...(each === undefined ? [] : [...each, "*"]), CALL, name];
  const one = holds({ op: "fact", path, kind, name: question });
  return each === undefined ? one : { op: "every", list: each, name: question, of: one };
}

function criterionOf(own: OwnCriterion, place: number): Criterion {
  const { question, quote, kind } = own;
  const words = quote === "" ? "" : ` L’appel dit\u00a0: «\u202f${quote}\u202f»`;
  return {
    id: `APPEL-${place + 1}`,
    title: question,
    provision: "texte de l’appel",
    question,
    nature: "declared",
    // An answer in words is read by a person: whatever it says, it is to assess; without it, it is missing.
    expression:
      kind === "yes-no" ? ofAnswer(own, (answer) => answer) : all(awaited(ofAnswer(own, known)), readByPerson),
    reasons: {
      met: [{ say: [`Condition propre à l’appel, remplie.${words}`] }],
      "not-met": [{ say: [`Condition propre à l’appel, non remplie.${words}`] }],
      unknown: [{ say: [`Il reste à répondre à une question de l’appel.${words}`] }],
      "to-assess": [{ say: [`Condition propre à l’appel\u00a0: le service lit la réponse et apprécie.${words}`] }],
    },
  };
}
