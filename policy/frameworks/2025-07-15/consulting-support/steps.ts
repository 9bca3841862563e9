import type { Step } from "../../../engine/assessment.ts";
import { sayDays, sayMoney } from "../../../engine/french.ts";
import { cents } from "../../../engine/money.ts";
import type { ConsultingFacts } from "./facts.ts";
import type { FundingFigures, FundingRules, StructureFunding } from "./funding.ts";

const provision = "1.b, modalités de financement";
const unknown = "non calculé : il manque des réponses";

/** The computation as lines that can be read aloud, structure by structure, then for the whole request. */
export function fundingSteps(facts: ConsultingFacts, figures: FundingFigures, rules: FundingRules): readonly Step[] {
  const several = figures.structures.length > 1;
  const steps = figures.structures.flatMap((one, index) => {
    const phases = facts.structures?.[index]?.phases ?? [];
    return structureSteps(one, phases, rules).map((step) => (several ? { ...step, structure: index } : step));
  });
  if (figures.structures.length === 0) return [];
  if (several)
    steps.push({
      id: "CS-8",
      label: "Aide de toutes les structures",
      value: told(beforeReduction(figures)),
      provision,
    });
  if (figures.reduction !== null && figures.reduction > 0) {
    const label = `Moins ce que les autres financements publics paient déjà (${sayMoney(figures.otherPublicFunding)} déclarés)`;
    steps.push({ id: "CS-8", label, value: told(-figures.reduction), provision });
  }
  steps.push({ id: "CS-8", label: "Aide de la Région", value: told(figures.region), provision });
  steps.push({ id: "CS-8", label: "Reste à votre charge", value: told(figures.ownContribution), provision });
  return steps;
}

function told(amount: number | null): string {
  return amount === null ? unknown : sayMoney(cents(amount));
}

function beforeReduction({ region, reduction }: FundingFigures): number | null {
  return region === null || reduction === null ? null : region + reduction;
}

function structureSteps(
  one: StructureFunding,
  phases: NonNullable<NonNullable<ConsultingFacts["structures"]>[number]["phases"]>,
  rules: FundingRules,
): Step[] {
  const steps: Step[] = [
    {
      id: "CS-9",
      label: "Jours demandés",
      value: one.daysAsked === null ? unknown : sayDays(one.daysAsked),
      provision,
    },
    {
      id: "CS-9",
      label: `Jours retenus (${sayDays(one.allowance)} possibles sur ${rules.maxDays})`,
      value: one.days === null ? unknown : sayDays(one.days),
      provision,
    },
  ];
  for (const phase of one.phases) {
    const price = phases[phase.index]?.dailyCost;
    if (phase.halfDaysKept === null || phase.eligible === null || price == null) continue;
    const counted = cents(phase.countedPrice);
    const capped = counted < price ? `, plafonné (coût réel ${sayMoney(price)})` : "";
    const name = phases[phase.index]?.phase === "diagnostic" ? "Diagnostic" : "Accompagnement";
    const label = `${name} : ${sayDays(phase.halfDaysKept / 2)} à ${sayMoney(counted)} HT${capped}`;
    steps.push({ id: "CS-7", label, value: sayMoney(phase.eligible), provision });
  }
  steps.push({ id: "CS-7", label: "Coûts retenus", value: told(one.eligibleCosts), provision });
  steps.push({ id: "CS-8", label: `${rules.rate / 100} % des coûts retenus`, value: told(one.share), provision });
  if (one.share !== null && one.capped !== null && one.capped < one.share) {
    const label = `Plafond de ${sayMoney(rules.maxAid)} par structure, moins ce qu’elle a déjà reçu`;
    steps.push({ id: "CS-9", label, value: sayMoney(one.capped), provision });
  }
  return steps;
}
