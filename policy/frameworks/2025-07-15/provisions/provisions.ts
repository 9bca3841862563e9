import { type Provisions, readStatements } from "../../../engine/framework/provision.ts";
import { axes3And4 } from "./axes-3-and-4.ts";
import { axis1 } from "./axis-1.ts";
import { axis2 } from "./axis-2.ts";
import { context } from "./context.ts";
import { doubts } from "./doubts.ts";
import { transitions } from "./transitions.ts";

/** The text, line by line. A part of the service that has come leaves `later`, and its lines say what carries them. */
export const provisions: Provisions = {
  parts: [
    { title: "Le vote, le contexte, les enjeux et les objectifs", statements: readStatements(context) },
    { title: "Axe 1 : accompagner", statements: readStatements(axis1) },
    { title: "Axe 2 : innover", statements: readStatements(axis2) },
    { title: "Axe 2.c : transitions de l’appareil de formation", statements: readStatements(transitions) },
    { title: "Axes 3 et 4 : professionnaliser, essaimer", statements: readStatements(axes3And4) },
  ],
  doubts: readStatements(doubts),
  later: {
    claims: "les livrables, les dépenses et les paiements",
    catalogue: "le catalogue des résultats",
    evaluation: "l’évaluation et ses indicateurs",
    steering: "les chiffres du pilotage",
  },
};
