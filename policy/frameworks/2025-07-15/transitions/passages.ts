import type { Passage } from "../../../engine/framework/presented.ts";
import { sayDay, sayMoney, sayShare } from "../../../engine/values/french.ts";
import { terms } from "./terms.ts";

const { regionRate, esfMaxRate, esfMinimum, costsFrom, costsUntil, endsBefore } = terms.voted;

/** 2.c in plain words, for the public page. */
export const passages: readonly Passage[] = [
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
      `Quand le projet est sélectionné dans l’appel FSE+ du même nom, la Région peut accorder ${sayShare(regionRate)} des coûts éligibles, et l’Union européenne ${sayShare(esfMaxRate)} au plus. Le soutien européen est d’au moins ${sayMoney(esfMinimum)}.`,
      `Les coûts comptent du ${sayDay(costsFrom)} au ${sayDay(costsUntil)}, et les opérations se terminent avant le ${sayDay(endsBefore)}.`,
    ],
    provisions: ["TR-5", "TR-6", "TR-7", "EL-9"],
  },
  {
    title: "Pour qui ?",
    paragraphs: [
      "Établissements publics, établissements d’enseignement, associations et fondations, entreprises et groupements d’intérêt public qui travaillent avec des personnes en recherche d’emploi. Un projet commun est déposé par un chef de file, qui porte tous les coûts.",
    ],
    provisions: ["TR-14", "TR-15"],
  },
];
