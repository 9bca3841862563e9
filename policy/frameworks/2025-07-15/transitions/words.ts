import type { SchemeWords } from "../../../engine/grants/words.ts";
import { cases, example } from "./example.ts";
import { nothing } from "./nothing.ts";
import { quotations } from "./quotations.ts";
import { amounts, conditionsMet } from "./reasons.ts";

/** What people read beside the rules of 2.c. */
export const words: SchemeWords = {
  quotations,
  steps: [
    "Vous déposez le projet dans l’appel à projets FSE+ du même nom\u00a0: la Région intervient quand il y est sélectionné.",
    "Le chef de file remplit ici la demande, chaque partenaire sa part, et joint les pièces. Le brouillon s’enregistre tout seul.",
    "Il la dépose dans les dates de l’appel, après la prise d’effet de la convention de partenariat s’il y en a une.",
    "Le service vérifie qu’elle est complète et ligne par ligne, et vous écrit s’il manque quelque chose.",
    "Un comité la note selon une grille votée avant l’ouverture, puis la Commission permanente décide.",
    "Vous recevez la décision, puis la convention à signer. Les productions sont partagées gratuitement.",
  ],
  example,
  cases: {
    caption: "Aide selon les dépenses éligibles et le taux de FSE+ demandé",
    intro: "Chaque ligne est calculée par les règles du service, sur des dépenses toutes éligibles.",
    rows: cases,
  },
  paid: {
    condition:
      "Justifier les dépenses acceptées\u00a0: les versements les suivent, et le solde attend que les livrables soient reçus et mis à disposition.",
    keep: "Gardez les factures, les preuves de paiement et les relevés de temps\u00a0: les versements suivent les dépenses acceptées, et le solde attend les livrables mis à disposition.",
  },
  arithmetic: [
    "Chaque dépense est vérifiée par elle-même. Ce qui est refusé ne compte pas\u202f; ce qui est à apprécier est compté à part\u202f; ce qui n’est pas encore dit compte, comme une estimation.",
    "La Région peut accorder 20\u00a0% des dépenses éligibles, et le FSE+ le taux demandé, 60\u00a0% au plus. Les autres financements publics et les apports en nature réduisent l’aide s’il le faut, la part du FSE+ d’abord, pour que l’argent public ne dépasse jamais les dépenses payées.",
  ],
  met: conditionsMet,
  amounts,
  nothing: ({ funding }) => nothing(funding),
};
