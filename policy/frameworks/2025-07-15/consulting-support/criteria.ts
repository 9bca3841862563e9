import { type Criterion, forEach, say } from "../../../engine/rules/criterion.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  awaited,
  beginsWith,
  count,
  doubtful,
  equals,
  every,
  filled,
  ifKnown,
  is,
  known,
  moreThan,
  not,
  oneOf,
  some,
  today,
  yearsAfter,
} from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { normanDepartments } from "../references.ts";
import { asks, asksSupportAlone, hasBegun, isAsked, isOverFive, isPresented } from "./conditions.ts";
import { figuresOf, readingsOf } from "./doubts.ts";
import { f } from "./facts.ts";
import { bounds, said } from "./figures.ts";
import { fundingRules } from "./funding.ts";
import { law } from "./law.ts";
import { waysOut } from "./ways-out.ts";

const isTogether = oneOf(f.route, ["collective", "opco"]);

/** What each beneficiary structure must be: CS-1 to CS-5, and what its funding needs to know. */
const structureCriteria = forEach(f.structures, (s) => [
  {
    id: "CS-1",
    title: "Diagnostic partagé et accompagnement",
    provision: "1.b, appui conseil",
    question: "La prestation comprend-elle un diagnostic partagé, un accompagnement, ou les deux ?",
    nature: "declared",
    // One phase alone is accepted; a support known to rest on no diagnosis is for a person to judge (D-11).
    expression: all(
      awaited(some(s.phases, isAsked)),
      every(s.phases, (p) => any(equals(p.days, 0), known(p.phase))),
      doubtful(any(ifKnown(s.diagnosisExists), asks(s, "diagnostic"))),
    ),
    reasons: {
      met: [
        {
          when: all(asksSupportAlone, s.diagnosisExists),
          say: say`La demande porte sur un accompagnement, qui s’appuie sur un diagnostic déjà réalisé.`,
        },
        {
          when: asksSupportAlone,
          say: say`La demande porte sur un accompagnement : il suppose un diagnostic, d’où qu’il vienne.`,
        },
        {
          when: not(asks(s, "accompagnement")),
          say: say`La demande porte sur un diagnostic partagé.`,
        },
        { say: say`La demande comprend un diagnostic partagé et un accompagnement.` },
      ],
      "not-met": say`Les deux phases sont exigées : un diagnostic partagé et un accompagnement.`,
      unknown: say`Les phases de la prestation ne sont pas toutes indiquées.`,
      "to-assess": say`L’accompagnement est demandé seul et aucun diagnostic n’existe : le service apprécie s’il peut être accepté.`,
    },
  },
  {
    id: "CS-2",
    title: "Structure située en Normandie",
    provision: "1.b, public visé",
    question: "La structure est-elle située en Normandie ?",
    nature: "computed",
    expression: beginsWith(s.commune, normanDepartments),
    reasons: {
      met: say`La structure est en Normandie.`,
      "not-met": say`La commune de la structure n’est pas en Normandie (départements 14, 27, 50, 61 et 76).`,
      unknown: say`La commune de la structure n’est pas indiquée.`,
      "to-assess": say`La commune de la structure est à apprécier.`,
    },
  },
  {
    id: "CS-3",
    title: "Activité principale de formation",
    provision: "1.b, public visé",
    question: "L’activité principale est-elle la formation continue et en alternance ?",
    nature: "declared",
    expression: s.mainActivityIsTraining,
    reasons: {
      met: say`La formation continue et en alternance est l’activité principale déclarée.`,
      "not-met": [
        {
          when: s.mainActivityIsTraining,
          say: say`La formation continue et la formation en alternance doivent être exercées toutes les deux (déclaré : ${s.trainingKinds}).`,
        },
        { say: say`La formation continue et en alternance n’est pas l’activité principale de la structure.` },
      ],
      unknown: say`L’activité principale n’est pas indiquée.`,
      "to-assess": say`L’activité principale est à apprécier.`,
    },
  },
  {
    id: "CS-4",
    title: `Plus de ${bounds.employees} salariés`,
    provision: "1.b, public visé",
    question: `La structure compte-t-elle plus de ${bounds.employees} salariés ?`,
    nature: "computed",
    expression: isOverFive(s.headcount, s.headcountBand),
    reasons: {
      met: [
        {
          when: known(s.headcount),
          say: say`La structure compte ${s.headcount} salariés : c’est plus de ${bounds.employees}.`,
        },
        { say: say`La structure compte, selon l’INSEE, ${s.headcountBand} : c’est plus de ${bounds.employees}.` },
      ],
      "not-met": [
        {
          when: atMost(s.headcount, 1),
          say: say`La structure compte ${s.headcount} salarié ; il en faut plus de ${bounds.employees}.`,
        },
        {
          when: known(s.headcount),
          say: say`La structure compte ${s.headcount} salariés ; il en faut plus de ${bounds.employees}.`,
        },
        { say: say`La structure compte, selon l’INSEE, ${s.headcountBand} ; il en faut plus de ${bounds.employees}.` },
      ],
      unknown: say`Le nombre de salariés n’est pas indiqué.`,
      "to-assess": say`Le nombre de salariés est à apprécier.`,
    },
  },
  {
    id: "CS-5",
    title: "Personnes en recherche d’emploi",
    provision: "1.b, public visé",
    question: "La structure accueille-t-elle des personnes en recherche d’emploi, ou projette-t-elle de le faire ?",
    nature: "declared",
    expression: any(s.servesJobSeekers, s.plansToServeJobSeekers),
    reasons: {
      met: [
        { when: s.servesJobSeekers, say: say`La structure accueille des personnes en recherche d’emploi.` },
        {
          say: say`La structure projette de développer son activité vers les personnes en recherche d’emploi : cela suffit.`,
        },
      ],
      "not-met": say`La structure n’accueille pas de personnes en recherche d’emploi et ne projette pas de le faire.`,
      unknown: say`Il reste à dire si la structure accueille des personnes en recherche d’emploi, ou projette de le faire.`,
      "to-assess": say`L’accueil de personnes en recherche d’emploi est à apprécier.`,
    },
  },
  {
    id: "CS-7",
    title: "Coût par jour",
    provision: "1.b, modalités de financement",
    question: "Combien de jours, et à quel coût hors taxes par jour ?",
    nature: "computed",
    // A dearer day is allowed: the ceiling bears on what is funded, so only an absent price or number is a gap.
    expression: every(s.phases, (p) => any(equals(p.days, 0), all(known(p.days), known(p.dailyCost)))),
    reasons: {
      met: say`Les jours et leur coût sont connus ; le coût retenu est plafonné à ${said.dailyCeiling} HT par jour.`,
      "not-met": say`Le coût par jour ne peut pas être retenu.`,
      unknown: say`Le nombre de jours ou leur coût hors taxes n’est pas indiqué.`,
      "to-assess": say`Le coût par jour est à apprécier.`,
    },
  },
  {
    id: "CS-9",
    title: `${said.days} jours au plus par structure`,
    provision: "1.b, modalités de financement",
    question: "Reste-t-il des jours que la Région peut encore financer pour cette structure ?",
    nature: "computed",
    // Days beyond the allowance are not funded; that makes the aid smaller, were it nothing, not the structure ineligible.
    expression: known(s.daysAlreadyFunded),
    reasons: {
      met: [
        // What is left depends on the reading of D-20: the steps of the amount say it.
        {
          when: atLeast(s.daysAlreadyFunded, fundingRules.maxDays),
          say: say`${s.daysAlreadyFunded} déjà financés sur les ${said.days} possibles (${said.aid} au plus) : sur la durée de cette version du cadre, il n’en reste aucun.`,
        },
        {
          when: atLeast(s.daysAlreadyFunded, 2),
          say: say`${s.daysAlreadyFunded} déjà financés sur les ${said.days} possibles (${said.aid} au plus) : seuls les jours restants sont retenus.`,
        },
        {
          when: moreThan(s.daysAlreadyFunded, 0),
          say: say`${s.daysAlreadyFunded} déjà financé sur les ${said.days} possibles (${said.aid} au plus) : seuls les jours restants sont retenus.`,
        },
        {
          say: say`Aucun jour n’a déjà été financé : ${said.days} jours au plus peuvent l’être, soit ${said.aid} au plus.`,
        },
      ],
      "not-met": say`Le plafond de jours par structure ne rend pas une demande irrecevable.`,
      unknown: say`Le nombre de jours déjà financés par la Région n’est pas indiqué.`,
      "to-assess": say`Le nombre de jours déjà financés est à apprécier.`,
    },
  },
]);

/** What the request and its provider must be: CS-6, CS-8, CS-10 to CS-17. */
const requestCriteria: readonly Criterion[] = [
  {
    id: "CS-6",
    title: "Voie de la demande",
    provision: "1.b, modalités de financement",
    question: "La demande est-elle individuelle, collective ou faite par un OPCO ?",
    nature: "computed",
    // An individual request is made for oneself: it names one structure. The others name each that benefits.
    expression: any(
      all(isTogether, known(count(f.structures))),
      all(is(f.route, "individual"), atMost(count(f.structures), 1)),
    ),
    reasons: {
      met: [
        { when: is(f.route, "individual"), say: say`La structure demande l’appui pour elle-même.` },
        {
          when: is(f.route, "collective"),
          say: say`La demande est portée par un groupement ou un réseau, pour chaque structure nommée.`,
        },
        { say: say`La demande passe par un OPCO, pour chaque structure nommée.` },
      ],
      "not-met": say`Une demande individuelle concerne une seule structure ; ${count(f.structures)} sont nommées. Choisissez la démarche collective.`,
      unknown: say`La voie de la demande ou les structures bénéficiaires ne sont pas indiquées.`,
      "to-assess": say`La voie de la demande est à apprécier.`,
    },
  },
  {
    id: "CS-8",
    title: `${said.rate} au plus de ce que vous mobilisez`,
    provision: "1.b, modalités de financement",
    question: "Quels autres financements publics paient les mêmes dépenses ?",
    nature: "computed",
    expression: known(f.otherPublicFunding),
    reasons: {
      met: [
        {
          when: equals(f.otherPublicFunding, euros(0)),
          say: say`Aucun autre financement public ne paie ces dépenses ; l’aide est de ${said.rate} au plus.`,
        },
        {
          say: say`${f.otherPublicFunding} d’autres financements publics sont pris en compte : l’aide baisse, jusqu’à zéro s’il le faut, pour que l’argent public ne dépasse pas le coût réel.`,
        },
      ],
      "not-met": say`Les autres financements publics ne peuvent pas être retenus.`,
      unknown: say`Les autres financements publics ne sont pas indiqués (zéro s’il n’y en a pas).`,
      "to-assess": say`Les autres financements publics sont à apprécier.`,
    },
  },
  {
    id: "CS-10",
    title: "Calendrier et prestataire présentés",
    provision: "1.b, modalités de financement",
    question: "Le calendrier et le prestataire choisi sont-ils présentés ?",
    nature: "declared",
    // What is presented is all that the text asks. It is silent on work already begun: that is judged apart (D-25).
    expression: all(isPresented, doubtful(ifKnown(not(hasBegun)))),
    reasons: {
      met: [
        {
          when: every(f.structures, (s) => every(s.phases, (p) => known(p.startsOn))),
          say: say`Le calendrier et le prestataire choisi sont présentés.`,
        },
        { say: say`Les phases et le prestataire sont présentés ; les dates sont demandées dans le dossier.` },
      ],
      "not-met": say`La prestation a commencé avant le dépôt de la demande.`,
      unknown: say`Le calendrier ou le prestataire ne sont pas encore présentés.`,
      "to-assess": [
        {
          when: f.workStarted,
          say: say`La démarche est présentée. À part : la prestation a commencé avant le dépôt ; le texte n’en dit rien, le service apprécie.`,
        },
        {
          say: say`La démarche est présentée. À part : une phase au moins débute avant le dépôt (${today}), alors que la prestation n’est pas dite commencée ; le texte n’en dit rien, le service apprécie.`,
        },
      ],
    },
  },
  {
    id: "CS-11",
    title: `Prestataire créé depuis ${bounds.providerYears} ans au moins`,
    provision: "1.b, critères de qualité",
    question: `Le prestataire existe-t-il depuis au moins ${bounds.providerYears} ans ?`,
    nature: "computed",
    expression: atMost(yearsAfter(f.provider.createdOn, bounds.providerYears), today),
    reasons: {
      met: say`Le prestataire existe depuis le ${f.provider.createdOn} : ${bounds.providerYears} ans au moins au ${today}.`,
      "not-met": [
        {
          when: moreThan(f.provider.createdOn, today),
          say: say`Le prestataire n’est pas encore créé au ${today} : la date indiquée est le ${f.provider.createdOn}.`,
        },
        {
          say: say`Le prestataire existe depuis le ${f.provider.createdOn} ; il aura ${bounds.providerYears} ans le ${yearsAfter(f.provider.createdOn, bounds.providerYears)}.`,
        },
      ],
      unknown: say`La date de création du prestataire n’est pas indiquée.`,
      "to-assess": say`L’ancienneté du prestataire est à apprécier.`,
    },
  },
  {
    id: "CS-12",
    title: "Intervenants expérimentés",
    provision: "1.b, critères de qualité",
    question: `Chaque intervenant a-t-il au moins ${bounds.consultantYears} ans d’expérience, dans le conseil aux structures de formation ou dans son domaine ?`,
    nature: "declared",
    expression: every(f.provider.consultants, (c) => atLeast(c.yearsOfExperience, bounds.consultantYears)),
    reasons: {
      met: say`Chaque intervenant a au moins ${bounds.consultantYears} ans d’expérience dans le conseil aux structures de formation ou dans son domaine (nombre d’intervenants : ${count(f.provider.consultants)}).`,
      "not-met": say`Un intervenant au moins a moins de ${bounds.consultantYears} ans d’expérience dans le conseil aux structures de formation ou dans son domaine.`,
      unknown: say`Les intervenants, ou l’expérience de chacun, ne sont pas tous indiqués.`,
      "to-assess": say`L’expérience des intervenants est à apprécier.`,
    },
  },
  declared("CS-13", f.provider.hasCapacity, {
    title: "Capacité humaine et matérielle",
    question: "Le prestataire peut-il mener un appui individuel et collectif ?",
    met: "Le prestataire déclare pouvoir mener un appui individuel et collectif.",
    notMet: "Le prestataire ne peut pas mener un appui individuel et collectif.",
    unknown: "La capacité du prestataire à mener un appui individuel et collectif n’est pas indiquée.",
  }),
  {
    id: "CS-14",
    title: "Champ d’intervention précisé",
    provision: "1.b, critères de qualité",
    question: "Quels sont les champs d’intervention du prestataire ?",
    nature: "declared",
    expression: filled(f.provider.fields),
    reasons: {
      met: say`Champs d’intervention déclarés : ${f.provider.fields}.`,
      "not-met": say`Le prestataire ne précise aucun champ d’intervention.`,
      unknown: say`Les champs d’intervention du prestataire ne sont pas indiqués.`,
      "to-assess": say`Les champs d’intervention du prestataire sont à apprécier.`,
    },
  },
  {
    id: "CS-15",
    title: "Pas de sous-traitance",
    provision: "1.b, critères de qualité",
    question: "Le prestataire réalise-t-il lui-même la prestation ?",
    nature: "computed",
    expression: all(not(f.provider.subcontracts), oneOf(f.provider.partnerBody, ["none", "contracted"])),
    reasons: {
      met: [
        {
          when: is(f.provider.partnerBody, "contracted"),
          say: say`Pas de sous-traitance ; l’organisme partenaire a un contrat préalable avec la structure et la Région.`,
        },
        { say: say`Le prestataire réalise lui-même la prestation.` },
      ],
      "not-met": [
        {
          when: f.provider.subcontracts,
          say: say`La prestation est sous-traitée à un organisme tiers, ce que le texte exclut.`,
        },
        {
          say: say`Un organisme partenaire intervient sans contrat : il manque le contrat préalable avec la structure bénéficiaire et la Région.`,
        },
      ],
      unknown: say`Il reste à dire si la prestation est sous-traitée et si un organisme partenaire intervient.`,
      "to-assess": say`L’intervention d’un tiers est à apprécier.`,
    },
  },
  declared("CS-16", f.provider.joinsMonitoringCommittees, {
    title: "Comités de suivi",
    question: "Le prestataire s’engage-t-il à participer aux comités de suivi, si nécessaire ?",
    met: "Le prestataire s’engage à participer aux comités de suivi.",
    notMet: "Le prestataire ne s’engage pas à participer aux comités de suivi.",
    unknown: "L’engagement à participer aux comités de suivi n’est pas indiqué.",
  }),
  declared("CS-17", f.provider.providesDeliverables, {
    title: "Livrables",
    question: "Le prestataire s’engage-t-il à remettre les livrables attendus ?",
    met: "Le prestataire s’engage à remettre les livrables attendus.",
    notMet: "Le prestataire ne s’engage pas à remettre les livrables attendus.",
    unknown: "L’engagement à remettre les livrables n’est pas indiqué.",
  }),
];

interface Words {
  readonly title: string;
  readonly question: string;
  readonly met: string;
  readonly notMet: string;
  readonly unknown: string;
}

/** A commitment of the provider: one yes or no. */
function declared(id: string, expression: Criterion["expression"], words: Words): Criterion {
  const { title, question } = words;
  const reasons = {
    met: [words.met],
    "not-met": [words.notMet],
    unknown: [words.unknown],
    "to-assess": [`${title} : à apprécier.`],
  };
  return { id, title, provision: "1.b, critères de qualité", question, nature: "declared", expression, reasons };
}

const rank = ({ id }: Criterion) => Number(id.slice("CS-".length));

/** Every criterion of consulting support, in the order of the provisions. */
export const criteria: readonly Criterion[] = [...structureCriteria, ...requestCriteria]
  .map((criterion) => withReadings(withWaysOut({ ...criterion, ...law[criterion.id] })))
  .sort((a, b) => rank(a) - rank(b));

/** The other readings stand with the doubts that lead to them. */
function withReadings(criterion: Criterion): Criterion {
  const alternatives = readingsOf(criterion.id);
  return Object.keys(alternatives).length === 0
    ? criterion
    : { ...criterion, alternatives, otherFigures: figuresOf(criterion.id) };
}

function withWaysOut(criterion: Criterion): Criterion {
  const found = waysOut[criterion.id];
  return found === undefined ? criterion : { ...criterion, waysOut: found };
}
