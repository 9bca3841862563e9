import type { Demonstration } from "../../../../demonstration/declared.ts";
import { budgetBeingWritten } from "./budget.ts";
import { calls } from "./call.ts";
import { modernisationProject } from "./project.ts";

export const demonstration: Demonstration = {
  scheme: "modernisation",
  reviewing: {
    lacks: [
      { path: "project.context", message: "Dites ce que fait déjà chaque site, et ce que le projet y change." },
      { path: "title", message: "Précisez le titre : il dira le projet dans la liste publique." },
    ],
  },
  calls: {
    calls,
    project: (of, on) => modernisationProject(of, on.year + 1),
    answered: [
      { by: 14, to: "submitted", begun: 9 },
      { by: 15, to: "draft", begun: 2, departs: budgetBeingWritten },
      { by: 36, to: "complete", begun: 17, departs: { title: "Une permanence commune à trois centres" } },
      { by: 37, to: "completion-requested", begun: 15, departs: { title: "Des stages trouvés plus vite" } },
    ],
    questions: [
      {
        by: 14,
        body: "Bonjour, notre centre peut-il acheter des vélos pour ses stagiaires ?",
        told: {
          question: "Un centre peut-il acheter des vélos pour ses stagiaires ?",
          answer:
            "Oui, au titre des mobilités douces, si l’achat sert le changement décrit. Dites pour chaque ligne s’il s’agit d’un investissement.",
        },
      },
      { by: 15, body: "Une structure qui a deux sites en Normandie dépose-t-elle un ou deux projets ?" },
    ],
    notes: [
      {
        by: 31,
        title: "Un atelier numérique pour les apprentis",
        body: "Nous voudrions écrire dix heures de cours sur la commande numérique, et équiper l’atelier où elles se tiennent.",
        answer:
          "Écrire des cours relève de la pédagogie : voyez l’appel Transitions. L’équipement de l’atelier peut entrer ici s’il économise l’énergie ou les matériaux.",
      },
      {
        by: 32,
        title: "Accueillir les candidats en soirée",
        body: "Deux soirs par semaine, une permanence pour ceux qui travaillent le jour, tenue à trois organismes du bassin.",
      },
    ],
    decided: {
      titles: [
        "Un guichet unique pour cinq sites",
        "Prendre rendez-vous en ligne, et par téléphone",
        "Des horaires qui suivent les transports",
        "Refaire la communication",
        "Un suivi partagé avec les prescripteurs",
        "Une garde d’enfants les jours de formation",
        "Des repas sans plastique",
        "Un extranet pour les entreprises d’accueil",
        "Venir à vélo, de la gare au centre",
      ],
      voted: ["awarded", "notified", "agreement-to-sign", "signed"],
      opinion: { body: "dreets", words: "Le besoin est repéré avec les prescripteurs." },
      marks: {
        usual: "satisfying",
        short: "insufficient",
        file: 3,
        line: 2,
        declined: "Le contexte décrit ne permet pas de juger des changements.",
      },
    },
  },
};
