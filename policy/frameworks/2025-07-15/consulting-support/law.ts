import { bounds, said } from "./figures.ts";

/** Where the text says a criterion, by its own lines, and what is applied to it beyond the condition itself. */
export interface Law {
  readonly lines: string;
  readonly applied?: readonly string[];
}

/** By criterion. The lines are those of the framework's text as it was adopted. */
export const law: Readonly<Record<string, Law>> = {
  "CS-1": {
    lines: "219 à 229",
    applied: [
      "Une phase de 0 jour ne compte pas.",
      "Un accompagnement demandé seul suppose un diagnostic, d’où qu’il vienne : s’il n’en existe pas, une personne apprécie.",
    ],
  },
  "CS-2": { lines: "235" },
  "CS-3": { lines: "236" },
  "CS-4": {
    lines: "237",
    applied: [
      `Le nombre déclaré est lu d’abord. À défaut, la tranche d’effectif de l’INSEE en tient lieu : à partir de « 6 à 9 salariés », la structure en compte plus de ${bounds.employees}.`,
    ],
  },
  "CS-5": { lines: "238 à 240" },
  "CS-6": { lines: "246 à 253" },
  "CS-7": {
    lines: "259 à 260",
    applied: [
      `Chaque jour compte pour son coût hors taxes, dans la limite de ${said.dailyCeiling}. Un jour plus cher est admis : le reste est à la charge de la structure.`,
    ],
  },
  "CS-8": {
    lines: "262 à 263",
    applied: [
      `L’aide est de ${said.rate} au plus des coûts retenus, arrondie au centime inférieur.`,
      "L’aide et les autres financements publics ne dépassent jamais ensemble le coût réel : l’aide baisse, jusqu’à zéro s’il le faut, et chaque structure supporte cette baisse en proportion de son aide.",
    ],
  },
  "CS-9": {
    lines: "265 à 266",
    applied: [
      `Une structure a ${said.days} jours au plus, toutes demandes confondues, et ${said.aid} au plus. Les jours demandés au-delà sont refusés, en commençant par les moins bien financés.`,
      "Un plafond atteint réduit l’aide, à zéro s’il le faut ; il ne rend pas la demande inéligible.",
    ],
  },
  "CS-10": {
    lines: "270 à 271",
    applied: ["Le texte ne dit rien d’une prestation déjà commencée : elle est signalée, et une personne apprécie."],
  },
  "CS-11": { lines: "276" },
  "CS-12": { lines: "277 à 280" },
  "CS-13": { lines: "282 à 283" },
  "CS-14": { lines: "285 à 286" },
  "CS-15": { lines: "288 à 291" },
  "CS-16": { lines: "293 à 294" },
  "CS-17": { lines: "296" },
};
