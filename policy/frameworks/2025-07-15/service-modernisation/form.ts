import { asker, type Form, group, type Section } from "../../../engine/questions/form.ts";
import { all, is, known, not, oneOf } from "../../../engine/rules/expression.ts";
import { associationSection } from "../common/association.ts";
import { contactQuestions } from "../common/contact.ts";
import { costsGroup, lineQuestions, supplier } from "../common/cost-lines.ts";
import { otherPlaces } from "../common/places.ts";
import { linkedUndertakingsGroup, receivedAidsGroup } from "../common/received-aids.ts";
import { a, answers } from "./answers.ts";
import { checks } from "./checks.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { maxCosts } from "./facts.ts";

const ask = asker(answers);
const { project: p, applicant } = a;
const phase = p.phases.item;
const cost = a.costs.item;
const part = p.funding.item;
const common = lineQuestions(ask, cost);

/** The questions of the rules, each once: the form and the simulator show the same objects. */
const q = {
  commune: ask(p.commune, {
    label: "Dans quelle commune le projet est-il mené ?",
    hint: "S’il y a plusieurs lieux, indiquez-en un qui est en Normandie : il suffit.",
    prefill: "organisation.commune",
  }),
  kinds: ask(p.kinds, { label: "Que change le projet dans votre organisation ?" }),
  isPedagogical: ask(p.isPedagogical, {
    label: "Est-ce d’abord un projet pédagogique ?",
    hint: "Créer un module, une méthode ou un outil pour apprendre.",
    why: "Cette aide est hors pédagogie : un projet pédagogique relève de l’aide « transitions ».",
  }),
  ownOrganisation: ask(p.changesOwnOrganisation, {
    label: "Le changement porte-t-il sur votre propre structure ?",
    why: "Le texte aide la structure qui demande à se transformer elle-même.",
  }),
  transitions: ask(p.transitions, { label: "À quelles transitions le projet répond-il ?" }),
  regionalAudience: ask(p.regionalAudience, {
    label: "S’adresse-t-il aux publics de la formation continue, de l’alternance, du sanitaire et social ?",
  }),
  transposable: ask(p.transposable, {
    label: "Sa méthode peut-elle servir à ces publics ?",
    why: "Il suffit que la méthode soit transposable.",
    required: { when: not(p.regionalAudience) },
    visible: not(p.regionalAudience),
  }),
  startsOn: ask(phase.startsOn, { label: "Début" }),
  endsOn: ask(phase.endsOn, { label: "Fin" }),
  nature: ask(cost.nature, { label: "Nature" }),
  amount: ask(cost.amount, { label: "Montant hors taxes" }),
  vat: ask(cost.vat, { label: "TVA", hint: "Laissez vide si vous ne la connaissez pas.", required: "optional" }),
  vatRecoverable: common.vatRecoverable,
  isInvestment: ask(cost.isInvestment, {
    label: "La comptez-vous en investissement ?",
    why: "Le texte parle de fonctionnement : un investissement est apprécié par le service.",
  }),
  paidElsewhere: common.paidElsewhere,
  costIsPedagogical: ask(cost.isPedagogical, {
    label: "Sert-elle à la pédagogie ?",
    why: "Cette aide est hors pédagogie.",
  }),
  ecoDesigned: ask(cost.ecoDesigned, {
    label: "Le site sera-t-il écoconçu ?",
    hint: "Par exemple selon le référentiel général d’écoconception (RGESN).",
    why: "Le texte cite un site écoconçu, qui intègre l’accessibilité.",
    required: { when: is(cost.nature, "website") },
    visible: is(cost.nature, "website"),
  }),
  accessible: ask(cost.accessible, {
    label: "Sera-t-il accessible à tous ?",
    hint: "Selon le référentiel d’accessibilité (RGAA).",
    required: { when: is(cost.nature, "website") },
    visible: is(cost.nature, "website"),
  }),
  source: ask(part.source, { label: "Qui paie ?" }),
  planned: ask(part.amount, { label: "Montant" }),
} as const;

const phases = {
  label: "Phases du projet",
  itemLabel: "Phase",
  addLabel: "Ajouter une phase",
  min: 1,
  max: 50,
} as const;
const costs = { ...costsGroup, max: maxCosts } as const;
const plan = {
  label: "Plan de financement",
  hint: "Les montants font ensemble le coût du projet, au centime.",
  itemLabel: "Financement",
  addLabel: "Ajouter un financement",
  min: 1,
  max: 50,
} as const;

const projectQuestions = [
  q.commune,
  q.kinds,
  q.isPedagogical,
  q.ownOrganisation,
  q.transitions,
  q.regionalAudience,
  q.transposable,
] as const;
const costQuestions = [
  q.nature,
  q.amount,
  q.vat,
  q.vatRecoverable,
  q.isInvestment,
  q.costIsPedagogical,
  q.ecoDesigned,
  q.accessible,
] as const;

/** The public simulator: only what the rules read. */
const simulatorSections: readonly Section[] = [
  { id: "project", title: "Votre projet", items: projectQuestions },
  {
    id: "phases",
    title: "Le calendrier",
    items: [group(p.phases, { ...phases, items: [q.startsOn, q.endsOn] })],
  },
  {
    id: "budget",
    title: "Le budget",
    items: [
      group(a.costs, { ...costs, items: costQuestions }),
      group(p.funding, { ...plan, items: [q.source, q.planned] }),
    ],
  },
];

const sections: readonly Section[] = [
  {
    id: "applicant",
    title: "Votre structure",
    intro: "Ni la taille ni le statut ne sont des conditions. Ce que le service connaît déjà est rempli.",
    items: [
      ask(applicant.siret, {
        label: "SIRET de l’établissement qui porte le projet",
        hint: "14 chiffres.",
        prefill: "organisation.siret",
      }),
      ask(applicant.legalName, {
        label: "Nom de la structure",
        prefill: "organisation.legalName",
        autocomplete: "organization",
      }),
      ask(applicant.legalKind, {
        label: "Forme juridique",
        why: "Elle ne change rien à l’aide : la loi demande un engagement aux associations et aux fondations.",
        prefill: "organisation.legalKind",
      }),
      ...contactQuestions(ask, a.contact),
    ],
  },
  associationSection(ask, a.association, oneOf(applicant.legalKind, ["association", "foundation"])),
  {
    id: "project",
    title: "Le projet",
    items: [
      ask(a.title, { label: "Titre du projet", hint: "En une ligne." }),
      ...projectQuestions,
      otherPlaces(ask, p.places),
      ask(p.isRemote, { label: "Une part du projet se fait-elle à distance\u202f?" }),
      ask(p.remote, {
        label: "Laquelle, et avec qui\u202f?",
        required: { when: p.isRemote },
        visible: p.isRemote,
      }),
      ask(p.change, {
        label: "Qu’est-ce qui change dans votre organisation, et en quoi est-ce nouveau ?",
        hint: "Quelques phrases suffisent.",
      }),
      ask(p.audience, {
        label: "Quels publics, ou comment la méthode peut-elle leur servir ?",
      }),
    ],
  },
  {
    id: "relevance",
    title: "Le besoin et le contexte",
    intro:
      "Le service lit ces deux réponses pour deux des quatre critères du texte. Ils sont remplis ou non, jamais notés.",
    items: [
      ask(p.need, {
        label: "Quel besoin de formation avez-vous repéré, et en quoi le projet y répond-il mieux ?",
        hint: "Dites comment vous l’avez repéré, et avec qui.",
      }),
      ask(p.context, {
        label: "Qu’est-ce qui existe aujourd’hui, et pourquoi ce changement convient-il ?",
      }),
    ],
  },
  {
    id: "phases",
    title: "Les phases et le calendrier",
    items: [
      group(p.phases, {
        ...phases,
        items: [
          ask(phase.title, { label: "Nom de la phase" }),
          q.startsOn,
          q.endsOn,
          ask(phase.outcome, { label: "Ce qui sera fait à la fin" }),
        ],
      }),
    ],
  },
  {
    id: "budget",
    title: "Le budget et le plan de financement",
    intro: "Le taux et le plafond viennent de l’appel à projets.",
    items: [
      group(a.costs, {
        ...costs,
        items: [
          ask(cost.label, { label: "Intitulé", hint: "Comme sur le devis." }),
          common.phase,
          ...costQuestions,
          q.paidElsewhere,
          ask(cost.supplier, supplier),
          ...common.dates,
          ask(cost.evidence, { label: "Justificatif", required: "optional", hint: "Devis, grille de prix." }),
        ],
      }),
      linkedUndertakingsGroup(ask, a.linkedUndertakings),
      receivedAidsGroup(ask, a.receivedAids),
      group(p.funding, {
        ...plan,
        items: [
          q.source,
          q.planned,
          ask(part.detail, {
            label: "Précision",
            hint: "Le nom du financeur, s’il a répondu.",
            required: "optional",
            visible: all(known(part.source), not(oneOf(part.source, ["region", "own"]))),
          }),
        ],
      }),
    ],
  },
];

export const form: Form = { sections, documents, declarations, checks };
export const simulatorForm: Form = { sections: simulatorSections, documents, declarations: [], checks };
