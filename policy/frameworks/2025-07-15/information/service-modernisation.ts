import type { InformationScheme } from "../../../engine/scheme.ts";

export const serviceModernisation: InformationScheme = {
  slug: "modernisation",
  name: "Modernisation de l’offre de service",
  axis: "innovate",
  status: "information",
  provision: "2.d",
  summary: "Des appels à projets de la Région et de l’État (DREETS) pour transformer l’organisation, hors pédagogie.",
  passages: [
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
  ],
};
