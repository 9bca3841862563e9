import {
  calendarDay,
  choice,
  choices,
  euros,
  frameworks,
  integer,
  listOf,
  money,
  record,
  share,
  territory,
  text,
  type ValueOf,
  yesNo,
} from "#policy/index.ts";

const { bodies } = territory;

/** What a call says beside the terms of its scheme and the weights of its grid. */
export const presentation = {
  title: text("text", "titre", 200),
  summary: text("long-text", "en deux phrases", 600),
  purpose: text("long-text", "ce que l’appel demande", 8_000),
  applicants: text("long-text", "qui peut répondre, et comment", 4_000),
  contact: text("email", "adresse pour les questions de procédure", 254),
};

export const calendar = {
  opensOn: calendarDay("jour d’ouverture"),
  opensAtHour: text("text", "heure d’ouverture", 10),
  closesOn: calendarDay("jour de clôture"),
  closesAtHour: text("text", "heure de clôture", 10),
  questionsUntil: calendarDay("dernier jour des questions"),
  steps: listOf(
    "calendrier du comité",
    record({ on: calendarDay("jour"), what: text("text", "ce qui a lieu", 200) }),
    20,
  ),
};

/** Public money that the versions of the text name, and that could still be granted when they came into force. */
function funders(): Readonly<Record<string, string>> {
  const found = frameworks.flatMap(({ sources, inForceFrom }) =>
    sources.filter(
      ({ nature, until }) =>
        ["region", "european", "state", "other-public"].includes(nature) && (until === null || until >= inForceFrom),
    ),
  );
  return Object.fromEntries(found.map(({ code, label }) => [code, label]));
}

export const funds = {
  envelope: listOf(
    "enveloppe",
    record({
      funder: choice("financeur", funders()),
      year: integer("année", { min: 2020, max: 2100 }),
      section: choice("section", { running: "fonctionnement (AE/CP)", investment: "investissement (AP/CP)" }),
      committed: money("autorisation (AE ou AP)", euros(1_000_000_000), "€"),
      payable: money("crédits de paiement (CP)", euros(1_000_000_000), "€"),
    }),
    40,
  ),
  aidRegime: choice("régime d’aide", {
    none: "aucune aide d’État",
    "de-minimis": "de minimis, 300 000 € sur trois ans",
    sgei: "de minimis SIEG, 750 000 € sur trois ans",
    other: "autre régime",
  }),
  aidRegimeName: text("text", "nom et référence de ce régime", 300),
  heldUntilBalance: share("part retenue jusqu’au solde"),
};

export const answers = {
  questions: listOf(
    "questions propres à l’appel",
    record({
      label: text("text", "question", 300),
      quote: text("long-text", "ce que dit le texte de l’appel", 1_000),
      kind: choice("réponse attendue", { "yes-no": "oui ou non", text: "quelques mots", "long-text": "un texte" }),
      answeredBy: choice("qui répond", { lead: "le chef de file", everyone: "chaque membre du consortium" }),
      eliminatory: yesNo("éliminatoire"),
    }),
    30,
  ),
  documents: listOf(
    "pièces propres à l’appel",
    record({
      label: text("text", "pièce", 200),
      hint: text("text", "ce qu’elle doit montrer", 300),
      mandatory: yesNo("obligatoire"),
    }),
    30,
  ),
  note: yesNo("courte note d’intention demandée d’abord"),
};

export const assessing = {
  bodies: choices("organismes qui instruisent avec le financeur", {
    dreets: bodies.dreets.name,
    "managing-authority": bodies["managing-authority"].name,
    opco: bodies.opco.name,
  }),
  assessors: integer("analyses par projet", { min: 1, max: 5 }),
  conflictLimit: integer("écart de notes qui demande une conciliation", { min: 1, max: 100, unit: "points" }),
  threshold: integer("note sous laquelle un projet n’est pas retenu", { min: 0, max: 100, unit: "points" }),
  completionDays: integer("jours pour compléter après la clôture", { min: 1, max: 90, unit: "jours" }),
  tieRule: choice("à égalité de points", {
    spreading: "la meilleure note d’essaimage passe devant",
    cost: "le projet qui demande le moins passe devant",
    committee: "le comité tranche, et dit pourquoi",
  }),
};

/** The same where projects are judged in words: nothing there compares marks. */
export const judging = {
  bodies: assessing.bodies,
  assessors: assessing.assessors,
  completionDays: assessing.completionDays,
  tieRule: choice("si l’enveloppe ne suffit pas", {
    cost: assessing.tieRule.options.cost,
    committee: assessing.tieRule.options.committee,
  }),
};

/** All of it, one field a name. */
export const own = record({ ...presentation, ...calendar, ...funds, ...answers, ...assessing });

/** What a call says, read. Anything may still be missing while it is prepared. */
export type CallContent = ValueOf<typeof own>;
