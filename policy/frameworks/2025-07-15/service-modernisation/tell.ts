import type { Line } from "../../../engine/grants/costs.ts";
import type { Told } from "../../../engine/grants/declared.ts";
import { ceilingsOf } from "./ceilings.ts";
import type { ModernisationFacts } from "./facts.ts";
import type { ModernisationFigures } from "./funding.ts";
import { fundingSteps } from "./steps.ts";
import type { ModernisationTerms } from "./terms.ts";

/** The words of what was reckoned: who pays what, cost by cost, and the computation. */
export function tell(
  figures: ModernisationFigures,
  terms: ModernisationTerms,
  _facts: ModernisationFacts,
  _lines: readonly Line[],
): Told {
  const { aid, realCost, eligibleCosts, otherPublicFunding, privateFunding, ownContribution } = figures;
  return {
    sources: [
      { source: "region", label: "Aide de la Région", kind: "aid", amount: aid },
      { source: "other-public", label: "Autres financements publics", kind: "public", amount: otherPublicFunding },
      { source: "private", label: "Financements privés", kind: "private", amount: privateFunding },
      { source: "own", label: "Votre part", kind: "own", amount: ownContribution },
    ],
    parties: [{ realCost, eligibleCosts, aid, measures: {} }],
    lines: figures.costs,
    steps: fundingSteps(figures, terms),
    ceilings: ceilingsOf(figures, terms),
  };
}
