import { sayMoney } from "../../../engine/french.ts";
import type { Assessment } from "../../../engine/grants/assessment.ts";
import type { KeyReason } from "../../../engine/grants/words.ts";

/** Every condition is met: said once. */
export function conditionsMet({ criteria }: Assessment): KeyReason | null {
  const [first] = criteria;
  if (first === undefined) return null;
  return {
    title: "Vous remplissez les conditions",
    reason: "Le projet change l’organisation, en Normandie, pour les publics visés, avec ses phases et son plan.",
    id: first.id,
    provision: first.provision,
  };
}

/** What made the amount: the terms of a call that are not there, else what was left out, other money, and the rate. */
export function amounts({ funding, costs, missingTerms }: Assessment): readonly KeyReason[] {
  const provision = "2.d, projets";
  if (missingTerms.includes("rate") || missingTerms.includes("maxAid")) {
    const reason =
      "Le taux et le plafond sont fixés par chaque appel à projets : sans appel, aucun montant n’est annoncé.";
    return [{ id: "MO-3", title: "Modalités non publiées", reason, provision }];
  }
  const reasons: KeyReason[] = [];
  const left = costs.filter(({ status }) => status !== "eligible").length;
  if (left > 0) {
    const title = left === 1 ? "Une dépense n’est pas comptée" : `${left} dépenses ne sont pas comptées`;
    reasons.push({ id: "MO-6", title, reason: "Elles sont écartées, ou le service doit les apprécier.", provision });
  }
  if (funding.otherPublicFunding !== null && funding.otherPublicFunding > 0) {
    const title = `${sayMoney(funding.otherPublicFunding)} d’autres financements publics`;
    const reason = "L’aide et les autres financements publics ne dépassent jamais ensemble le coût du projet.";
    reasons.push({ id: "MO-9", title, reason, provision });
  }
  if (funding.eligibleCosts !== null) {
    const title = `${sayMoney(funding.eligibleCosts)} de coûts retenus`;
    reasons.push({ id: "MO-3", title, reason: "Le taux et le plafond de l’appel s’y appliquent.", provision });
  }
  return reasons;
}
