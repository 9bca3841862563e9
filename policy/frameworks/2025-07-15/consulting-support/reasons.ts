import type { Assessment } from "../../../engine/grants/assessment.ts";
import type { KeyReason } from "../../../engine/grants/words.ts";
import { sayDays, sayMoney } from "../../../engine/values/french.ts";
import { said } from "./figures.ts";

/** Every condition is met: said once, in the place of the first. */
export function conditionsMet({ criteria }: Assessment): KeyReason | null {
  const first = criteria.find((criterion) => criterion.id === "CS-2");
  if (first === undefined) return null;
  const structures = criteria.filter((criterion) => criterion.id === first.id).length;
  const whose = structures > 1 ? "pour chaque structure" : "pour la structure";
  return {
    title: "Vous remplissez les conditions",
    reason: `Les ${criteria.length} vérifications faites d’après vos réponses sont bonnes, ${whose} comme pour le prestataire.`,
    id: first.id,
    provision: first.provision,
  };
}

/** What made the amount: days refused first, then a price over the ceiling, other public money, and the rate. */
export function amounts({ funding }: Assessment): readonly KeyReason[] {
  const provision = funding.steps[0]?.provision ?? "";
  const { realCost, eligibleCosts, aid, otherPublicFunding } = funding;
  const refusedDays = sum(funding.parties.map((one) => one.measures.days?.refused ?? null));
  const keptDays = sum(funding.parties.map((one) => one.measures.days?.kept ?? null));
  const reasons: KeyReason[] = [];
  const because = (id: string, title: string, reason: string) => void reasons.push({ id, title, reason, provision });
  if (refusedDays > 0) {
    const reason = `Une structure est aidée pour ${said.days} jours au plus. Les jours les mieux financés sont gardés.`;
    because("CS-9", `${sayDays(keptDays)} retenus sur ${sayDays(keptDays + refusedDays)}`, reason);
  }
  if (realCost !== null && eligibleCosts !== null && eligibleCosts < realCost) {
    const reason = `Chaque jour compte pour son coût, dans la limite de ${said.dailyCeiling} HT. Le reste est à votre charge.`;
    because("CS-7", `${sayMoney(eligibleCosts)} retenus sur ${sayMoney(realCost)}`, reason);
  }
  if (otherPublicFunding !== null && otherPublicFunding > 0) {
    const reason = "L’aide et les autres financements publics ne dépassent jamais ensemble le coût réel.";
    because("CS-8", `${sayMoney(otherPublicFunding)} d’autres financements publics`, reason);
  }
  if (aid !== null && aid > 0 && eligibleCosts !== null) {
    const reason = `La Région paie ${said.rate} au plus des ${sayMoney(eligibleCosts)} retenus, et ${said.aid} au plus par structure.`;
    because("CS-8", `${said.rate} des coûts retenus`, reason);
  }
  if (refusedDays === 0 && keptDays > 0) {
    const title = keptDays < 2 ? `${sayDays(keptDays)} retenu` : `${sayDays(keptDays)} retenus`;
    const reason = `Une structure est aidée pour ${said.days} jours au plus, toutes demandes confondues.`;
    because("CS-9", title, reason);
  }
  return reasons;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
