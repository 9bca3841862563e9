import type { Line, ToldLine } from "../../../engine/grants/costs.ts";
import type { Told } from "../../../engine/grants/declared.ts";
import { MET } from "../../../engine/rules/truth.ts";
import { sayMoney } from "../../../engine/values/french.ts";
import type { Money } from "../../../engine/values/money.ts";
import { ceilingsOf } from "./ceilings.ts";
import type { CostFacts, TransitionFacts } from "./facts.ts";
import { costOf, type ProjectCost, type TransitionFigures } from "./funding.ts";
import { fundingSteps } from "./steps.ts";
import type { TransitionTerms } from "./terms.ts";

/** The words of what was reckoned: who pays what, line by line, and the computation. */
export function tell(
  figures: TransitionFigures,
  terms: TransitionTerms,
  facts: TransitionFacts,
  lines: readonly Line[],
): Told {
  const { aid, esf, otherPublicFunding, givenInKind, ownContribution, realCost, eligibleCosts } = figures;
  return {
    sources: [
      { source: "region", label: "Aide de la Région", kind: "aid", amount: aid },
      { source: "esf", label: "Aide du FSE+", kind: "aid", amount: esf },
      { source: "other-public", label: "Autres financements publics", kind: "public", amount: otherPublicFunding },
      { source: "in-kind", label: "Apports en nature", kind: "in-kind", amount: givenInKind },
      { source: "own", label: "Votre part", kind: "own", amount: ownContribution },
    ],
    parties: [{ realCost, eligibleCosts, aid, measures: {} }],
    lines: lines.map((line, index) => toldLine(line, figures.kept[index] ?? null, terms)),
    steps: fundingSteps(figures, terms, facts),
    ceilings: ceilingsOf(figures, terms, facts),
  };
}

function toldLine({ values, code }: Line, eligible: Money | null, terms: TransitionTerms): ToldLine {
  const cost = costOf(values as CostFacts, terms);
  if (code !== MET || cost === null) return { cost, eligible };
  const { daysInside, daysServed } = (values as ProjectCost).derived ?? {};
  const isPartly = eligible !== null && eligible < cost && daysInside != null && daysServed != null;
  const reason = isPartly
    ? `Maintenance retenue pour ${daysInside}\u00a0jours dans l’opération, sur ${daysServed}\u00a0: ${sayMoney(eligible)} sur ${sayMoney(cost)}.`
    : "La dépense remplit les conditions vérifiées ici : elle est retenue en entier.";
  return { cost, eligible, reason, provision: isPartly ? "2.c, prestations extérieures" : "2.c, dépenses éligibles" };
}
