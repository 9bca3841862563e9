import type { ComputationStep } from "../../../engine/grants/figures.ts";
import { sayMoney, sayShare } from "../../../engine/values/french.ts";
import type { Money } from "../../../engine/values/money.ts";
import { costOptions } from "./cost-options.ts";
import type { TransitionFacts } from "./facts.ts";
import { methodOf, type TransitionFigures } from "./funding.ts";
import type { TransitionTerms } from "./terms.ts";

const provision = "2.c, modalités de financement";
const unknown = "non calculé : il manque des réponses";

/** The computation as lines that can be read aloud. */
export function fundingSteps(
  figures: TransitionFigures,
  terms: TransitionTerms,
  facts: TransitionFacts,
): readonly ComputationStep[] {
  const { requestedEsfRate, costs = [] } = facts;
  const costOption = methodOf(facts, terms);
  if (costs === null || costs.length === 0) return [];
  const { realCost, eligibleCosts, flat, inKind, toAssess, regionShare, esfShare, aid, esf, ceiling } = figures;
  const steps: ComputationStep[] = [step("TR-5", "Coût total du projet", realCost)];
  if (flat !== null && costOption != null) steps.push(step("TR-12", costOptions[costOption], flat));
  steps.push(step("TR-5", "Dépenses éligibles", eligibleCosts));
  if (toAssess > 0) steps.push(step("TR-8", "Dépenses à apprécier, comptées à part", toAssess));
  steps.push(step("TR-5", `Région : ${sayShare(terms.regionRate)} des dépenses éligibles`, regionShare));
  const rate = requestedEsfRate == null ? "" : ` : ${sayShare(Math.min(requestedEsfRate, terms.esfMaxRate))}`;
  steps.push(step("TR-5", `FSE+${rate} des dépenses éligibles`, esfShare));
  const isCut = (esfShare !== null && esfShare !== esf) || regionShare !== aid;
  if (isCut) {
    const why = inKind !== null && inKind > 0 ? "TR-13" : "TR-5";
    steps.push(step(why, "Au plus, pour que l’argent public ne dépasse pas les dépenses payées", ceiling));
  }
  steps.push(step("TR-5", "Aide de la Région au plus, selon les règles (estimation)", aid));
  steps.push(step("TR-5", "Aide du FSE+ au plus, selon les règles (estimation)", esf));
  steps.push(step("TR-5", "Reste à votre charge", figures.ownContribution));
  return steps;
}

function step(id: string, label: string, amount: Money | null): ComputationStep {
  return { id, label, value: amount === null ? unknown : sayMoney(amount), provision };
}
