import { partsOf } from "#policy/index.ts";
import type { PrintedPlan, PrintedSource } from "#src/platform/documents/index.ts";

/** Who pays what share of a plan, as letters print it; who pays nothing is left out, save the two sides of the aid. */
export function printedSources(
  plan: Pick<PrintedPlan, "aid" | "other" | "beside" | "own">,
  funder: string,
  beneficiary: string,
): readonly PrintedSource[] {
  const sources = [
    { label: funder, cents: plan.aid },
    ...(plan.beside ?? []),
    ...(plan.other > 0 ? [{ label: "Autres financements publics", cents: plan.other }] : []),
    { label: beneficiary, cents: plan.own },
  ];
  const shares = partsOf(sources.map((source) => source.cents));
  return sources.map((source, at) => ({ ...source, share: shares[at] ?? 0 }));
}
