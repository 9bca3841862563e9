import type { Funding } from "../../../engine/grants/assessment.ts";
import type { NothingToFund } from "../../../engine/grants/words.ts";

const provision = "2.c, modalités de financement";

/** Why a project that meets every condition has no aid to receive; null where there is an aid, or it is not known. */
export function nothing(funding: Funding): NothingToFund | null {
  return funding.aid === 0 ? { provision, ...causeOf(funding) } : null;
}

function causeOf({ eligibleCosts, realCost, otherPublicFunding, sources }: Funding): Omit<NothingToFund, "provision"> {
  if (eligibleCosts === null || eligibleCosts === 0) return noEligibleCost;
  const other = otherPublicFunding ?? 0;
  const inKind = sources.find(({ source }) => source === "in-kind")?.amount ?? 0;
  // What is paid in money, eligible or not: others pay all of the project only where they pay all of that.
  const isPaid = other > 0 && realCost !== null && other >= realCost - inKind;
  if (isPaid) return paidByOthers;
  return other === 0 || inKind >= eligibleCosts ? onlyInKind : publicShareSpent;
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

const publicShareSpent = {
  sentence: "D’autres financements publics atteignent déjà tout ce que l’argent public peut payer de ce projet.",
  id: "TR-5",
  label: "TR-5, part de l’argent public",
  rule: "Selon la lecture retenue du texte (D-33), le reste du financement vient de fonds propres.",
  finding: "Les autres financements publics atteignent déjà la part des dépenses que l’argent public peut payer.",
};

const paidByOthers = {
  sentence: "D’autres financements publics paient déjà toutes les dépenses payées du projet.",
  id: "TR-5",
  label: "TR-5, autres financements publics",
  rule: "L’argent public ne dépasse jamais les dépenses payées.",
  finding: "D’autres financements publics paient déjà toutes les dépenses payées du projet.",
};
