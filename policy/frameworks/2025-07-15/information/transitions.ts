import type { InformationScheme } from "../../../engine/scheme.ts";

export const transitions: InformationScheme = {
  slug: "transitions",
  name: "Transitions et transformation de l’appareil de formation",
  axis: "innovate",
  status: "information",
  provision: "2.c",
  summary: "Un soutien aux projets d’ingénierie pédagogique qui répondent aux transitions, en complément du FSE+.",
  passages: [
    {
      title: "Quels projets ?",
      paragraphs: [
        "Des projets d’ingénierie pédagogique menés en Normandie : modules expérimentaux sur un sujet qu’aucune formation ne traite déjà, nouvelles façons de former, outils pédagogiques innovants, recherche-action.",
        "Ils répondent à une ou plusieurs transitions (numérique, écologique, démographique, sociétale), et leurs résultats sont partagés gratuitement avec les apprenants et les acteurs de l’emploi et de la formation.",
      ],
      provisions: ["TR-1", "TR-2", "TR-3", "TR-4"],
    },
    {
      title: "Quelle aide ?",
      paragraphs: [
        "Quand le projet est sélectionné dans l’appel FSE+ du même nom, la Région paie 20 % des coûts éligibles et l’Union européenne 60 % au plus. Le soutien européen est d’au moins 15 000 €.",
        "Les coûts comptent du 1er janvier 2025 au 31 décembre 2027, et les opérations se terminent avant le 30 juin 2027.",
      ],
      provisions: ["TR-5", "TR-6", "TR-7", "EL-9"],
    },
    {
      title: "Pour qui ?",
      paragraphs: [
        "Organismes publics, établissements d’enseignement, associations et fondations, entreprises et groupements d’intérêt public qui travaillent avec des personnes en recherche d’emploi. Un projet commun est déposé par un chef de file, qui porte tous les coûts.",
      ],
      provisions: ["TR-14", "TR-15"],
    },
  ],
};
