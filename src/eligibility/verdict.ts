import {
  type Assessment,
  type CriterionResult,
  type Funding,
  type Money,
  type NothingToFund,
  nothingToFund,
  type Status,
  sayDays,
  sayMoney,
} from "#policy/index.ts";
import type { ShownFigures } from "./figures.ts";

/** The answer as a good adviser says it: first the sentence, then what it is worth. */
export interface Verdict {
  readonly status: Status;
  /** « Oui, vous pouvez demander jusqu’à 9 100 € ». */
  readonly headline: string;
  readonly summary: string;
}

/** Says the answer of an assessment. `gaps` counts the questions still to answer. */
export function verdictOf(assessment: Assessment, gaps: number): Verdict {
  switch (assessment.eligibility) {
    case "not-eligible":
      return refused(assessment);
    case "incomplete":
      return incomplete(assessment, gaps);
    // What is asked and not answered may still bring a doubt: nothing is concluded before.
    case "to-assess":
      return gaps > 0 ? incomplete(assessment, gaps) : doubtful(assessment);
    case "eligible":
      return gaps > 0 ? incomplete(assessment, gaps) : accepted(assessment);
  }
}

const nothingWords: Readonly<Record<NothingToFund, string>> = {
  "days-spent": "Tous les jours que la Région peut financer sont déjà utilisés.",
  "aid-spent": "L’aide que chaque structure peut recevoir a déjà été accordée.",
  "paid-by-others": "D’autres financements publics paient déjà tout ce que la prestation coûte.",
  "no-eligible-cost": "Aucun coût ne peut être retenu.",
};

function accepted({ funding }: Assessment): Verdict {
  const { aid: region, parties: structures } = funding;
  if (region === null) {
    return {
      status: "met",
      headline: "Oui, votre demande remplit les conditions",
      summary: "Le montant se calculera quand les jours et leur coût seront connus.",
    };
  }
  const nothing = nothingToFund(funding);
  if (nothing !== null) {
    return {
      status: "unknown",
      headline: "Vous remplissez les conditions, mais il n’y a rien à financer",
      summary: nothingWords[nothing],
    };
  }
  const several = structures.length > 1 ? ` pour ${structures.length} structures` : "";
  return {
    status: "met",
    headline: `Oui, vous pouvez demander jusqu’à ${sayMoney(region)}${several}`,
    summary:
      "D’après vos réponses, les conditions du texte sont remplies. Une personne de la Région appréciera ensuite votre projet, et la Commission permanente décidera.",
  };
}

function doubtful({ funding, toAssess }: Assessment): Verdict {
  const points = toAssess.length === 1 ? "un point" : `${toAssess.length} points`;
  return {
    status: "to-assess",
    headline:
      funding.aid === null || funding.aid === 0
        ? "C’est possible, si le service le confirme"
        : `C’est possible, jusqu’à ${sayMoney(funding.aid)}, si le service le confirme`,
    summary: `Le texte laisse ${points} à l’appréciation du service. Le simulateur ne tranche pas : déposez votre demande ou contactez-nous avant.`,
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
  /** Id of the provision (`CS-4`). */
  readonly id: string;
  /** Where the text says it. */
  readonly provision: string;
  readonly structure?: number;
}

/** The reasons that matter most: every condition that stops, or three of what is doubtful or makes the amount. */
export function keyReasons(assessment: Assessment, figures: ShownFigures): readonly KeyReason[] {
  const { criteria, eligibility } = assessment;
  const of = (status: Status) => criteria.filter((criterion) => criterion.status === status).map(asReason);
  switch (eligibility) {
    case "not-eligible":
      return of("not-met");
    case "to-assess":
      return [...of("to-assess"), ...amountReasons(assessment.funding, figures)].slice(0, 3);
    case "incomplete":
      return amountReasons(assessment.funding, figures).slice(0, 3);
    case "eligible":
      return [...conditionsMet(criteria), ...amountReasons(assessment.funding, figures)].slice(0, 3);
  }
}

function asReason({ status, title, reason, id, provision, party: structure }: CriterionResult): KeyReason {
  return {
    about: "condition",
    status,
    title,
    reason,
    id,
    provision,
    ...(structure === undefined ? null : { structure }),
  };
}

function conditionsMet(criteria: Assessment["criteria"]): readonly KeyReason[] {
  const first = criteria.find((criterion) => criterion.id === "CS-2");
  if (first === undefined) return [];
  const structures = criteria.filter((criterion) => criterion.id === first.id).length;
  const whose = structures > 1 ? "pour chaque structure" : "pour la structure";
  return [
    {
      about: "condition",
      status: "met",
      title: "Vous remplissez les conditions",
      reason: `Les ${criteria.length} vérifications faites d’après vos réponses sont bonnes, ${whose} comme pour le prestataire.`,
      id: first.id,
      provision: first.provision,
    },
  ];
}

/** What made the amount: days refused first, then a price over the ceiling, other public money, and the rate. */
function amountReasons(funding: Funding, figures: ShownFigures): readonly KeyReason[] {
  const provision = funding.steps[0]?.provision ?? "";
  const because = (id: string, title: string, reason: string): KeyReason => ({
    about: "amount",
    status: "met",
    title,
    reason,
    id,
    provision,
  });
  const { realCost, eligibleCosts, aid: region, otherPublicFunding } = funding;
  const refusedDays = sum(funding.parties.map((one) => one.measures.days?.refused ?? null));
  const keptDays = sum(funding.parties.map((one) => one.measures.days?.kept ?? null));
  const reasons: KeyReason[] = [];
  if (refusedDays > 0) {
    const reason = `Une structure est aidée pour ${figures.maxDays} au plus. Les jours les mieux financés sont gardés.`;
    reasons.push(because("CS-9", `${sayDays(keptDays)} retenus sur ${sayDays(keptDays + refusedDays)}`, reason));
  }
  if (realCost !== null && eligibleCosts !== null && eligibleCosts < realCost) {
    const reason = `Chaque jour compte pour son coût, dans la limite de ${figures.dailyCeiling}. Le reste est à votre charge.`;
    reasons.push(because("CS-7", `${sayMoney(eligibleCosts)} retenus sur ${sayMoney(realCost)}`, reason));
  }
  if (otherPublicFunding !== null && otherPublicFunding > 0) {
    const reason = "L’aide et les autres financements publics ne dépassent jamais ensemble le coût réel.";
    reasons.push(because("CS-8", `${sayMoney(otherPublicFunding)} d’autres financements publics`, reason));
  }
  if (isPositive(region) && eligibleCosts !== null) {
    const reason = `La Région paie ${figures.rate} au plus des ${sayMoney(eligibleCosts)} retenus, et ${figures.maxAid} au plus par structure.`;
    reasons.push(because("CS-8", `${figures.rate} des coûts retenus`, reason));
  }
  if (refusedDays === 0 && keptDays > 0) {
    const title = keptDays < 2 ? `${sayDays(keptDays)} retenu` : `${sayDays(keptDays)} retenus`;
    const reason = `Une structure est aidée pour ${figures.maxDays} au plus, toutes demandes confondues.`;
    reasons.push(because("CS-9", title, reason));
  }
  return reasons;
}

function isPositive(amount: Money | null): boolean {
  return amount !== null && amount > 0;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
