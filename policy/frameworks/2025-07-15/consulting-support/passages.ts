import type { Passage } from "../../../engine/framework/presented.ts";
import { bounds, said } from "./figures.ts";

/** Consulting support in plain words, for the public page. */
export const passages: readonly Passage[] = [
  {
    title: "Pour quoi faire ?",
    paragraphs: [
      "Un consultant expert travaille avec vous en deux temps : un diagnostic partagé de vos besoins, qui débouche sur un plan d’action avec tous les acteurs en lien avec votre structure ; puis un accompagnement, qui comprend une évaluation prospective des effets de votre transformation sur le territoire.",
      "Vous gardez l’initiative et restez maître de la démarche. Le développement durable est pris en compte dans chaque appui.",
    ],
    provisions: ["CS-1", "E3D-2"],
  },
  {
    title: "Pour qui ?",
    paragraphs: [
      `Pour les structures de formation situées en Normandie, dont l’activité principale est la formation continue ou en alternance, qui comptent plus de ${bounds.employees} salariés, et qui accueillent des personnes en recherche d’emploi ou projettent de le faire.`,
      "Vous pouvez demander pour vous seul, à plusieurs avec un groupement ou un réseau, ou par votre OPCO. Chaque structure nommée remplit les conditions et a ses propres plafonds.",
    ],
    provisions: ["CS-2", "CS-3", "CS-4", "CS-5", "CS-6"],
  },
  {
    title: "Quelle aide ?",
    paragraphs: [
      `La Région peut accorder une subvention de ${said.rate} au plus du coût, retenu dans la limite de ${said.dailyCeiling} hors taxes par jour et de ${said.days} jours par structure, soit ${said.aid} au plus. Une journée plus chère est possible : la différence reste à votre charge.`,
      "Les autres financements publics sont pris en compte, pour que l’argent public ne dépasse pas le coût réel.",
    ],
    provisions: ["CS-7", "CS-8", "CS-9"],
  },
  {
    title: "Avec quel prestataire ?",
    paragraphs: [
      `Celui de votre choix, s’il existe depuis au moins ${bounds.providerYears} ans, si chacun de ses intervenants a au moins ${bounds.consultantYears} ans d’expérience, s’il a les moyens humains et matériels de mener un appui individuel et collectif, et s’il précise ses champs d’intervention.`,
      "Il ne sous-traite pas. Il peut s’appuyer sur un organisme partenaire pour une expertise précise : un contrat est alors signé avant, avec vous et avec la Région. Il s’engage à participer aux comités de suivi si nécessaire et à remettre les livrables de chaque phase.",
    ],
    provisions: ["CS-11", "CS-12", "CS-13", "CS-14", "CS-15", "CS-16", "CS-17", "CS-18"],
  },
];
