import type { CostResult } from "../../../engine/assessment.ts";
import { sayDays, sayMoney } from "../../../engine/french.ts";
import type { Money } from "../../../engine/money.ts";
import type { ConsultingFacts } from "./facts.ts";
import type { FundingFigures, FundingRules } from "./funding.ts";

const provision = "1.b, modalités de financement";

/** Each phase as a cost: what of it is funded, and why no more. */
export function costsOf(facts: ConsultingFacts, figures: FundingFigures, rules: FundingRules): readonly CostResult[] {
  const costs: CostResult[] = [];
  (facts.structures ?? []).forEach((structure, at) => {
    (structure.phases ?? []).forEach((phase, index) => {
      const figure = figures.structures[at]?.phases[index];
      const asked = phase.days ?? null;
      const kept = figure?.halfDaysKept ?? null;
      costs.push({
        index: costs.length,
        structure: at,
        phase: index,
        status: kept === null ? "to-assess" : kept === 0 && asked !== 0 ? "not-eligible" : "eligible",
        eligible: figure?.eligible ?? null,
        daysAsked: asked,
        daysKept: kept === null ? null : kept / 2,
        reason: costReason(asked, kept, phase.dailyCost ?? null, rules),
        provision,
      });
    });
  });
  return costs;
}

function costReason(
  asked: number | null,
  kept: number | null,
  price: Money | null,
  { dailyCeiling, ceilingOn, maxDays }: FundingRules,
): string {
  if (kept === null || asked === null) return "Le nombre de jours ou leur coût hors taxes n’est pas indiqué.";
  const cut =
    price !== null && price > dailyCeiling && ceilingOn === "cost"
      ? ` Le coût retenu est plafonné à ${sayMoney(dailyCeiling)} HT par jour (demandé : ${sayMoney(price)}).`
      : "";
  if (kept / 2 === asked) return `Les jours demandés sont retenus (${sayDays(asked)}).${cut}`;
  if (kept === 0)
    return `Aucun des jours demandés n’est retenu (${sayDays(asked)}) : le plafond de ${maxDays} jours par structure est atteint.`;
  return `Jours retenus : ${sayDays(kept / 2)} sur ${sayDays(asked)} ; le plafond est de ${maxDays} jours par structure.${cut}`;
}
