import type { Funding } from "../../../engine/grants/assessment.ts";
import type { NothingToFund } from "../../../engine/grants/words.ts";

const provision = "2.c, modalités de financement";

/** Why a project that meets every condition has no aid to receive; null where there is an aid, or it is not known. */
export function nothing({ aid, eligibleCosts, otherPublicFunding, sources }: Funding): NothingToFund | null {
  if (aid !== 0) return null;
  if (eligibleCosts === null || eligibleCosts === 0) return { provision, ...noEligibleCost };
  const inKind = sources.find(({ source }) => source === "in-kind")?.amount ?? 0;
  return (otherPublicFunding ?? 0) === 0 && inKind >= eligibleCosts
    ? { provision, ...onlyInKind }
    : { provision, ...paidByOthers };
}

const noEligibleCost = {
  sentence: "Aucune dépense ne peut être retenue.",
  id: "TR-6",
  label: "TR-6, aucune dépense retenue",
  rule: "L’aide se calcule sur les dépenses éligibles.",
  finding: "Aucune dépense présentée n’a pu être retenue.",
};

const onlyInKind = {
  sentence: "Le projet ne compte que des apports en nature\u00a0: il n’y a pas de dépense payée à aider.",
  id: "TR-13",
  label: "TR-13, apports en nature seuls",
  rule: "Un apport en nature n’augmente jamais l’aide au-delà des dépenses payées.",
  finding: "Les dépenses éligibles ne sont que des apports en nature.",
};

const paidByOthers = {
  sentence: "D’autres financements publics paient déjà tout ce que le projet coûte.",
  id: "TR-5",
  label: "TR-5, autres financements publics",
  rule: "L’argent public ne dépasse jamais les dépenses payées.",
  finding: "D’autres financements publics paient déjà tout ce que le projet coûte.",
};
