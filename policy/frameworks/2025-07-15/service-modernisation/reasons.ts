import type { Assessment } from "../../../engine/grants/assessment.ts";
import type { KeyReason } from "../../../engine/grants/words.ts";
import { sayMoney } from "../../../engine/values/french.ts";

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

const unsettled = [
  { status: "not-eligible", one: "Une dépense n’est pas comptée", many: "dépenses ne sont pas comptées" },
  {
    status: "to-assess",
    one: "Une dépense est à apprécier par le service",
    many: "dépenses sont à apprécier par le service",
  },
] as const;

/** What made the amount: the terms of a call that are not there, else what was left out, other money, and the rate. */
export function amounts({ funding, costs, missingTerms }: Assessment): readonly KeyReason[] {
  const provision = "2.d, projets";
  if (missingTerms.includes("rate") || missingTerms.includes("maxAid")) {
    const reason =
      "Le taux et le plafond sont fixés par chaque appel à projets : sans appel, aucun montant n’est annoncé.";
    return [{ id: "MO-3", title: "Modalités non publiées", reason, provision }];
  }
  const reasons: KeyReason[] = [];
  for (const { status, one, many } of unsettled) {
    const lines = costs.filter((line) => line.status === status && line.rules.length > 0);
    if (lines.length === 0) continue;
    const title = lines.length === 1 ? one : `${lines.length} ${many}`;
    const reason = [...new Set(lines.map((line) => line.reason))].join(" ");
    reasons.push({ id: lines[0]?.rules[0] ?? "MO-6", title, reason, provision });
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
