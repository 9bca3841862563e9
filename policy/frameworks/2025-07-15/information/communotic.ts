import type { InformationScheme } from "../../../engine/framework/scheme.ts";

export const communotic: InformationScheme = {
  slug: "communotic",
  name: "Communotic",
  axis: "innovate",
  status: "information",
  provision: "2.a",
  summary: "Le réseau normand qui rapproche le monde du numérique et celui de la formation.",
  passages: [
    {
      title: "De quoi s’agit-il ?",
      paragraphs: [
        "Communotic rassemble les acteurs du territoire : structures de formation, prescripteurs, OPCO, entreprises du numérique éducatif, monde de la recherche.",
        "Chacun y vient avec sa maturité numérique, d’un premier parcours en ligne à l’essai d’innovations de rupture.",
      ],
      provisions: ["COM-1", "COM-2", "COM-3"],
    },
    {
      title: "Qui décide ?",
      paragraphs: [
        "Sa gouvernance est partagée entre partenaires, dont les têtes de réseaux de la formation, de l’insertion et de l’emploi.",
      ],
      provisions: ["COM-4"],
    },
  ],
};
