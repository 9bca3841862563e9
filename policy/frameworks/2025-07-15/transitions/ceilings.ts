import type { Ceiling } from "../../../engine/grants/figures.ts";
import { sayMoney, sayShare } from "../../../engine/values/french.ts";
import { cents, portionOf } from "../../../engine/values/money.ts";
import type { TransitionFacts } from "./facts.ts";
import type { TransitionFigures } from "./funding.ts";
import type { TransitionTerms } from "./terms.ts";

const provision = "2.c, modalités de financement";

/** The bounds of the aid at work: both shares, the least European support, and public money under what is paid. */
export function ceilingsOf(
  figures: TransitionFigures,
  { regionRate, esfMaxRate, esfMinimum }: TransitionTerms,
  { costs, otherPublicFunding }: TransitionFacts,
): readonly Ceiling[] {
  if (costs == null || costs.length === 0) return [];
  const { eligibleCosts, aid, esf, total, realCost, givenInKind } = figures;
  const share = (rate: number) => (eligibleCosts === null ? null : portionOf(eligibleCosts, rate));
  const paid = realCost === null || givenInKind === null ? null : cents(realCost - givenInKind);
  return [
    {
      id: "TR-5",
      label: `Région\u00a0: ${sayShare(regionRate)} des dépenses retenues`,
      bound: "at-most",
      value: aid,
      limit: share(regionRate),
      provision,
    },
    {
      id: "TR-5",
      label: `FSE+\u00a0: ${sayShare(esfMaxRate)} des dépenses retenues`,
      bound: "at-most",
      value: esf,
      limit: share(esfMaxRate),
      provision,
    },
    {
      id: "EL-9",
      label: `FSE+\u00a0: un soutien de ${sayMoney(esfMinimum)}`,
      bound: "at-least",
      value: esf,
      limit: esfMinimum,
      provision: "2.c, critères d’éligibilité",
    },
    {
      id: "TR-5",
      label: "L’argent public, sous ce que vous payez",
      bound: "at-most",
      value: total === null || otherPublicFunding == null ? null : cents(total + otherPublicFunding),
      limit: paid,
      provision,
    },
  ];
}
