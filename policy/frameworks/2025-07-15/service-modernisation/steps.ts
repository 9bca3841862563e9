import type { ComputationStep } from "../../../engine/grants/figures.ts";
import { sayMoney, sayShare } from "../../../engine/values/french.ts";
import type { Money } from "../../../engine/values/money.ts";
import type { ModernisationFigures } from "./funding.ts";
import type { ModernisationTerms } from "./terms.ts";

const provision = "2.d, projets";
export const unpublished = "modalités non publiées";
const unknown = "non calculé : il manque des réponses";

/** The computation as lines that can be read aloud; without the terms of a call, one line says so. */
export function fundingSteps(
  figures: ModernisationFigures,
  { rate, maxAid }: ModernisationTerms,
): readonly ComputationStep[] {
  const cost = line("MO-6", "Coût du projet, avec la TVA non récupérable", figures.realCost);
  if (rate == null || maxAid == null) {
    return [cost, { id: "MO-3", label: missing(rate, maxAid), value: unpublished, provision }];
  }
  return [
    cost,
    line("MO-6", "Coûts retenus", figures.eligibleCosts),
    line("MO-3", `${sayShare(rate)} des coûts retenus`, figures.share),
    ...(figures.capped === figures.share ? [] : [line("MO-3", `Plafond de l’appel par projet`, figures.capped)]),
    ...(figures.reduction === null || figures.reduction === 0
      ? []
      : [
          line(
            "MO-9",
            "Réduction pour que l’argent public ne dépasse pas le coût du projet",
            -figures.reduction as Money,
          ),
        ]),
    line("MO-3", "Aide au plus, selon les règles (estimation)", figures.aid),
    line("MO-9", "Reste à charge", figures.ownContribution),
  ];
}

function missing(rate: number | null | undefined, maxAid: Money | null | undefined): string {
  if (rate == null && maxAid == null) return "Aide de la Région : le taux et le plafond sont fixés par chaque appel";
  return rate == null
    ? "Aide de la Région : le taux est fixé par l’appel"
    : "Aide de la Région : le plafond est fixé par l’appel";
}

function line(id: string, label: string, amount: Money | null): ComputationStep {
  return { id, label, value: amount === null ? unknown : sayMoney(amount), provision };
}
