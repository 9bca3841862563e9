import type { Demonstration } from "../../../../demonstration/declared.ts";
import { plannedAfter, wholeAnswers } from "./answers.ts";
import { asks, departsOf, drafts } from "./departures.ts";
import { reviewing, templates } from "./reviewing.ts";

export const demonstration: Demonstration = {
  scheme: "appui-conseil",
  requests: {
    answers: wholeAnswers,
    departs: departsOf,
    plannedAfter,
    of: asks,
    drafts,
    question:
      "Bonjour,\n\nNotre prestataire propose de commencer une semaine plus tôt. Faut-il modifier notre demande ?",
  },
  reviewing,
  templates,
  doctrine: {
    doubt: "D-18",
    daysAgo: 60,
    grounds:
      "Le texte borne le coût d’une journée avant d’en prendre la part aidée : le coût retenu ne dépasse pas le plafond, et l’aide en découle. La même lecture vaut pour tous.",
  },
};
