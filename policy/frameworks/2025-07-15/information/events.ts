import type { InformationScheme } from "../../../engine/framework/scheme.ts";

export const events: InformationScheme = {
  slug: "evenements",
  name: "Événements",
  axis: "innovate",
  status: "information",
  provision: "2.b",
  summary: "Des rencontres pour réunir les acteurs de la formation autour d’un problème et faire naître des projets.",
  passages: [
    {
      title: "De quoi s’agit-il ?",
      paragraphs: [
        "La Région peut organiser sur son territoire des événements de formes diverses. Ils réunissent les acteurs autour de problèmes repérés, pour faire émerger des solutions adaptées.",
      ],
      provisions: ["EVT-1"],
    },
  ],
};
