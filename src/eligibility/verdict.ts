import type { Assessment, CriterionResult, Status } from "#policy/index.ts";
import { formatMoney, formatNumber, plural, pluralOf } from "#src/ui/index.ts";
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
    case "to-assess":
      return doubtful(assessment);
    case "eligible":
      return accepted(assessment);
  }
}

function accepted({ funding }: Assessment): Verdict {
  const { region, structures } = funding;
  if (region === null) {
    return {
      status: "met",
      headline: "Oui, votre demande remplit les conditions",
      summary: "Le montant se calculera quand les jours et leur coût seront connus.",
    };
  }
  if (region === 0) {
    return {
      status: "met",
      headline: "Vous remplissez les conditions, mais il n’y a rien à financer",
      summary: "Les jours possibles sont déjà utilisés, ou d’autres financements publics paient déjà tout le coût.",
    };
  }
  const several = structures.length > 1 ? ` pour ${structures.length} structures` : "";
  return {
    status: "met",
    headline: `Oui, vous pouvez demander jusqu’à ${formatMoney(region)}${several}`,
    summary:
      "D’après vos réponses, les conditions du texte sont remplies. Une personne de la Région appréciera ensuite votre projet, et la Commission permanente décidera.",
  };
}

function doubtful({ funding, toAssess }: Assessment): Verdict {
  const points = plural(toAssess.length, "point");
  return {
    status: "to-assess",
    headline:
      funding.region === null || funding.region === 0
        ? "C’est possible, si le service le confirme"
        : `C’est possible, jusqu’à ${formatMoney(funding.region)}, si le service le confirme`,
    summary: `Le texte laisse ${points} à l’appréciation du service. Le simulateur ne tranche pas : déposez votre demande ou contactez-nous avant.`,
  };
}

function incomplete({ funding }: Assessment, gaps: number): Verdict {
  return {
    status: "unknown",
    headline:
      gaps === 0 ? "Il manque des réponses pour conclure" : `Il manque ${plural(gaps, "réponse")} pour conclure`,
    summary:
      funding.region === null || funding.region === 0
        ? "Rien de ce que vous avez indiqué ne s’oppose à une aide."
        : `Rien de ce que vous avez indiqué ne s’oppose à une aide. Elle pourrait aller jusqu’à ${formatMoney(funding.region)}.`,
  };
}

function refused({ criteria }: Assessment): Verdict {
  const count = criteria.filter((criterion) => criterion.status === "not-met").length;
  return {
    status: "not-met",
    headline: "Non, pas dans cette situation",
    summary: `D’après vos réponses, ${plural(count, "condition")} du texte ${pluralOf(count, "n’est pas remplie", "ne sont pas remplies")}. Voyez pourquoi, et ce que vous pouvez faire.`,
  };
}

/** A reason put forward: a condition of the text, or what made the amount. */
export interface KeyReason {
  readonly about: "condition" | "amount";
  readonly status: Status;
  readonly title: string;
  readonly reason: string;
  readonly provision: string;
  readonly structure?: number;
}

/** The three reasons that matter most: what stops, what is doubtful, or what makes the amount. */
export function keyReasons(assessment: Assessment, figures: ShownFigures): readonly KeyReason[] {
  const { criteria, eligibility } = assessment;
  const of = (status: Status) => criteria.filter((criterion) => criterion.status === status).map(asReason);
  switch (eligibility) {
    case "not-eligible":
      return of("not-met").slice(0, 3);
    case "to-assess":
      return [...of("to-assess"), ...amountReasons(assessment, figures)].slice(0, 3);
    case "incomplete":
      return amountReasons(assessment, figures).slice(0, 3);
    case "eligible":
      return [conditionsMet(criteria), ...amountReasons(assessment, figures)].slice(0, 3);
  }
}

function asReason({ status, title, reason, id, structure }: CriterionResult): KeyReason {
  return {
    about: "condition",
    status,
    title,
    reason,
    provision: id,
    ...(structure === undefined ? null : { structure }),
  };
}

function conditionsMet(criteria: Assessment["criteria"]): KeyReason {
  return {
    about: "condition",
    status: "met",
    title: "Vous remplissez les conditions",
    reason: `Les ${criteria.length} conditions vérifiées d’après vos réponses sont remplies, pour ${
      new Set(criteria.map((criterion) => criterion.structure)).size > 2 ? "chaque structure" : "la structure"
    } comme pour le prestataire.`,
    provision: "CS-2",
  };
}

/** What made the amount: days refused first, then a price over the ceiling, other public money, and the rate. */
function amountReasons({ funding, costs }: Assessment, figures: ShownFigures): readonly KeyReason[] {
  const reasons: KeyReason[] = [];
  const refusedDays = sum(funding.structures.map((one) => one.daysRefused));
  const keptDays = sum(funding.structures.map((one) => one.days));
  if (refusedDays > 0) {
    const title = `${plural(keptDays, "jour")} retenus sur ${formatNumber(keptDays + refusedDays)}`;
    const reason = `Une structure est aidée pour ${figures.maxDays} au plus. Les jours les mieux financés sont gardés.`;
    reasons.push({ about: "amount", status: "met", title, reason, provision: "CS-9" });
  }
  if (
    funding.realCost !== null &&
    funding.eligibleCosts !== null &&
    funding.eligibleCosts < funding.realCost &&
    costs.length > 0
  ) {
    const title = `${formatMoney(funding.eligibleCosts)} retenus sur ${formatMoney(funding.realCost)}`;
    const reason = `Chaque jour compte pour son coût, dans la limite de ${figures.dailyCeiling}. Le reste est à votre charge.`;
    reasons.push({ about: "amount", status: "met", title, reason, provision: "CS-7" });
  }
  if (funding.otherPublicFunding !== null && funding.otherPublicFunding > 0) {
    const title = `${formatMoney(funding.otherPublicFunding)} d’autres financements publics`;
    const reason = "L’aide et les autres financements publics ne dépassent jamais ensemble le coût réel.";
    reasons.push({ about: "amount", status: "met", title, reason, provision: "CS-8" });
  }
  if (funding.region !== null && funding.eligibleCosts !== null && funding.region > 0) {
    const reason = `La Région paie ${figures.rate} au plus des ${formatMoney(funding.eligibleCosts)} retenus, et ${figures.maxAid} au plus par structure.`;
    reasons.push({
      about: "amount",
      status: "met",
      title: `${figures.rate} des coûts retenus`,
      reason,
      provision: "CS-8",
    });
  }
  if (refusedDays === 0 && keptDays > 0) {
    const title = `${plural(keptDays, "jour retenu", "jours retenus")}`;
    reasons.push({
      about: "amount",
      status: "met",
      title,
      reason: `Une structure est aidée pour ${figures.maxDays} au plus, toutes demandes confondues.`,
      provision: "CS-9",
    });
  }
  return reasons;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
