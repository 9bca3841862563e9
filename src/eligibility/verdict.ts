import { type Assessment, type CriterionResult, type SchemeWords, type Status, sayMoney } from "#policy/index.ts";
import type { FunderWords } from "#text/index.ts";

/** The answer as a good adviser says it: first the sentence, then what it is worth. */
export interface Verdict {
  readonly status: Status;
  /** « Oui, vous pouvez demander jusqu’à 9 100 € ». */
  readonly headline: string;
  readonly summary: string;
}

/** Says the answer of an assessment. `gaps` counts the questions still to answer. */
export function verdictOf(
  assessment: Assessment,
  gaps: number,
  words: SchemeWords,
  funder: Pick<FunderWords, "of" | "voter">,
): Verdict {
  switch (assessment.eligibility) {
    case "not-eligible":
      return refused(assessment);
    case "incomplete":
      return incomplete(assessment, gaps);
    // What is asked and not answered may still bring a doubt: nothing is concluded before.
    case "to-assess":
      return gaps > 0 ? incomplete(assessment, gaps) : doubtful(assessment);
    case "eligible":
      return gaps > 0 ? incomplete(assessment, gaps) : accepted(assessment, words, funder);
  }
}

function accepted(assessment: Assessment, words: SchemeWords, funder: Pick<FunderWords, "of" | "voter">): Verdict {
  const { funding } = assessment;
  const { aid: region, parties: structures } = funding;
  if (region === null) {
    return {
      status: "met",
      headline: "Oui, votre demande remplit les conditions",
      summary: awaitsCall(assessment) ? unpublished : "Le montant se calculera quand les coûts seront connus.",
    };
  }
  const nothing = words.nothing(assessment);
  if (nothing !== null) {
    return {
      status: "unknown",
      headline: "Vous remplissez les conditions, mais il n’y a rien à financer",
      summary: nothing.sentence,
    };
  }
  const several = structures.length > 1 ? ` pour ${structures.length} structures` : "";
  return {
    status: "met",
    headline: `Oui, vous pouvez demander jusqu’à ${sayMoney(region)}${several}`,
    summary: `D’après vos réponses, les conditions du texte sont remplies. Une personne ${funder.of} appréciera ensuite votre projet, et ${funder.voter.the} décidera.`,
  };
}

const unpublished =
  "Modalités non publiées\u00a0: le taux et le plafond sont fixés par chaque appel à projets. Aucun montant n’est annoncé.";

/** The amount waits for what only a call can fix. */
function awaitsCall({ funding, missingTerms }: Assessment): boolean {
  return funding.aid === null && missingTerms.length > 0;
}

function doubtful(assessment: Assessment): Verdict {
  const { funding, toAssess } = assessment;
  const points = toAssess.length === 1 ? "un point" : `${toAssess.length} points`;
  return {
    status: "to-assess",
    headline:
      funding.aid === null || funding.aid === 0
        ? "C’est possible, si le service le confirme"
        : `C’est possible, jusqu’à ${sayMoney(funding.aid)}, si le service le confirme`,
    summary: `Le texte laisse ${points} à l’appréciation du service. ${awaitsCall(assessment) ? unpublished : "Le simulateur ne tranche pas : déposez votre demande ou contactez-nous avant."}`,
  };
}

function incomplete({ funding }: Assessment, gaps: number): Verdict {
  const start = "Rien de ce que vous avez indiqué ne s’oppose à une aide.";
  const said = gaps === 0 ? "des réponses" : gaps === 1 ? "une réponse" : `${gaps} réponses`;
  return {
    status: "unknown",
    headline: `Il manque ${said} pour conclure`,
    summary:
      funding.aid === null || funding.aid === 0
        ? start
        : `${start} Elle pourrait aller jusqu’à ${sayMoney(funding.aid)}.`,
  };
}

function refused({ criteria }: Assessment): Verdict {
  const count = criteria.filter((criterion) => criterion.status === "not-met").length;
  const conditions =
    count === 1 ? "une condition du texte n’est pas remplie" : `${count} conditions du texte ne sont pas remplies`;
  return {
    status: "not-met",
    headline: "Non, pas dans cette situation",
    summary: `D’après vos réponses, ${conditions}. Voyez pourquoi, et ce que vous pouvez faire.`,
  };
}

/** A reason put forward: a condition of the text, or what made the amount. */
export interface KeyReason {
  readonly about: "condition" | "amount";
  readonly status: Status;
  readonly title: string;
  readonly reason: string;
  /** Id of the provision (`X-4`). */
  readonly id: string;
  /** Where the text says it. */
  readonly provision: string;
  readonly party?: number;
}

/** The reasons that matter most: every condition that stops, or three of what is doubtful or makes the amount. */
export function keyReasons(assessment: Assessment, words: SchemeWords): readonly KeyReason[] {
  const { criteria, eligibility } = assessment;
  const of = (status: Status) => criteria.filter((criterion) => criterion.status === status).map(asReason);
  switch (eligibility) {
    case "not-eligible":
      return of("not-met");
    case "to-assess":
      return [...of("to-assess"), ...amountReasons(assessment, words)].slice(0, 3);
    case "incomplete":
      return amountReasons(assessment, words).slice(0, 3);
    case "eligible":
      return [...metReason(assessment, words), ...amountReasons(assessment, words)].slice(0, 3);
  }
}

function asReason({ status, title, reason, id, provision, party }: CriterionResult): KeyReason {
  return {
    about: "condition",
    status,
    title,
    reason,
    id,
    provision,
    ...(party === undefined ? null : { party }),
  };
}

function metReason(assessment: Assessment, words: SchemeWords): readonly KeyReason[] {
  const reason = words.met(assessment);
  return reason === null ? [] : [{ about: "condition", status: "met", ...reason }];
}

function amountReasons(assessment: Assessment, words: SchemeWords): readonly KeyReason[] {
  return words.amounts(assessment).map((reason) => ({ about: "amount", status: "met", ...reason }));
}
