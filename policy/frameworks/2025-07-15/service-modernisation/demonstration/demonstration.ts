import type { Demonstration } from "../../../../demonstration/declared.ts";
import { budgetBeingWritten } from "./budget.ts";
import { modernisationCall } from "./call.ts";
import { modernisationProject } from "./project.ts";

export const demonstration: Demonstration = {
  scheme: "modernisation",
  calls: {
    call: modernisationCall,
    project: modernisationProject,
    written: budgetBeingWritten,
    question: "Une structure qui a deux sites en Normandie dépose-t-elle un ou deux projets ?",
    titles: [
      "Un guichet unique pour cinq sites",
      "Prendre rendez-vous en ligne, et par téléphone",
      "Des horaires qui suivent les transports",
      "Refaire la communication",
      "Un suivi partagé avec les prescripteurs",
    ],
    opinion: { body: "dreets", words: "Le besoin est repéré avec les prescripteurs." },
    marks: {
      usual: "satisfying",
      short: "insufficient",
      file: 3,
      line: 2,
      declined: "Le contexte décrit ne permet pas de juger des changements.",
    },
  },
};
