import type { Told } from "../../../engine/grants/declared.ts";
import { costsOf } from "./costs.ts";
import type { FundingFigures, FundingRules } from "./funding.ts";
import { fundingSteps } from "./steps.ts";

/** The words of what was reckoned: who pays what, what each structure has, phase by phase, and the computation. */
export function tell(figures: FundingFigures, rules: FundingRules): Told {
  const { aid, otherPublicFunding, ownContribution, structures } = figures;
  return {
    sources: [
      { source: "region", label: "Aide de la Région", kind: "aid", amount: aid },
      { source: "other-public", label: "Autres financements publics", kind: "public", amount: otherPublicFunding },
      { source: "own", label: "Votre part", kind: "own", amount: ownContribution },
    ],
    parties: structures.map((one) => ({
      realCost: one.realCost,
      eligibleCosts: one.eligibleCosts,
      aid: one.region,
      measures: { days: { asked: one.daysAsked, kept: one.days, refused: one.daysRefused, allowed: one.allowance } },
    })),
    lines: costsOf(figures, rules),
    steps: fundingSteps(figures, rules),
  };
}
