import { say, type WayOut } from "../../../engine/rules/criterion.ts";
import { filled, not } from "../../../engine/rules/expression.ts";
import { f } from "./facts.ts";

const p = f.project;

/** What can change the answer, for the conditions that a person can act upon. */
export const waysOut: Readonly<Record<string, readonly WayOut[]>> = {
  "MO-2": [
    "Un projet pédagogique peut demander l’aide « transitions ».",
    "Si la pédagogie n’est qu’une part du projet, présentez ici le reste : l’organisation, la communication, l’offre.",
  ],
  "MO-4": ["Si une partie du projet est menée en Normandie, indiquez-en la commune."],
  "MO-5": ["Il suffit que la méthode puisse servir à ces publics : si c’est le cas, dites comment."],
  "MO-9-2": [
    {
      when: not(filled(p.transitions)),
      say: say`Dites à quelle transition le projet répond : numérique, écologique, démographique ou sociétale.`,
    },
  ],
};
