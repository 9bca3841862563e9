import type { Passage } from "../../../engine/framework/presented.ts";
import { mention } from "./mention.ts";

export const passages: readonly Passage[] = [
  {
    title: "Quels projets ?",
    paragraphs: [
      "Des projets qui changent l’organisation de la structure : son offre de service dans son ensemble, sa communication, ses processus. Un projet pédagogique relève du dispositif « transitions ».",
      "Ils sont menés en Normandie et s’adressent aux publics de la politique régionale de formation, ou peuvent leur être transposés.",
    ],
    provisions: ["MO-1", "MO-2", "MO-4", "MO-5"],
  },
  {
    title: "Quelle aide ?",
    paragraphs: [
      "Le taux, le plafond et les dates sont fixés par chaque appel à projets. Tant qu’aucun n’est publié, aucun montant ne peut être annoncé.",
    ],
    provisions: ["MO-3"],
  },
  {
    title: "Pour payer quoi ?",
    paragraphs: [
      "La mise au point du projet, la communication qui le fait connaître et son fonctionnement : par exemple un site écoconçu et accessible, une plateforme en ligne, un nouveau recrutement, un plateau technique plus sobre, les mobilités douces, les achats durables, la gestion des déchets.",
      "Le personnel dédié n’est admis que si l’appel le prévoit. Une dépense de pédagogie ou d’investissement est appréciée par le service.",
    ],
    provisions: ["MO-6", "MO-8"],
  },
  {
    title: "Comment les projets sont-ils choisis ?",
    paragraphs: [
      "Par quatre critères, remplis ou non, jamais notés : se réaliser en Normandie, mieux répondre au besoin de formation repéré, donner de quoi juger de la pertinence, décrire des phases datées et un plan de financement.",
      "La Région et les services de l’État (DREETS) lisent chaque projet ensemble. Ni la taille ni le statut de la structure ne sont des conditions.",
    ],
    provisions: ["MO-1", "MO-9"],
  },
  {
    title: "Ce que portent vos supports",
    paragraphs: [
      `Tous les outils de promotion du projet portent cette mention, mot pour mot : « ${mention.text} ». La Région peut en publier une autre.`,
    ],
    provisions: ["MO-7"],
  },
];
