import { say, type WayOut } from "../../../engine/rules/criterion.ts";
import { every, moreThan, not } from "../../../engine/rules/expression.ts";
import { isEligibleCategory } from "./conditions.ts";
import { f } from "./facts.ts";
import { t } from "./read.ts";

const isEachEligible = every(f.partners, (one) => isEligibleCategory(one));

/** What a person can do so that a condition not met comes to be met. */
export const waysOut: Readonly<Record<string, readonly WayOut[]>> = {
  "TR-1": ["Choisissez au moins un type, ou décrivez le vôtre\u00a0: la liste du texte n’est pas fermée."],
  "TR-2": ["Un seul lieu de réalisation en Normandie suffit\u00a0: dites celui-là, s’il y en a un."],
  "TR-4": ["Dites à quelle transition le projet répond\u00a0: une suffit."],
  "TR-5": [
    {
      when: not(f.selectedForEsf),
      say: say`Déposez d’abord le projet dans l’appel FSE+\u00a0: revenez dès qu’il est sélectionné.`,
    },
    {
      when: moreThan(f.requestedEsfRate, t.esfMaxRate),
      say: say`Demandez au FSE+ un taux qui ne dépasse pas ${t.esfMaxRate}.`,
    },
  ],
  "TR-7": ["Avancez la fin de l’opération\u202f; le paiement des factures, lui, peut suivre."],
  "TR-14": [
    "Un autre partenaire, d’une des cinq catégories, peut être chef de file.",
    "Un GRETA dépose par son établissement support.",
  ],
  "TR-15": [
    {
      when: not(isEachEligible),
      say: say`Retirez le partenaire qui n’est pas d’une catégorie éligible, ou faites de son travail une prestation.`,
    },
    {
      when: isEachEligible,
      say: say`Déposez le lendemain de la dernière signature et de la prise d’effet de la convention, ou plus tard.`,
    },
  ],
  "EL-3": ["Un partenaire qui forme des personnes en recherche d’emploi peut être chef de file."],
  "EL-4": ["Une avance, un prêt ou un chef de file plus solide peuvent y répondre\u00a0: parlez-en au service."],
  "EL-5": ["Une action nouvelle, qui prolonge celle qui est terminée, peut être proposée."],
  "EL-6": ["Prévoyez comment ce principe est tenu à chaque étape, puis changez cette réponse."],
  "EL-7": ["Rapprochez-vous du service\u00a0: il peut vous orienter vers une autre aide."],
  "EL-8": ["Prévoyez une mise à disposition gratuite pour tous, au moins le temps de la convention."],
  "EL-9": [
    "Un budget plus élevé, un taux de FSE+ plus haut ou un projet commun peuvent atteindre ce minimum.",
    "Regardez les dépenses refusées\u00a0: certaines peuvent être corrigées.",
  ],
};
