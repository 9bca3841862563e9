import type { SchemeWords } from "../../../engine/grants/words.ts";
import { cases, example } from "./example.ts";
import { nothing } from "./nothing.ts";
import { quotations } from "./quotations.ts";
import { amounts, conditionsMet } from "./reasons.ts";

/** What people read beside the rules of consulting support. */
export const words: SchemeWords = {
  quotations,
  steps: [
    "Vous remplissez la demande en ligne et joignez les pièces. Le brouillon s’enregistre tout seul.",
    "Vous la déposez et recevez aussitôt un accusé de réception, avec son numéro.",
    "Le service vérifie qu’elle est complète, l’instruit et vous écrit s’il manque quelque chose.",
    "La Commission permanente décide. Vous recevez la décision, puis la convention à signer.",
    "Votre prestataire intervient et remet ses livrables à chaque phase.",
  ],
  example,
  cases: {
    caption: "Aide selon le nombre de jours et leur coût hors taxes",
    intro: "Chaque ligne est calculée par les règles du service, pour une structure sans autre financement public.",
    measure: { id: "days", label: "Jours retenus" },
    rows: cases,
  },
  paid: {
    condition: "Recevoir et accepter les livrables de chaque phase\u00a0: une phase est payée ensuite.",
    keep: "Gardez les livrables de chaque phase\u00a0: une phase est payée quand ses livrables sont reçus et acceptés.",
  },
  arithmetic: [
    "Quand les jours demandés dépassent ceux qui restent à la structure, les jours les moins bien financés sont retirés d’abord. Les autres financements publics réduisent l’aide s’il le faut, pour que l’argent public ne dépasse jamais le coût réel.",
  ],
  met: conditionsMet,
  amounts,
  nothing: ({ funding }) => nothing(funding),
};
