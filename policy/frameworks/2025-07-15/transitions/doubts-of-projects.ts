import { say } from "../../../engine/rules/criterion.ts";
import type { Doubt } from "../../../engine/rules/doubt.ts";
import {
  all,
  any,
  atMost,
  awaited,
  choose,
  count,
  equals,
  every,
  ifKnown,
  includes,
  is,
  known,
  moreThan,
  not,
  some,
  today,
} from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { a } from "./answers.ts";
import {
  hasLead,
  isCommon,
  isEligibleCategory,
  isEngineered,
  isOnePlaceNorman,
  isWhollyInNormandy,
  ofLead,
} from "./conditions.ts";
import { f } from "./facts.ts";
import { t } from "./read.ts";
import type { TransitionTerms } from "./terms.ts";

const p = f.project;

/** Doubts on the project, its partners and its funding. */
export const projectDoubts: readonly Doubt<TransitionTerms>[] = [
  {
    id: "D-12",
    provision: "TR-2",
    question: "Faut-il que tous les lieux du projet soient en Normandie\u202f?",
    defaultReading: "Un lieu de réalisation en Normandie suffit, mesuré par le code INSEE de la commune.",
    alternative: "Tous les lieux de réalisation doivent être en Normandie.",
    reads: { "TR-2": all(isOnePlaceNorman, isWhollyInNormandy) },
    raisedWhen: all(isOnePlaceNorman, not(isWhollyInNormandy)),
  },
  {
    id: "D-28",
    provision: "EL-8",
    question: "«\u202fGratuit\u202f» veut-il dire aussi «\u202flibrement réutilisable\u202f»\u202f?",
    defaultReading:
      "Le prix est nul pour les apprenants, les partenaires et les acteurs emploi-formation, au moins le temps de la convention. Une licence est demandée, aucune n’est imposée.",
    alternative: "Les productions sont publiées sous une licence libre.",
    raisedWhen: is(a.sharing.licence, "undecided"),
  },
  {
    id: "D-29",
    provision: "SEL-1",
    question: "Quels poids, quelle échelle et quel seuil pour la sélection\u202f?",
    defaultReading:
      "Le texte n’en donne aucun\u00a0: le service propose une échelle de 0 à 4 et des poids, que le comité vote avant l’ouverture de l’appel.",
  },
  {
    id: "D-30",
    provision: "TR-1",
    question: "Où chercher si une formation traite déjà le sujet d’un module\u202f?",
    defaultReading: "Le porteur dit ce qu’il a cherché, où, et les codes RNCP ou RS trouvés\u202f; une personne juge.",
    raisedWhen: includes(p.kinds, "module"),
  },
  {
    id: "D-30-tool",
    provision: "TR-1",
    question: "L’outil a-t-il l’ingénierie de son intégration à la formation\u202f?",
    defaultReading:
      "Le texte demande l’ingénierie associée à l’outil\u00a0: un budget sans temps d’ingénierie ni prestation est signalé.",
    raisedWhen: all(includes(p.kinds, "tool"), not(isEngineered)),
  },
  {
    id: "D-31",
    provision: "TR-5",
    question: "De l’appel FSE+ et du cadre de la Région, lequel l’emporte, et dans quel ordre\u202f?",
    defaultReading: "Celui de l’appel FSE+\u00a0: la Région décide après sa sélection, sur les dépenses qu’il retient.",
  },
  {
    id: "D-32",
    provision: "TR-5",
    question: "«\u202fÀ hauteur de 20\u00a0%\u202f» est-il un taux fixe\u202f?",
    defaultReading: "Oui\u00a0: exactement ce taux des dépenses éligibles retenues, arrondi au centime inférieur.",
    alternative: "Un taux maximal, que la Région peut baisser.",
  },
  {
    id: "D-33",
    provision: "TR-5",
    question: "D’où peuvent venir les 20\u00a0% restants\u202f?",
    defaultReading:
      "De toute autre ressource. L’argent public ne dépasse jamais les dépenses payées\u202f; un apport en nature compte des deux côtés.",
    alternative: "Des seuls fonds propres du porteur.",
    moves: { remainder: "own-funds" },
    raisedWhen: moreThan(f.otherPublicFunding, euros(0)),
  },
  {
    id: "D-34-end",
    provision: "TR-7",
    question:
      "Une opération qui se termine le jour même de la limite est-elle réalisée «\u202favant\u202f» elle\u202f?",
    defaultReading: "Ce jour-là est à apprécier\u00a0: lu à la lettre, le texte demande la veille au plus tard.",
    alternative: "Ce jour est compris.",
    reads: { "TR-7": atMost(p.endsOn, t.endsBefore) },
    raisedWhen: equals(p.endsOn, t.endsBefore),
  },
  {
    id: "D-43",
    provision: "TR-14",
    question: "Chaque structure doit-elle travailler avec des personnes en recherche d’emploi\u202f?",
    defaultReading: "Le porteur, oui\u202f; pour un partenaire qui ne le fait pas, une personne apprécie.",
    alternative: "Chaque structure du projet.",
    reads: {
      "TR-14": all(
        awaited(hasLead),
        every(f.partners, (one) => ofLead(one, isEligibleCategory(one))),
        every(f.partners, (one) => any(is(one.role, "lead"), ifKnown(one.involvedWithJobSeekers))),
      ),
    },
    raisedWhen: some(f.partners, (one) => all(is(one.role, "partner"), not(one.involvedWithJobSeekers))),
  },
  {
    id: "D-44",
    provision: "TR-14",
    question: "Dans quelle catégorie du texte ranger chaque statut juridique\u202f?",
    defaultReading:
      "Une table des catégories juridiques de l’INSEE donne l’une des cinq catégories, ou «\u202fà qualifier\u202f». Une collectivité n’en est pas une\u202f; un GRETA dépose par son établissement support.",
    raisedWhen: some(f.partners, (one) => is(one.category, "other")),
  },
  {
    id: "D-45",
    provision: "TR-15",
    question: "Que devient un projet dont un partenaire est inéligible\u202f?",
    defaultReading:
      "Il n’est pas éligible tel qu’il est déposé\u202f; le service peut demander de retirer ce partenaire.",
    alternative: "Le partenaire est écarté et le projet reste éligible.",
    reads: {
      "TR-15": choose(
        isCommon,
        all(
          moreThan(today, f.partnershipAgreementOn),
          every(f.partners, (one) => ifKnown(moreThan(today, one.agreementSignedOn))),
        ),
        known(count(f.partners)),
      ),
    },
    raisedWhen: all(
      isCommon,
      some(f.partners, (one) => all(is(one.role, "partner"), is(one.category, "other"))),
    ),
  },
  {
    id: "D-46",
    provision: "TR-15",
    question: "Une convention de partenariat effective le jour du dépôt l’est-elle «\u202fen amont\u202f»\u202f?",
    defaultReading: "Non\u00a0: sa dernière signature et sa prise d’effet précèdent le jour du dépôt.",
    alternative: "Le jour même est admis.",
    reads: {
      "TR-15": choose(
        isCommon,
        all(
          every(f.partners, (one) => isEligibleCategory(one)),
          atMost(f.partnershipAgreementOn, today),
          every(f.partners, (one) => ifKnown(atMost(one.agreementSignedOn, today))),
        ),
        known(count(f.partners)),
      ),
    },
    figures: {
      "TR-15": [
        {
          when: known(f.partnershipAgreementOn),
          say: say`prise d’effet le ${f.partnershipAgreementOn}, dépôt le ${today}.`,
        },
      ],
    },
    raisedWhen: all(
      isCommon,
      any(
        equals(f.partnershipAgreementOn, today),
        some(f.partners, (one) => equals(one.agreementSignedOn, today)),
      ),
    ),
  },
  {
    id: "D-47",
    provision: "EL-4",
    question: "Comment mesurer la capacité de préfinancer\u202f?",
    defaultReading:
      "Le texte n’en donne aucune mesure\u00a0: les comptes, la trésorerie et l’écart à préfinancer sont montrés, une personne conclut.",
  },
  {
    id: "D-48",
    provision: "EL-9",
    question: "À quel moment vérifier le soutien minimal du FSE+\u202f?",
    defaultReading: "Au dépôt, à la décision et à chaque avenant\u202f; au solde, un simple avertissement.",
  },
];
