import { sayDay, sayMoney, sayShare } from "../../../engine/values/french.ts";
import { terms } from "./terms.ts";

const { costsFrom, costsUntil, esfMaxRate, esfMinimum, regionRate } = terms.voted;

/** Where the text says a criterion, by its own lines, and what is applied to it beyond the condition itself. */
export interface Law {
  readonly lines: string;
  readonly applied?: readonly string[];
}

/** By criterion. The lines are those of the framework's text as it was adopted. */
export const law: Readonly<Record<string, Law>> = {
  "TR-1": {
    lines: "388 à 433",
    applied: [
      "La liste des types n’est pas fermée\u00a0: un projet d’un autre type est à apprécier.",
      "Un module dit quelles formations existantes ont été cherchées\u202f; un outil vient avec l’ingénierie de son intégration.",
    ],
  },
  "TR-2": { lines: "380", applied: ["Un lieu de réalisation en Normandie suffit, mesuré par le code INSEE."] },
  "TR-4": { lines: "396 à 400" },
  "TR-5": {
    lines: "442 à 450",
    applied: [
      `La Région paie exactement ${sayShare(regionRate)} des dépenses éligibles, le FSE+ le taux demandé, ${sayShare(esfMaxRate)} au plus\u202f; chaque part est arrondie au centime inférieur.`,
      "L’argent public ne dépasse jamais les dépenses payées\u00a0: la part du FSE+, qui est un maximum, baisse la première.",
      "Un apport en nature compte en dépense et en ressource, et n’augmente jamais l’aide au-delà des dépenses payées.",
    ],
  },
  "TR-7": {
    lines: "451 à 453",
    applied: [
      "Une fin le jour même de la limite est à apprécier.",
      `Une dépense compte si elle est payée du ${sayDay(costsFrom)} au ${sayDay(costsUntil)}, pour un service rendu pendant l’opération. Un jour qui n’est pas dit n’est pas retenu contre elle.`,
    ],
  },
  "TR-14": {
    lines: "531 à 542",
    applied: ["Un partenaire qui ne travaille pas avec des personnes en recherche d’emploi est à apprécier."],
  },
  "TR-15": {
    lines: "544 à 552",
    applied: [
      "La convention de partenariat est signée de tous et a pris effet avant le jour du dépôt\u202f; le jour même est trop tard.",
      "Une dépense portée par un partenaire est refusée.",
    ],
  },
  "EL-2": { lines: "565" },
  "EL-3": { lines: "567 à 569" },
  "EL-4": { lines: "571 à 573", applied: ["Le texte n’en donne pas de mesure\u00a0: une personne conclut."] },
  "EL-5": { lines: "575" },
  "EL-6": { lines: "577 à 591" },
  "EL-7": { lines: "593 à 597", applied: ["Une personne conclut."] },
  "EL-8": { lines: "599 à 603" },
  "EL-9": {
    lines: "605",
    applied: [
      `Le soutien du FSE+ est calculé sur les dépenses certaines\u202f; il atteint ${sayMoney(esfMinimum)}. S’il ne l’atteint qu’avec des dépenses à apprécier, une personne conclut.`,
    ],
  },
};
