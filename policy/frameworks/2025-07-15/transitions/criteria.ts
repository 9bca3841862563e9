import { type Criterion, say } from "../../../engine/rules/criterion.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  awaited,
  choose,
  count,
  doubtful,
  every,
  filled,
  ifKnown,
  includes,
  is,
  known,
  lessThan,
  moreThan,
  not,
  today,
} from "../../../engine/rules/expression.ts";
import { hasLead, isCommon, isEligibleCategory, isSomewhereInNormandy, judged, ofLead } from "./conditions.ts";
import { figuresOf, readingsOf } from "./doubts.ts";
import { f } from "./facts.ts";
import { law } from "./law.ts";
import { figures, t } from "./read.ts";
import { waysOut } from "./ways-out.ts";

const p = f.project;

/** What a project of 2.c must be, and who carries it: TR-1 to TR-15, EL-2 to EL-9. They are cumulative (EL-1). */
const rules: readonly Criterion[] = [
  {
    id: "TR-1",
    title: "Un projet d’ingénierie pédagogique",
    provision: "2.c, typologie des projets",
    question: "De quel type est le projet ?",
    nature: "declared",
    // The list of the text is open: a project of no listed kind is for a person to judge.
    expression: all(
      filled(p.kinds),
      doubtful(
        any(
          ...(["module", "method", "complementary", "tool", "action-research"] as const).map((kind) =>
            includes(p.kinds, kind),
          ),
        ),
      ),
    ),
    reasons: {
      met: say`Le projet relève de l’ingénierie pédagogique (déclaré : ${p.kinds}).`,
      "not-met": say`Aucun type de projet n’est choisi.`,
      unknown: say`Le type de projet n’est pas indiqué.`,
      "to-assess": say`Le projet ne relève d’aucun des types que le texte cite. Cette liste reste ouverte : le service apprécie.`,
    },
  },
  {
    id: "TR-2",
    title: "Projet situé en Normandie",
    provision: "2.c, typologie des projets",
    question: "Le projet est-il réalisé en Normandie ?",
    nature: "computed",
    expression: isSomewhereInNormandy,
    reasons: {
      met: say`Le projet est réalisé en Normandie.`,
      "not-met": say`Aucun lieu de réalisation n’est en Normandie (départements 14, 27, 50, 61 et 76).`,
      unknown: say`Le lieu de réalisation du projet n’est pas indiqué.`,
      "to-assess": say`Le lieu de réalisation est à apprécier.`,
    },
  },
  {
    id: "TR-4",
    title: "Une ou plusieurs transitions",
    provision: "2.c, typologie des projets",
    question: "À quelles transitions le projet répond-il ?",
    nature: "declared",
    expression: filled(p.transitions),
    reasons: {
      met: say`Le projet répond à : ${p.transitions}.`,
      "not-met": say`Le projet ne répond à aucune des quatre transitions.`,
      unknown: say`Les transitions auxquelles le projet répond ne sont pas indiquées.`,
      "to-assess": say`Les transitions visées sont à apprécier.`,
    },
  },
  {
    id: "TR-5",
    title: "Complément du FSE+",
    provision: "2.c, modalités de financement",
    question: "Le projet est-il sélectionné dans l’appel à projets FSE+, et à quel taux ?",
    nature: "declared",
    expression: all(f.selectedForEsf, atMost(f.requestedEsfRate, t.esfMaxRate), known(f.otherPublicFunding)),
    reasons: {
      met: say`Le projet est sélectionné dans l’appel à projets FSE+, qui peut en payer ${f.requestedEsfRate} ; la Région peut en accorder ${t.regionRate}.`,
      "not-met": [
        {
          when: not(f.selectedForEsf),
          say: say`Le projet n’est pas sélectionné dans l’appel à projets FSE+ du même nom : la Région n’intervient qu’en complément.`,
        },
        {
          say: say`Le taux de FSE+ demandé est de ${f.requestedEsfRate} ; il est de ${t.esfMaxRate} au plus.`,
        },
      ],
      unknown: say`Il reste à dire si le projet est sélectionné dans l’appel à projets FSE+, à quel taux, et ce que paient d’autres financeurs publics (zéro s’il n’y en a pas).`,
      "to-assess": say`Le financement européen est à apprécier.`,
    },
  },
  {
    id: "TR-7",
    title: "Opération réalisée à temps",
    provision: "2.c, modalités de financement",
    question: "Quand l’opération se termine-t-elle ?",
    nature: "computed",
    expression: all(atMost(p.endsOn, t.endsBefore), doubtful(lessThan(p.endsOn, t.endsBefore))),
    reasons: {
      met: say`L’opération se termine le ${p.endsOn}, avant le ${t.endsBefore}.`,
      "not-met": say`L’opération se termine le ${p.endsOn} ; elle doit être réalisée avant le ${t.endsBefore}.`,
      unknown: say`La date de fin de l’opération n’est pas indiquée.`,
      "to-assess": say`L’opération se termine le ${p.endsOn}. Le texte dit « avant le ${t.endsBefore} » : une fin ce jour-là est à apprécier.`,
    },
  },
  {
    id: "TR-14",
    title: "Structures visées",
    provision: "2.c, structures et publics visés",
    question: "Le porteur est-il d’une des cinq catégories de structures ?",
    nature: "declared",
    expression: all(
      awaited(hasLead),
      every(f.partners, (one) => ofLead(one, isEligibleCategory(one))),
      every(f.partners, (one) => any(is(one.role, "lead"), doubtful(ifKnown(one.involvedWithJobSeekers)))),
    ),
    reasons: {
      met: say`Le porteur est d’une des cinq catégories : établissement public, établissement d’enseignement, association ou fondation, entreprise, GIP.`,
      "not-met": say`Le porteur n’est d’aucune des cinq catégories : établissement public, établissement d’enseignement, association ou fondation, entreprise, GIP.`,
      unknown: say`Le chef de file, ou sa catégorie, n’est pas indiqué.`,
      "to-assess": say`Un partenaire au moins ne travaille pas avec des personnes en recherche d’emploi : le texte le demande aux « structures », sans dire si chacune est concernée. Le service apprécie.`,
    },
  },
  {
    id: "TR-15",
    title: "Projet commun",
    provision: "2.c, structures et publics visés",
    question:
      "Chaque partenaire est-il d’une catégorie éligible, et la convention de partenariat a-t-elle pris effet ?",
    nature: "declared",
    expression: choose(
      isCommon,
      all(
        every(f.partners, (one) => isEligibleCategory(one)),
        lessThan(f.partnershipAgreementOn, today),
        every(f.partners, (one) => ifKnown(lessThan(one.agreementSignedOn, today))),
      ),
      known(count(f.partners)),
    ),
    reasons: {
      met: [
        {
          when: isCommon,
          say: say`Chaque partenaire est d’une catégorie éligible, et la convention de partenariat a pris effet le ${f.partnershipAgreementOn}, avant le dépôt.`,
        },
        { say: say`Le projet est porté par une seule structure.` },
      ],
      "not-met": [
        {
          when: not(every(f.partners, (one) => isEligibleCategory(one))),
          say: say`Un partenaire au moins n’est d’aucune des cinq catégories éligibles : le projet ne l’est pas tel qu’il est présenté.`,
        },
        {
          when: not(every(f.partners, (one) => ifKnown(lessThan(one.agreementSignedOn, today)))),
          say: say`La dernière signature de la convention de partenariat ne précède pas le jour du dépôt (${today}).`,
        },
        {
          say: say`La convention de partenariat prend effet le ${f.partnershipAgreementOn} ; elle doit être effective avant le jour du dépôt (${today}).`,
        },
      ],
      unknown: say`La catégorie de chaque partenaire, ou la prise d’effet de la convention de partenariat, n’est pas indiquée.`,
      "to-assess": say`Le partenariat est à apprécier.`,
    },
  },
  {
    id: "EL-2",
    title: "Objectif 4.5 du programme",
    provision: "2.c, éligibilité des projets",
    question: "Le projet contribue-t-il à l’objectif 4.5 du programme FSE+ ?",
    nature: "declared",
    expression: p.contributesToObjective45,
    reasons: {
      met: say`Le porteur déclare que le projet contribue à l’objectif 4.5 : la qualité des systèmes d’éducation et de formation.`,
      "not-met": say`Le projet ne contribue pas à l’objectif 4.5 du programme FSE+.`,
      unknown: say`La contribution du projet à l’objectif 4.5 n’est pas indiquée.`,
      "to-assess": say`La contribution à l’objectif 4.5 est à apprécier.`,
    },
  },
  {
    id: "EL-3",
    title: "Formation des personnes en recherche d’emploi",
    provision: "2.c, éligibilité des projets",
    question: "Le porteur forme-t-il des personnes en recherche d’emploi ?",
    nature: "declared",
    expression: all(
      awaited(hasLead),
      every(f.partners, (one) => ofLead(one, one.involvedWithJobSeekers)),
    ),
    reasons: {
      met: say`Le porteur déclare former des personnes en recherche d’emploi.`,
      "not-met": say`Le porteur ne forme pas de personnes en recherche d’emploi.`,
      unknown: say`Il reste à dire si le porteur forme des personnes en recherche d’emploi.`,
      "to-assess": say`L’implication du porteur dans la formation des personnes en recherche d’emploi est à apprécier.`,
    },
  },
  {
    id: "EL-4",
    title: "Capacité financière",
    provision: "2.c, éligibilité des projets",
    question: "Le porteur peut-il mener le projet, et d’abord le préfinancer ?",
    nature: "declared",
    expression: all(
      awaited(hasLead),
      every(f.partners, (one) => ofLead(one, judged(one.canPrefinance))),
    ),
    reasons: {
      met: say`Le porteur a la capacité financière de mener le projet et de le préfinancer.`,
      "not-met": say`Le porteur n’a pas la capacité financière de mener le projet ou de le préfinancer.`,
      unknown: say`Le chef de file n’est pas indiqué.`,
      "to-assess": say`La capacité de préfinancer s’apprécie d’après les comptes et le plan de trésorerie : le service conclut.`,
    },
  },
  {
    id: "EL-5",
    title: "Projet non terminé",
    provision: "2.c, éligibilité des projets",
    question: "Le projet se termine-t-il après le dépôt de la demande ?",
    nature: "computed",
    expression: moreThan(p.endsOn, today),
    reasons: {
      met: say`Le projet se termine le ${p.endsOn}, après le dépôt (${today}).`,
      "not-met": say`Le projet se termine le ${p.endsOn} : il est terminé au jour du dépôt (${today}).`,
      unknown: say`La date de fin du projet n’est pas indiquée.`,
      "to-assess": say`La fin du projet est à apprécier.`,
    },
  },
  {
    id: "EL-6",
    title: "Principes horizontaux",
    provision: "2.c, éligibilité des projets",
    question: "Le projet respecte-t-il l’égalité, la non-discrimination et le développement durable ?",
    nature: "declared",
    expression: all(f.principles.equality, f.principles.nonDiscrimination, f.principles.sustainability),
    reasons: {
      met: say`Le porteur déclare respecter les trois principes, de l’élaboration à l’évaluation.`,
      "not-met": [
        {
          when: not(f.principles.equality),
          say: say`L’égalité entre les femmes et les hommes n’est pas prise en compte.`,
        },
        {
          when: not(f.principles.nonDiscrimination),
          say: say`La prévention des discriminations n’est pas prise en compte.`,
        },
        {
          say: say`Le développement durable, ou le principe de ne pas causer de préjudice important, n’est pas pris en compte.`,
        },
      ],
      unknown: say`Les trois principes ne sont pas tous renseignés : égalité, non-discrimination, développement durable.`,
      "to-assess": say`Le respect des principes horizontaux est à apprécier.`,
    },
  },
  {
    id: "EL-7",
    title: "Cohérence et complémentarité",
    provision: "2.c, éligibilité des projets",
    question: "Le projet est-il cohérent avec la stratégie régionale et complémentaire de l’existant ?",
    nature: "declared",
    expression: all(judged(p.coherent), judged(p.complementary)),
    reasons: {
      met: say`Le projet est cohérent avec la stratégie régionale, et complémentaire des actions du territoire.`,
      "not-met": [
        { when: not(p.coherent), say: say`Le projet n’est pas cohérent avec la stratégie régionale.` },
        { say: say`Le projet n’est pas complémentaire des actions qui existent sur le territoire.` },
      ],
      unknown: say`La cohérence et la complémentarité ne sont pas indiquées.`,
      "to-assess": say`Le service apprécie la cohérence avec la stratégie régionale et la complémentarité avec les actions du territoire.`,
    },
  },
  {
    id: "EL-8",
    title: "Gratuit pour tous les publics",
    provision: "2.c, éligibilité des projets",
    question: "Les services ou produits développés sont-ils mis gratuitement à disposition de tous les publics ?",
    nature: "declared",
    expression: p.free,
    reasons: {
      met: say`Le porteur prévoit une mise à disposition gratuite pour les apprenants, les partenaires et les acteurs emploi-formation.`,
      "not-met": say`La mise à disposition gratuite pour tous les publics n’est pas prévue.`,
      unknown: say`Il reste à dire si les services ou produits développés sont gratuits pour tous les publics.`,
      "to-assess": say`La gratuité est à apprécier.`,
    },
  },
  {
    id: "EL-9",
    title: "Soutien minimal du FSE+",
    provision: "2.c, éligibilité des projets",
    question: "Le soutien du FSE+ atteint-il le minimum ?",
    nature: "computed",
    // Reached on what is sure: met. Out of reach whatever is answered or judged: not met. Between: asked for, or judged.
    expression: any(
      atLeast(figures.esfSure, t.esfMinimum),
      all(
        atLeast(figures.esfAtMost, t.esfMinimum),
        choose(
          atLeast(figures.esf, t.esfMinimum),
          awaited(atLeast(figures.esfSure, t.esfMinimum)),
          doubtful(atLeast(figures.esf, t.esfMinimum)),
        ),
      ),
    ),
    reasons: {
      met: say`Le soutien du FSE+ serait de ${figures.esf} : ${t.esfMinimum} au moins sont demandés.`,
      "not-met": [
        {
          when: known(figures.esf),
          say: say`Le soutien du FSE+ serait de ${figures.esf} ; il en faut ${t.esfMinimum} au moins.`,
        },
        { say: say`Le soutien du FSE+ ne peut pas atteindre ${t.esfMinimum} avec ces dépenses.` },
      ],
      unknown: say`Il manque des réponses sur les dépenses ou sur le taux de FSE+ pour calculer le soutien européen.`,
      "to-assess": say`Le soutien du FSE+ serait de ${figures.esf} sans les dépenses à apprécier, et de ${figures.esfAtMost} si elles étaient retenues ; il en faut ${t.esfMinimum}.`,
    },
  },
];

/** Every criterion of 2.c, in the order of the provisions. */
export const criteria: readonly Criterion[] = rules.map((criterion) => {
  const alternatives = readingsOf(criterion.id);
  const found = waysOut[criterion.id];
  return {
    ...criterion,
    ...law[criterion.id],
    ...(Object.keys(alternatives).length === 0 ? null : { alternatives, otherFigures: figuresOf(criterion.id) }),
    ...(found === undefined ? null : { waysOut: found }),
  };
});
