import type { Ceiling } from "../../../engine/grants/figures.ts";
import { sayShare } from "../../../engine/values/french.ts";
import { cents } from "../../../engine/values/money.ts";
import type { ModernisationFigures } from "./funding.ts";
import type { ModernisationTerms } from "./terms.ts";

const provision = "Modalités de l’appel";

/** The bounds that the call sets, at work; none before one sets them (D-03). */
export function ceilingsOf(
  { aid, share, realCost, otherPublicFunding }: ModernisationFigures,
  { rate, maxAid }: ModernisationTerms,
): readonly Ceiling[] {
  if (rate == null || maxAid == null) return [];
  const isPlanned = aid !== null && otherPublicFunding !== null;
  return [
    {
      id: "MO-3",
      label: `Région : ${sayShare(rate)} des dépenses retenues`,
      bound: "at-most",
      value: aid,
      limit: share,
      provision,
    },
    {
      id: "MO-3",
      label: "Région : l’aide d’un projet",
      bound: "at-most",
      value: aid,
      limit: maxAid,
      provision,
    },
    {
      id: "MO-9",
      label: "L’argent public, sous ce que vous payez",
      bound: "at-most",
      value: isPlanned ? cents(aid + otherPublicFunding) : null,
      limit: realCost,
      provision,
    },
  ];
}
