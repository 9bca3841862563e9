import { territory } from "./territory.ts";

/** The lists that run through the whole text; the same keys are stored in files and counted in figures. */

export const transitions = {
  digital: "Transition numérique",
  ecological: "Transition écologique et énergétique",
  demographic: "Transition démographique",
  societal: "Transition sociétale",
} as const;

export const objectives = {
  modernisation: "Poursuivre la modernisation partagée avec la Région et la transformation pédagogique",
  innovation: "Promouvoir et déployer l’innovation en formation",
  pedagogies: "Proposer des pédagogies innovantes appuyées sur de nouveaux modes d’apprentissage",
  renewal: "Disposer d’un appareil de formation renouvelé, au service des besoins en compétences",
} as const;

export const purposes = {
  skills: "Mieux répondre aux besoins en compétences des entreprises",
  attractiveness: "Rendre la formation plus attractive et répondre aux besoins du public",
  mutations: "Accompagner les mutations du secteur : métiers, organisations, modèle économique",
} as const;

export const commitments = {
  "cprdfop-1": "Engagement 1 : renouveler les offres et les façons d’intervenir, par l’innovation et l’expérimentation",
  "cprdfop-2": "Engagement 2 : tenir compte des transitions dans chaque action et chaque accompagnement",
} as const;

export const learningModes = {
  collaborative: "Apprentissage collaboratif",
  "micro-learning": "Micro-apprentissage (micro learning)",
  "learning-to-learn": "Apprendre à apprendre à l’ère numérique",
  neuroscience: "Neurosciences et apprentissage",
} as const;

export const expectations = {
  individualised: "Formation individualisée",
  modular: "Formation modulaire",
  renewed: "Approches renouvelées",
  "digital-approach": "Approche numérique",
} as const;

export const themes = {
  practices: "Moderniser nos pratiques (offre modulaire, processus administratifs…)",
  communication: "Communiquer autrement sur notre offre (marketing numérique…)",
  trainers: "Faire évoluer les pratiques des formateurs (accompagnement, individualisation…)",
  other: "Un autre thème",
} as const;

/** The departments where the text applies, as they begin the INSEE code of their communes. */
export const normanDepartments: readonly string[] = Object.keys(territory.departments);
