import { asker, type Form, group, type Section } from "../../../engine/questions/form.ts";
import { all, is, moreThan, not, oneOf, some } from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { contactQuestions } from "../common/contact.ts";
import { a, answers } from "./answers.ts";
import { checks } from "./checks.ts";
import { asks, asksSupportAlone } from "./conditions.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { maxStructures } from "./facts.ts";
import { bounds, said } from "./figures.ts";

const ask = asker(answers);
const s = a.structures.item;
const p = s.phases.item;
const c = a.provider.consultants.item;

const isCollective = oneOf(a.route, ["collective", "opco"]);

/** The questions of the rules, each once: the form and the simulator show the same objects. */
const q = {
  route: ask(a.route, {
    label: "Comment faites-vous cette demande ?",
    why: "Le texte ouvre trois voies : seul, à plusieurs, ou par un OPCO.",
  }),
  commune: ask(s.commune, {
    label: "Dans quelle commune se trouve la structure de formation ?",
    hint: "Tapez le nom ou le code postal. Le lieu qui forme compte, pas seulement le siège.",
    prefill: "organisation.commune",
  }),
  headOffice: ask(s.headOfficeCommune, {
    label: "Commune du siège, si elle est différente",
    required: "optional",
    prefill: "organisation.headOfficeCommune",
  }),
  mainActivity: ask(s.mainActivityIsTraining, {
    label: "La formation continue ou en alternance est-elle votre activité principale ?",
    hint: "Principale : plus de la moitié du chiffre d’affaires ou des heures-stagiaires.",
  }),
  trainingKinds: ask(s.trainingKinds, {
    label: "Quelles formations assurez-vous ?",
    required: { when: s.mainActivityIsTraining },
    visible: s.mainActivityIsTraining,
  }),
  headcount: ask(s.headcount, {
    label: "Combien de salariés compte la structure ?",
    hint: `Le nombre de personnes salariées dans l’entreprise aujourd’hui. Il en faut plus de ${bounds.employees}.`,
    prefill: "organisation.headcount",
  }),
  servesJobSeekers: ask(s.servesJobSeekers, { label: "Accueillez-vous des personnes en recherche d’emploi ?" }),
  plansToServe: ask(s.plansToServeJobSeekers, {
    label: "Avez-vous le projet de développer votre activité vers ces personnes ?",
    why: "Un projet suffit ; il faudra alors le décrire.",
    required: { when: not(s.servesJobSeekers) },
    visible: not(s.servesJobSeekers),
  }),
  daysAlreadyFunded: ask(s.daysAlreadyFunded, {
    label: "Combien de jours d’appui conseil la Région a-t-elle déjà financés pour cette structure ?",
    hint: "Depuis le 15 juillet 2025, toutes demandes confondues. Indiquez 0 s’il n’y en a pas.",
    why: `Le plafond est de ${said.days} jours par structure, toutes demandes confondues.`,
    prefill: "organisation.daysAlreadyFunded",
  }),
  diagnosisExists: ask(s.diagnosisExists, {
    label: "Un diagnostic a-t-il déjà été réalisé, d’où qu’il vienne ?",
    why: "Un accompagnement seul s’appuie sur un diagnostic existant.",
    required: { when: asksSupportAlone },
    visible: asksSupportAlone,
  }),
  workStarted: ask(a.workStarted, {
    label: "La prestation a-t-elle déjà commencé ?",
    why: "Le texte ne dit rien d’une prestation déjà commencée : le service apprécie.",
  }),
  phase: ask(p.phase, { label: "Quelle phase ?", short: "Phase" }),
  days: ask(p.days, {
    label: "Nombre de jours",
    short: "Jours",
    hint: "Les demi-journées sont possibles : 2,5 par exemple.",
  }),
  dailyCost: ask(p.dailyCost, {
    label: "Coût d’une journée, hors taxes",
    short: "Coût par jour HT",
    hint: `Le coût réel du devis. La part au-dessus de ${said.dailyCeiling} HT reste à votre charge.`,
  }),
  createdOn: ask(a.provider.createdOn, {
    label: "Quand le prestataire a-t-il été créé ?",
    hint: `La date de création de l’entreprise. Il faut ${bounds.providerYears} ans au moins.`,
    prefill: "provider.createdOn",
  }),
  experience: ask(c.yearsOfExperience, {
    label: "Années d’expérience",
    short: "Expérience",
    hint: `Dans le conseil aux organismes de formation ou dans son domaine d’intervention. Il faut ${bounds.consultantYears} ans au moins.`,
  }),
  hasCapacity: ask(a.provider.hasCapacity, {
    label: "Le prestataire a-t-il les moyens humains et matériels de mener un appui individuel et collectif ?",
  }),
  fields: ask(a.provider.fields, { label: "Quels sont ses champs d’intervention ?" }),
  subcontracts: ask(a.provider.subcontracts, {
    label: "Sous-traite-t-il la prestation à un autre organisme ?",
    hint: "La sous-traitance n’est pas admise.",
  }),
  partnerBody: ask(a.provider.partnerBody, {
    label: "S’appuie-t-il sur un organisme partenaire, pour une expertise précise ?",
    hint: "Un contrat préalable avec la structure et la Région est alors nécessaire.",
  }),
  committees: ask(a.provider.joinsMonitoringCommittees, {
    label: "S’engage-t-il à participer aux comités de suivi, si nécessaire ?",
  }),
  deliverables: ask(a.provider.providesDeliverables, { label: "S’engage-t-il à remettre les livrables attendus ?" }),
  otherPublicFunding: ask(a.otherPublicFunding, {
    label: "Combien recevez-vous d’autres financements publics pour cette même prestation ?",
    hint: "OPCO, État, Europe, collectivités… Indiquez 0 s’il n’y en a pas.",
    why: "Ensemble, les financements publics ne dépassent jamais le coût réel : l’aide baisse s’il le faut.",
  }),
} as const;

const phases = {
  label: "Phases de la prestation",
  itemLabel: "Phase",
  addLabel: "Ajouter une phase",
  inTable: true,
  min: 1,
  max: 50,
} as const;
const structures = {
  label: "Structures bénéficiaires",
  itemLabel: "Structure",
  addLabel: "Ajouter une structure",
  min: 1,
  max: maxStructures,
  several: isCollective,
} as const;
const consultants = {
  label: "Intervenants",
  itemLabel: "Intervenant",
  addLabel: "Ajouter un intervenant",
  inTable: true,
  min: 1,
  max: 100,
} as const;

/** The public simulator: only what the rules read, in four short steps. */
const simulatorSections: readonly Section[] = [
  {
    id: "structure",
    title: "Votre structure",
    items: [
      q.route,
      group(a.structures, {
        ...structures,
        items: [
          q.commune,
          q.mainActivity,
          q.headcount,
          q.servesJobSeekers,
          q.plansToServe,
          q.daysAlreadyFunded,
          group(s.phases, { ...phases, items: [q.phase, q.days, q.dailyCost] }),
          q.diagnosisExists,
        ],
      }),
      q.workStarted,
    ],
  },
  {
    id: "provider",
    title: "Votre prestataire",
    items: [
      q.createdOn,
      group(a.provider.consultants, { ...consultants, items: [q.experience] }),
      q.hasCapacity,
      q.fields,
      q.subcontracts,
      q.partnerBody,
      q.committees,
      q.deliverables,
    ],
  },
  {
    id: "budget",
    title: "Les autres financements",
    intro: "Dernière question : ce qui paie déjà une part de la prestation.",
    items: [q.otherPublicFunding],
  },
];

const sections: readonly Section[] = [
  {
    id: "organisations",
    title: "Votre structure",
    intro: "Ce que le service connaît déjà est rempli : vérifiez et corrigez.",
    items: [
      q.route,
      ask(a.bearer.name, {
        label: "Nom du groupement ou du réseau",
        visible: is(a.route, "collective"),
        prefill: "bearer.name",
      }),
      ask(a.bearer.siret, {
        label: "SIRET du groupement ou de son membre mandaté",
        visible: is(a.route, "collective"),
        prefill: "bearer.siret",
      }),
      ask(a.bearer.mandated, {
        label: "Chaque structure a-t-elle donné mandat pour cette demande ?",
        visible: is(a.route, "collective"),
      }),
      ask(a.bearer.opco, {
        label: "Quel OPCO porte la demande ?",
        visible: is(a.route, "opco"),
        prefill: "organisation.opco",
      }),
      group(a.structures, {
        ...structures,
        items: [
          ask(s.siret, {
            label: "SIRET de la structure de formation",
            hint: "14 chiffres. S’il y a plusieurs lieux, celui qui forme.",
            prefill: "organisation.siret",
          }),
          ask(s.legalName, {
            label: "Nom de la structure",
            prefill: "organisation.legalName",
            autocomplete: "organization",
          }),
          q.commune,
          q.headOffice,
          ask(s.legalKind, { label: "Forme juridique", prefill: "organisation.legalKind" }),
          ask(s.isPublicBuyer, {
            label: "Êtes-vous soumis à la commande publique ?",
            why: "Le libre choix du prestataire n’en dispense pas.",
          }),
          ask(s.procurement, {
            label: "Quelle procédure avez-vous suivie pour choisir le prestataire ?",
            visible: s.isPublicBuyer,
          }),
          q.mainActivity,
          q.trainingKinds,
          ask(s.trainingShare, {
            label: "Quelle part de l’activité est de la formation continue ou en alternance ?",
            hint: "En chiffre d’affaires ou en heures-stagiaires, d’après votre dernier bilan pédagogique et financier.",
            required: "optional",
            visible: s.mainActivityIsTraining,
          }),
          ask(s.nda, {
            label: "Numéro de déclaration d’activité (NDA)",
            hint: "11 chiffres.",
            prefill: "organisation.nda",
          }),
          q.headcount,
          q.servesJobSeekers,
          q.plansToServe,
          ask(s.jobSeekersPlan, {
            label: "Décrivez ce projet",
            visible: all(not(s.servesJobSeekers), s.plansToServeJobSeekers),
          }),
          q.daysAlreadyFunded,
        ],
      }),
      ...contactQuestions(ask, a.contact),
    ],
  },
  {
    id: "project",
    title: "Le projet et ses objectifs",
    items: [
      ask(a.title, { label: "Titre du projet", hint: "En une ligne." }),
      ask(a.needs, {
        label: "Qu’est-ce qui doit changer dans votre structure, et pourquoi ?",
        hint: "Quelques phrases suffisent : vous restez maître de votre démarche.",
      }),
      ask(a.themes, { label: "Quels thèmes abordez-vous ?" }),
      ask(a.objectives, { label: "Quels objectifs de la stratégie régionale servez-vous ?" }),
      ask(a.purposes, { label: "À quoi cela doit-il servir ?", required: "optional" }),
    ],
  },
  {
    id: "sustainability",
    title: "Les transitions et le développement durable",
    items: [
      ask(a.transitions, { label: "À quelles transitions le projet répond-il ?" }),
      ask(a.sustainability, {
        label: "Comment tenez-vous compte du développement durable ?",
        why: "Le texte demande que chaque appui en tienne compte.",
      }),
    ],
  },
  {
    id: "approach",
    title: "La démarche et le calendrier",
    items: [
      ask(a.stakeholders, {
        label: "Qui associez-vous au diagnostic et au plan d’action ?",
        hint: "Apprenants, entreprises, équipes, prescripteurs, financeurs…",
      }),
      group(a.structures, {
        ...structures,
        continues: true,
        items: [
          group(s.phases, {
            ...phases,
            items: [
              q.phase,
              q.days,
              q.dailyCost,
              ask(p.startsOn, { label: "Début prévu", short: "Début" }),
              ask(p.endsOn, { label: "Fin prévue", short: "Fin" }),
              ask(p.deliverables, {
                label: "Livrables attendus",
                why: "Une phase est payée quand ses livrables sont reçus et acceptés.",
              }),
            ],
          }),
          q.diagnosisExists,
          ask(s.daysAttended, {
            label: "Combien de jours cette structure suit-elle, chaque journée commune comptée entière ?",
            required: "optional",
            visible: all(isCollective, a.daysAreShared),
          }),
        ],
      }),
      ask(a.territorialImpact, {
        label: "Comment évaluerez-vous les effets du projet sur le territoire ?",
        hint: "L’accompagnement comprend une évaluation prospective de ces effets.",
        required: { when: some(a.structures, (one) => asks(one, "accompagnement")) },
        visible: some(a.structures, (one) => asks(one, "accompagnement")),
      }),
      ask(a.daysAreShared, {
        label: "Des journées sont-elles communes à plusieurs structures ?",
        visible: isCollective,
      }),
      ask(a.bearer.sharing, {
        label: "Comment ces journées sont-elles partagées entre les structures ?",
        hint: "Les jours indiqués pour chaque structure sont sa part.",
        visible: all(isCollective, a.daysAreShared),
      }),
      q.workStarted,
    ],
  },
  {
    id: "provider",
    title: "Le prestataire et ses intervenants",
    intro: "Vous choisissez librement votre prestataire, pourvu qu’il remplisse les critères de qualité.",
    items: [
      ask(a.provider.siret, { label: "SIRET du prestataire", hint: "14 chiffres." }),
      ask(a.provider.legalName, { label: "Nom du prestataire", prefill: "provider.legalName" }),
      q.createdOn,
      q.fields,
      group(a.provider.consultants, {
        ...consultants,
        items: [
          ask(c.name, { label: "Nom et prénom" }),
          q.experience,
          ask(c.expertise, { label: "Domaine d’expérience", hint: "En une ligne." }),
        ],
      }),
      q.hasCapacity,
      ask(a.provider.capacityDetail, {
        label: "Quels moyens et quelles références ?",
        required: "optional",
        visible: a.provider.hasCapacity,
      }),
      q.subcontracts,
      q.partnerBody,
      ask(a.provider.partnerName, {
        label: "Nom de l’organisme partenaire",
        visible: oneOf(a.provider.partnerBody, ["contracted", "uncontracted"]),
      }),
      ask(a.provider.partnerPurpose, {
        label: "Quelle expertise précise apporte-t-il ?",
        visible: oneOf(a.provider.partnerBody, ["contracted", "uncontracted"]),
      }),
      ask(a.provider.partnerSignedOn, {
        label: "Quel jour la structure et la Région ont-elles toutes deux signé son contrat\u202f?",
        hint: "Le jour de la dernière signature.",
        visible: is(a.provider.partnerBody, "contracted"),
      }),
      ask(a.provider.partnerStartsOn, {
        label: "Quel jour commence-t-il à intervenir\u202f?",
        visible: is(a.provider.partnerBody, "contracted"),
      }),
      q.committees,
      q.deliverables,
    ],
  },
  {
    id: "budget",
    title: "Le budget et le plan de financement",
    intro: "Le coût et l’aide se calculent d’après les jours que vous avez indiqués.",
    items: [
      q.otherPublicFunding,
      ask(a.otherPublicFunders, {
        label: "Qui les verse, et pour quel montant ?",
        visible: moreThan(a.otherPublicFunding, euros(0)),
      }),
      ask(a.otherPrivateFunding, {
        label: "Montant des autres financements privés",
        required: "optional",
      }),
    ],
  },
];

export const form: Form = { sections, documents, declarations, checks };
export const simulatorForm: Form = { sections: simulatorSections, documents, declarations: [] };
