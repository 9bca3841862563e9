import { type Criterion, judge } from "../criterion.ts";
import { eligibilityOf } from "../eligibility.ts";
import { all, awaited, type Condition, doubtful, known, refs, type Term } from "../expression.ts";
import { record, text, type Values, yesNo } from "../field.ts";
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
    const { call } = refs(record({ call: ownFacts(own) }));
    criteria = own.flatMap((one, place) => (one.eliminatory ? [criterionOf(one, place, call[one.name])] : []));
    made.set(own, criteria);
  }
  return criteria;
}

const readByPerson: Condition = doubtful({ op: "value", kind: "yes-no", value: false });

function criterionOf({ question, quote, kind }: OwnCriterion, place: number, answer: unknown): Criterion {
  const words = quote === "" ? "" : ` L’appel dit\u00a0: «\u202f${quote}\u202f»`;
  return {
    id: `APPEL-${place + 1}`,
    title: question,
    provision: "texte de l’appel",
    question,
    nature: "declared",
    // An answer in words is read by a person: whatever it says, it is to assess; without it, it is missing.
    expression:
      kind === "yes-no" ? (answer as Condition) : all(awaited(known(answer as Term<"long-text">)), readByPerson),
    reasons: {
      met: [{ say: [`Condition propre à l’appel, remplie.${words}`] }],
      "not-met": [{ say: [`Condition propre à l’appel, non remplie.${words}`] }],
      unknown: [{ say: [`Il reste à répondre à une question de l’appel.${words}`] }],
      "to-assess": [{ say: [`Condition propre à l’appel\u00a0: le service lit la réponse et apprécie.${words}`] }],
    },
  };
}
