import type { Funding } from "../../../engine/grants/assessment.ts";
import type { NothingToFund } from "../../../engine/grants/words.ts";

type Cause = "days-spent" | "aid-spent" | "paid-by-others" | "no-eligible-cost";

/** The cause of an aid of 0 €; null where there is an aid, or where it is not known. */
export function causeOfNothing(funding: Funding): Cause | null {
  const { aid, parties, eligibleCosts, realCost, otherPublicFunding } = funding;
  if (aid !== 0 || parties.length === 0) return null;
  if (parties.every(({ measures }) => measures.days?.allowed === 0)) return "days-spent";
  if (eligibleCosts === null || eligibleCosts === 0) return "no-eligible-cost";
  // Others pay all only where they pay what is really spent: what exceeds the ceilings is a cost too.
  return realCost !== null && (otherPublicFunding ?? 0) >= realCost ? "paid-by-others" : "aid-spent";
}

/** Why a request that meets every condition has no aid to receive, to its author and as a ground of law. */
export function nothing(funding: Funding): NothingToFund | null {
  const cause = causeOfNothing(funding);
  return cause === null ? null : { provision: "1.b, modalités de financement", ...words[cause] };
}

const words: Readonly<Record<Cause, Omit<NothingToFund, "provision">>> = {
  "days-spent": {
    sentence: "Tous les jours que la Région peut financer sont déjà utilisés.",
    id: "CS-9",
    label: "CS-9, jours déjà financés",
    rule: "Le nombre de jours financés pour une même structure est plafonné, toutes demandes confondues.",
    finding: "Les jours que le texte permet de financer pour cette structure le sont déjà\u00a0: il n’en reste aucun.",
  },
  "aid-spent": {
    sentence: "L’aide que chaque structure peut recevoir a déjà été accordée.",
    id: "CS-9",
    label: "CS-9, aide déjà accordée",
    rule: "L’aide à une même structure est plafonnée, toutes demandes confondues.",
    finding: "L’aide que le texte permet d’accorder à cette structure l’est déjà entièrement.",
  },
  "paid-by-others": {
    sentence: "D’autres financements publics paient déjà tout ce que la prestation coûte.",
    id: "CS-8",
    label: "CS-8, autres financements publics",
    rule: "L’aide de la Région et les autres aides publiques ne dépassent pas le coût qu’elles financent.",
    finding: "D’autres financements publics paient déjà tout ce que la prestation coûte.",
  },
  "no-eligible-cost": {
    sentence: "Aucun coût ne peut être retenu.",
    id: "CS-7",
    label: "CS-7, aucun coût retenu",
    rule: "L’aide se calcule sur les jours et les coûts retenus.",
    finding: "Aucun coût présenté n’a pu être retenu.",
  },
};
