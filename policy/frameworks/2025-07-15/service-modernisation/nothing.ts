import type { Assessment } from "../../../engine/grants/assessment.ts";
import type { NothingToFund } from "../../../engine/grants/words.ts";

/** Why a project that meets every condition has no aid to receive; null where there is an aid, or it is not known. */
export function nothing({ funding }: Assessment): NothingToFund | null {
  const { aid, eligibleCosts, realCost, otherPublicFunding } = funding;
  if (aid !== 0) return null;
  if (realCost !== null && realCost > 0 && (otherPublicFunding ?? 0) >= realCost) {
    return {
      sentence: "D’autres financements publics paient déjà tout ce que le projet coûte.",
      id: "MO-9",
      label: "MO-9, autres financements publics",
      provision: "2.d, sélection",
      rule: "L’aide de la Région et les autres aides publiques ne dépassent pas le coût qu’elles financent.",
      finding: "D’autres financements publics paient déjà tout ce que le projet coûte.",
    };
  }
  if (eligibleCosts !== null && eligibleCosts > 0) {
    return {
      sentence: "Les modalités de l’appel ne laissent aucune aide.",
      id: "MO-3",
      label: "MO-3, modalités de l’appel",
      provision: "2.d, projets",
      rule: "L’aide se calcule par le taux et le plafond de l’appel.",
      finding: "Le taux et le plafond de l’appel ne laissent aucune aide sur les dépenses retenues.",
    };
  }
  return {
    sentence: "Aucune dépense ne peut être retenue.",
    id: "MO-6",
    label: "MO-6, dépenses retenues",
    provision: "2.d, dépenses",
    rule: "L’aide se calcule sur les dépenses retenues.",
    finding: "Aucune dépense présentée n’a pu être retenue.",
  };
}
