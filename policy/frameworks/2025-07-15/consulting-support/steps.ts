import type { ComputationStep } from "../../../engine/grants/figures.ts";
import { sayDays, sayMoney } from "../../../engine/values/french.ts";
import { cents } from "../../../engine/values/money.ts";
import { counted } from "./counted.ts";
import type { FundingFigures, FundingRules, StructureFunding } from "./funding.ts";

const provision = "1.b, modalités de financement";
const names = { diagnostic: "Diagnostic", accompagnement: "Accompagnement" } as const;
const unknown = "non calculé : il manque des réponses";

/** The computation as lines that can be read aloud, structure by structure, then for the whole request. */
export function fundingSteps(figures: FundingFigures, rules: FundingRules): readonly ComputationStep[] {
  const { structures, before, reduction, aid, otherPublicFunding, ownContribution } = figures;
  if (structures.length === 0) return [];
  const several = structures.length > 1;
  const steps = structures.flatMap((one, party) => {
    const own = structureSteps(one, rules);
    return several ? own.map((step) => ({ ...step, party })) : own;
  });
  if (several) steps.push(line("CS-8", "Aide de toutes les structures", before));
  if (reduction !== null && reduction > 0) {
    const label = `Réduction pour que l’argent public ne dépasse pas le coût réel (autres financements : ${sayMoney(otherPublicFunding ?? cents(0))})`;
    steps.push(line("CS-8", label, -reduction));
  }
  steps.push(line("CS-8", "Aide au plus, selon les règles (estimation)", aid));
  steps.push(line("CS-8", "Reste à charge", ownContribution));
  return steps;
}

function line(id: string, label: string, amount: number | null): ComputationStep {
  return { id, label, value: amount === null ? unknown : sayMoney(cents(amount)), provision };
}

function told(days: number | null): string {
  return days === null ? unknown : sayDays(days);
}

function structureSteps(one: StructureFunding, rules: FundingRules): ComputationStep[] {
  const possible = `Jours retenus (${sayDays(one.allowance)} ${one.allowance < 2 ? "possible" : "possibles"} sur ${rules.maxDays})`;
  const steps: ComputationStep[] = [
    { id: "CS-9", label: counted.asked, value: told(one.daysAsked), provision },
    { id: "CS-9", label: possible, value: told(one.days), provision },
  ];
  for (const { phase, kept, price, countedPrice } of one.phases) {
    if (kept === null || price === null) continue;
    const capped = countedPrice < price ? `, plafonné (coût réel ${sayMoney(price)})` : "";
    const label = `${phase == null ? "Phase non précisée" : names[phase]} : ${sayDays(kept.halfDays / 2)} à ${sayMoney(countedPrice)} HT${capped}`;
    steps.push(line("CS-7", label, kept.eligible));
  }
  steps.push(line("CS-7", "Coûts retenus", one.eligibleCosts));
  const isLess = one.base !== one.eligibleCosts;
  if (isLess) steps.push(line("CS-8", "Part que la structure supporte vraiment, à son coût réel", one.base));
  steps.push(line("CS-8", `${rules.rate / 100} % ${isLess ? "de cette part" : "des coûts retenus"}`, one.share));
  if (one.capped !== one.share) {
    steps.push(line("CS-9", ceilingOf(one, rules), one.capped));
  }
  return steps;
}

/** The ceiling that bites: that of the structure, or by the other reading of D-18 that of each day. */
function ceilingOf({ capped, days }: StructureFunding, { ceilingOn, dailyCeiling, maxAid }: FundingRules): string {
  if (ceilingOn === "aid" && capped === dailyCeiling * (days ?? 0)) {
    return `Plafond de ${sayMoney(dailyCeiling)} d’aide par jour`;
  }
  return `Plafond de ${sayMoney(maxAid)} par structure, moins ce qu’elle a déjà reçu`;
}
