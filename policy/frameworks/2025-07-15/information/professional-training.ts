import type { InformationScheme } from "../../../engine/framework/scheme.ts";

export const professionalTraining: InformationScheme = {
  slug: "professionnalisation",
  name: "Programme de professionnalisation",
  axis: "professionalise",
  status: "information",
  provision: "3",
  summary:
    "Un programme annuel de formation des équipes, proposé par la Région et l’État et mis en œuvre par le Carif-Oref.",
  passages: [
    {
      title: "De quoi s’agit-il ?",
      paragraphs: [
        "Chaque année, des formations sont proposées aux équipes des structures de formation. Elles sont construites avec les réseaux et complètent les plans de développement des compétences et l’action des OPCO de la branche.",
      ],
      provisions: ["PR-1", "PR-2"],
    },
    {
      title: "Un accès égal",
      paragraphs: [
        "Toutes les équipes doivent pouvoir y accéder sans trop peser sur leur activité. Au-delà des frais de formation, une part du reste à charge de l’employeur peut être couverte.",
      ],
      provisions: ["PR-3"],
    },
  ],
};
