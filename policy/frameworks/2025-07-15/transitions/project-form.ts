import { group, type Section } from "../../../engine/questions/form.ts";
import { all, is, not, oneOf, some } from "../../../engine/rules/expression.ts";
import { associationSection } from "../common/association.ts";
import { contactQuestions } from "../common/contact.ts";
import { otherPlaces } from "../common/places.ts";
import { a } from "./answers.ts";
import { harmQuestions, momentQuestions } from "./principles-form.ts";
import { ask, isModule, isOtherKind, isTool, partnersGroup, q, when } from "./questions.ts";
import { transitionQuestions } from "./transitions-form.ts";

const p = a.project;
const partner = a.partners.item;
const phase = a.phases.item;
const deliverable = a.deliverables.item;
const indicator = a.indicators.item;

const project: Section = {
  id: "project",
  title: "Le projet et le besoin",
  intro: "Dites d’abord à quoi il répond\u00a0: c’est ce que le comité lit en premier.",
  items: [
    ask(a.title, { label: "Titre du projet", hint: "En une ligne." }),
    ask(p.summary, { label: "Le projet en quelques phrases", hint: "Pour qui ne connaît pas votre structure." }),
    q.kinds,
    ask(p.existingSearch, {
      label: "Quelles formations existantes avez-vous cherchées, et où\u202f?",
      hint: "Par exemple France compétences, le Carif-Oref, les organismes voisins. Dites ce qui manque.",
      why: "Un module porte sur un sujet qu’aucune formation ne traite déjà\u202f; pour une formation qualifiante, il ne figure pas dans son référentiel.",
      required: { when: isModule },
      visible: isModule,
    }),
    ask(p.existingCode, {
      label: "Code RNCP ou RS de la formation la plus proche",
      hint: "RNCP12345 ou RS1234. «\u202fAucune\u202f» si vous n’en avez trouvé aucune.",
      required: { when: isModule },
      visible: isModule,
    }),
    ask(p.toolEngineering, {
      label: "Comment l’outil s’intègre-t-il à la formation\u202f?",
      why: "Un outil est soutenu avec l’ingénierie pédagogique de son intégration\u00a0: son prix seul ne suffit pas.",
      required: { when: isTool },
      visible: isTool,
    }),
    ask(p.otherKind, {
      label: "Décrivez ce type de projet",
      required: { when: isOtherKind },
      visible: isOtherKind,
    }),
    ask(p.need, {
      label: "À quel besoin répondez-vous\u202f?",
      hint: "Au regard des transitions, du public et des acteurs de votre territoire.",
    }),
    ask(p.needSources, {
      label: "Comment l’avez-vous repéré\u202f?",
      hint: "Enquêtes, analyses, bilans… Vous pourrez joindre ces documents.",
    }),
    ask(p.objectives, { label: "Quels objectifs de la stratégie régionale servez-vous\u202f?" }),
    ask(p.coherence, { label: "En quoi le projet s’inscrit-il dans cette stratégie\u202f?" }),
    ask(p.complementarity, {
      label: "Que fait-on déjà sur ce sujet autour de vous, et en quoi le complétez-vous\u202f?",
    }),
    q.objective,
    ask(p.objective45, { label: "De quelle façon\u202f?", visible: p.contributesToObjective45 }),
  ],
};

const transitions: Section = {
  id: "transitions",
  title: "Les transitions",
  items: [q.transitions, ...transitionQuestions(ask, p)],
};

const partners: Section = {
  id: "partners",
  title: "Les structures",
  intro:
    "Commencez par le chef de file\u00a0: il dépose seul le projet et en porte toutes les dépenses. Chaque partenaire invité écrit et confirme sa partie depuis son propre compte.",
  items: [
    group(a.partners, {
      ...partnersGroup,
      items: [
        ask(partner.siret, { label: "SIRET", hint: "14 chiffres.", prefill: "organisation.siret" }),
        ask(partner.legalName, {
          label: "Nom de la structure",
          prefill: "organisation.legalName",
          autocomplete: "organization",
        }),
        ask(partner.commune, { label: "Commune", prefill: "organisation.commune" }),
        q.role,
        q.category,
        ask(partner.isGreta, {
          label: "Est-ce un GRETA\u202f?",
          hint: "Il n’a pas de SIREN à lui\u00a0: indiquez le SIRET de son établissement support.",
          required: { when: is(partner.category, "educational-body") },
          visible: is(partner.category, "educational-body"),
        }),
        q.involved,
        ask(partner.involvement, {
          label: "Décrivez ce qu’elle fait avec eux",
          hint: "Marchés, habilitations, nombre de stagiaires par an.",
          required: { when: when.isLead },
          visible: partner.involvedWithJobSeekers,
        }),
        ask(partner.contribution, {
          label: "Quel est son rôle, et que fait-elle dans le projet\u202f?",
          required: { when: when.several },
          visible: when.several,
        }),
        ask(partner.brings, {
          label: "Qu’apporte-t-elle\u202f?",
          hint: "Personnes, locaux, matériel, savoir-faire. Le chef de file porte toutes les dépenses\u00a0: ce qu’un partenaire apporte est un apport en nature, ou une prestation qu’il facture.",
          required: { when: when.several },
          visible: when.several,
        }),
        ask(partner.agreementSignedOn, {
          label: "Quand a-t-elle signé la convention de partenariat\u202f?",
          hint: "Avant le jour du dépôt.",
          required: { when: when.several },
          visible: when.several,
        }),
      ],
    }),
    q.agreement,
    ...contactQuestions(ask, a.contact),
  ],
};

const audiences: Section = {
  id: "audiences",
  title: "Les publics et le territoire",
  items: [
    q.commune,
    otherPlaces(ask, p.places),
    ask(p.isRemote, { label: "Une part du projet se fait-elle à distance\u202f?" }),
    ask(p.remote, { label: "Laquelle, et avec qui\u202f?", visible: p.isRemote }),
    ask(p.territory, { label: "Quels territoires visez-vous\u202f?" }),
    ask(p.audiences, { label: "Quels publics visez-vous, et combien de personnes\u202f?" }),
    ask(p.jobSeekers, { label: "Quelle place ont les personnes en recherche d’emploi\u202f?" }),
    ask(p.citizenship, {
      label: "En quoi le projet aide-t-il chacun à exercer sa citoyenneté, à faire société\u202f?",
      why: "Le texte le demande à chaque projet. Cette réponse est montrée au comité, elle n’est pas notée.",
    }),
  ],
};

const content: Section = {
  id: "content",
  title: "Le contenu et la pédagogie",
  items: [
    ask(p.skills, {
      label: "Quelles compétences visez-vous, et comment seront-elles reconnues\u202f?",
      hint: "Bloc de compétences, attestation, badge… quand il y a lieu.",
    }),
    ask(p.pedagogy, { label: "Qu’apportent vos modalités pédagogiques, et qu’ont-elles de nouveau\u202f?" }),
    ask(p.means, { label: "Quels moyens humains et matériels mobilisez-vous\u202f?" }),
  ],
};

const phases: Section = {
  id: "phases",
  title: "Le calendrier",
  items: [
    ask(p.startsOn, { label: "Quand l’opération commence-t-elle\u202f?" }),
    q.endsOn,
    group(a.phases, {
      label: "Phases du projet",
      itemLabel: "Phase",
      addLabel: "Ajouter une phase",
      min: 1,
      max: 30,
      items: [
        ask(phase.title, { label: "Titre" }),
        ask(phase.startsOn, { label: "Début" }),
        ask(phase.endsOn, { label: "Fin" }),
        ask(phase.actions, { label: "Ce qui s’y fait" }),
      ],
    }),
  ],
};

const deliverables: Section = {
  id: "deliverables",
  title: "Les livrables",
  intro: "Ce que le projet laissera à tous, gratuitement.",
  items: [
    group(a.deliverables, {
      label: "Livrables",
      itemLabel: "Livrable",
      addLabel: "Ajouter un livrable",
      min: 1,
      max: 50,
      items: [
        ask(deliverable.title, { label: "Livrable" }),
        ask(deliverable.kind, { label: "Sorte" }),
        ask(deliverable.dueOn, { label: "Remis le" }),
        ask(deliverable.accessibility, {
          label: "Comment sera-t-il accessible et écoconçu\u202f?",
          required: { when: oneOf(deliverable.kind, ["website", "tool"]) },
          visible: oneOf(deliverable.kind, ["website", "tool", "module"]),
        }),
      ],
    }),
  ],
};

const indicators: Section = {
  id: "indicators",
  title: "Les indicateurs",
  items: [
    group(a.indicators, {
      label: "Indicateurs",
      itemLabel: "Indicateur",
      addLabel: "Ajouter un indicateur",
      min: 2,
      max: 50,
      items: [
        ask(indicator.kind, {
          label: "Sorte",
          hint: "Réalisation\u00a0: ce qui est fait. Réussite\u00a0: ce qui change.",
        }),
        ask(indicator.title, { label: "Ce qui est compté" }),
        ask(indicator.baseline, { label: "Valeur de départ", required: "optional" }),
        ask(indicator.target, { label: "Valeur visée" }),
        ask(indicator.source, {
          label: "D’où viendra ce chiffre\u202f?",
          hint: "Par exemple\u00a0: feuilles d’émargement, enquête à six mois.",
        }),
      ],
    }),
  ],
};

const principles: Section = {
  id: "principles",
  title: "Les principes horizontaux",
  intro: "Les fonds européens les demandent à chaque étape\u00a0: élaboration, mise en œuvre, suivi, évaluation.",
  items: [
    q.equality,
    ...momentQuestions(ask, a.principles.equalityAt, "L’égalité", a.principles.equality),
    q.nonDiscrimination,
    ...momentQuestions(ask, a.principles.nonDiscriminationAt, "La non-discrimination", a.principles.nonDiscrimination),
    q.sustainability,
    ask(a.principles.sustainabilityDetail, { label: "Par quels choix\u202f?", visible: a.principles.sustainability }),
    ...harmQuestions(ask, a.harm, a.principles.harmDetail),
  ],
};

const steering: Section = {
  id: "steering",
  title: "Le pilotage et la gouvernance",
  items: [
    ask(p.steering, { label: "Qui pilote le projet, et comment le suivez-vous\u202f?" }),
    ask(p.governance, {
      label: "Qui décide, avec qui\u202f?",
      hint: "Comités, place des partenaires et des apprenants.",
    }),
  ],
};

const isAssociation = some(a.partners, (one) => all(not(is(one.role, "partner")), is(one.category, "association")));

/** What the project is, before what it costs. */
export const projectSections: readonly Section[] = [
  project,
  transitions,
  partners,
  associationSection(ask, a.association, isAssociation),
  audiences,
  content,
  phases,
  deliverables,
  indicators,
  principles,
  steering,
];
