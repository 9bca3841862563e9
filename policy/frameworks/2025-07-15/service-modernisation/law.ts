import type { Criterion } from "../../../engine/rules/criterion.ts";

/** Where the text says a criterion, by its own lines, and what is applied beyond the condition itself. */
export const law: Readonly<Record<string, Pick<Criterion, "lines" | "applied">>> = {
  "MO-2": {
    lines: "701 à 724",
    applied: ["Le texte ne demande ni taille ni statut : aucune question n’est posée là-dessus."],
  },
  "MO-4": {
    lines: "734 à 735 et 790",
    applied: ["Plusieurs lieux sont possibles : un seul en Normandie suffit."],
  },
  "MO-5": { lines: "736 à 739" },
  "MO-6": {
    lines: "747 à 783",
    applied: [
      "Chaque dépense compte hors taxes, plus la TVA qui ne se récupère pas, sauf si l’appel dit autrement.",
      "Une dépense que le texte ne cite pas, une dépense de pédagogie ou d’investissement est appréciée par une personne.",
    ],
  },
  "MO-9-2": { lines: "792 à 794" },
  "MO-9-3": { lines: "796 à 798" },
  "MO-9-4": {
    lines: "800 à 802",
    applied: ["Le plan de financement est complet quand ses montants font ensemble le coût du projet, au centime."],
  },
};
