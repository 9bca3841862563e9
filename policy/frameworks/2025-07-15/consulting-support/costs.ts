import type { LineStatus, ToldLine } from "../../../engine/grants/costs.ts";
import { sayDays, sayMoney } from "../../../engine/values/french.ts";
import type { FundingFigures, FundingRules, PhaseFunding } from "./funding.ts";

const provision = "1.b, modalités de financement";

/** Each phase as a cost: what of it is funded, and why no more. */
export function costsOf(figures: FundingFigures, rules: FundingRules): readonly ToldLine[] {
  return figures.structures.flatMap(({ phases, allowance }) =>
    phases.map((phase) => ({
      status: statusOf(phase),
      cost: phase.cost,
      eligible: phase.kept?.eligible ?? null,
      kept: {
        days: { asked: phase.days, kept: phase.kept === null ? null : phase.kept.halfDays / 2 },
        dailyCost: { asked: phase.price, kept: phase.price === null ? null : phase.countedPrice },
      },
      reason: reasonOf(phase, allowance, rules),
      provision,
    })),
  );
}

function statusOf({ kept, days }: PhaseFunding): LineStatus {
  if (kept === null) return "to-assess";
  return kept.halfDays === 0 && days !== 0 ? "not-eligible" : "eligible";
}

function reasonOf(phase: PhaseFunding, allowance: number, { dailyCeiling, maxDays }: FundingRules): string {
  const { kept, days, price, countedPrice } = phase;
  if (days === null && allowance === 0) {
    return `Aucun jour ne peut être retenu : le plafond de ${maxDays} jours par structure est atteint.`;
  }
  if (kept === null || days === null) return "Le nombre de jours ou leur coût hors taxes n’est pas indiqué.";
  const cut =
    price !== null && countedPrice < price
      ? ` Le coût retenu est plafonné à ${sayMoney(dailyCeiling)} HT par jour (demandé : ${sayMoney(price)}).`
      : "";
  if (kept.halfDays / 2 === days) return `Jours retenus : ${sayDays(days)}.${cut}`;
  if (kept.halfDays === 0) {
    return `Aucun des jours demandés n’est retenu (${sayDays(days)}) : le plafond de ${maxDays} jours par structure est atteint.`;
  }
  return `Jours retenus : ${sayDays(kept.halfDays / 2)} sur ${sayDays(days)} ; le plafond est de ${maxDays} jours par structure.${cut}`;
}
