import type { SchemeWords } from "../../../engine/grants/words.ts";
import { example } from "./example.ts";
import { nothing } from "./nothing.ts";
import { quotations } from "./quotations.ts";
import { amounts, conditionsMet } from "./reasons.ts";

/** What people read beside the rules of the modernisation of services. */
export const words: SchemeWords = {
  quotations,
  steps: [
    "La Région publie un appel à projets avec l’État (DREETS) : ses dates, son taux, son plafond.",
    "Vous préparez votre projet : le changement visé, les phases, les dépenses, le plan de financement.",
    "Vous le déposez dans les délais de l’appel et recevez un accusé de réception, avec son numéro.",
    "La Région et la DREETS lisent le projet et donnent chacune leur avis ; un comité le compare aux quatre critères.",
    "La Commission permanente décide. Vous recevez la décision, puis la convention à signer.",
  ],
  example,
  cases: { caption: "", intro: "", rows: [] },
  paid: {
    condition:
      "Justifier les dépenses acquittées\u00a0: le solde attend la preuve de la mention, pour chaque outil de promotion.",
    keep: "Gardez les factures acquittées, et la preuve de la mention sur chaque outil de promotion\u00a0: le solde l’attend.",
  },
  arithmetic: [
    "Tous les montants viennent des modalités d’un appel : sans elles, le service n’en dit aucun. Chaque dépense compte hors taxes, plus la TVA qui ne se récupère pas ; une dépense à apprécier ne compte pas tant qu’une personne n’a pas conclu.",
    "Les autres financements publics réduisent l’aide s’il le faut, pour que l’argent public ne dépasse jamais le coût du projet.",
  ],
  met: conditionsMet,
  amounts,
  nothing,
};
