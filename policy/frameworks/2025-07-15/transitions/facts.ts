import { refs } from "../../../engine/rules/expression.ts";
import {
  calendarDay,
  choice,
  choices,
  communes,
  exactDecimal,
  listOf,
  money,
  record,
  share,
  text,
  type ValueOf,
  yesNo,
} from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { transitions } from "../references.ts";
import { costOptions } from "./cost-options.ts";

/** What the rules of 2.c read. The first ones of each record are those of the public API. */

export const kinds = {
  module: "Module expérimental sur un sujet qu’aucune formation ne traite",
  method: "Modalité de formation qui donne les compétences des transitions",
  complementary: "Modalité pédagogique complémentaire aux parcours",
  tool: "Outil pédagogique innovant, avec l’ingénierie de son intégration",
  "action-research": "Recherche-action, accompagnement et mise en réseau compris",
  other: "Autre projet d’ingénierie pédagogique",
} as const;

export const categories = {
  "public-body": "Établissement public",
  "educational-body": "Établissement d’enseignement",
  association: "Association ou fondation",
  company: "Entreprise",
  gip: "Groupement d’intérêt public (GIP)",
  other: "Aucune de ces catégories",
} as const;

/** The five categories of the text. */
export const eligibleCategories = ["public-body", "educational-body", "association", "company", "gip"] as const;

export const headings = {
  staff: "Dépenses de personnel",
  external: "Prestations extérieures",
  operating: "Autres dépenses directes de fonctionnement",
  equipment: "Dépenses d’équipement",
  indirect: "Dépenses indirectes",
  "in-kind": "Dépenses en nature",
} as const;

/** How a purchase is put to competition. */
export const procedures = {
  none: "Ni publicité ni mise en concurrence",
  adapted: "Procédure adaptée",
  formal: "Procédure formalisée",
} as const;

const most = euros(100_000_000);

export const projectFacts = {
  commune: text("commune", "commune de réalisation", 5, "TR-2"),
  communes: communes("communes de réalisation", 50, "TR-2"),
  kinds: choices("types de projet", kinds, "TR-1"),
  transitions: choices("transitions visées", transitions, "TR-4"),
  startsOn: calendarDay("début de l’opération", "TR-7"),
  endsOn: calendarDay("fin de l’opération", "TR-7"),
  free: yesNo("mise à disposition gratuite", "EL-8"),
  contributesToObjective45: yesNo("contribution à l’objectif 4.5", "EL-2"),
  coherent: yesNo("cohérence avec la stratégie", "EL-7"),
  complementary: yesNo("complémentarité avec l’existant", "EL-7"),
};

/** A place beside the first, as the form asks for it. */
export const placeFacts = { commune: text("commune", "commune de réalisation", 5, "TR-2") };

export const partnerFacts = {
  role: choice("rôle", { lead: "Chef de file", partner: "Partenaire" }, "TR-15"),
  category: choice("catégorie de structure", categories, "TR-14"),
  involvedWithJobSeekers: yesNo("formation de personnes en recherche d’emploi", "EL-3"),
  canPrefinance: yesNo("capacité de préfinancer", "EL-4"),
  agreementSignedOn: calendarDay("signature de la convention de partenariat", "TR-15"),
};

export const principleFacts = {
  equality: yesNo("égalité entre les femmes et les hommes", "EL-6"),
  nonDiscrimination: yesNo("prévention des discriminations", "EL-6"),
  sustainability: yesNo("développement durable", "EL-6"),
};

export const costFacts = {
  heading: choice("poste", headings, "AX2C-37"),
  amount: money("montant hors taxes", most, "€ HT", "AX2C-37"),
  paidOn: calendarDay("jour du paiement", "TR-6"),
  bornBy: choice("qui porte la dépense", { lead: "Chef de file", partner: "Partenaire" }, "TR-15"),
  timeShare: share("part du temps de travail", "TR-8"),
  activity: choice(
    "tâche",
    {
      engineering: "Ingénierie",
      dissemination: "Diffusion auprès des acteurs emploi-formation",
      teaching: "Face à face avec les apprenants",
      steering: "Pilotage",
      evaluation: "Évaluation",
      administration: "Administration",
    },
    "TR-8",
  ),
  isMaintenanceOutsidePeriod: yesNo("maintenance hors de la période", "TR-9"),
  isMissionOfStaffOutsideHeading: yesNo("mission d’une personne hors du poste personnel", "TR-10"),
  nature: choice(
    "nature",
    {
      pedagogical: "Équipement pédagogique",
      furniture: "Mobilier",
      vehicle: "Véhicule",
      "computer-hardware": "Matériel informatique",
      other: "Autre",
    },
    "TR-11",
  ),
  ground: choice(
    "justification de l’achat",
    {
      necessary: "Nécessaire à l’objectif de l’opération",
      "fully-depreciated": "Totalement amorti pendant l’opération",
      "most-economical": "Solution la plus économique",
    },
    "TR-11",
  ),
  servedFrom: calendarDay("début du service", "TR-6"),
  servedTo: calendarDay("fin du service", "TR-6"),
  vat: money("TVA", most, "€", "AX2C-37"),
  vatRecoverable: yesNo("TVA récupérable", "AX2C-37"),
  hours: exactDecimal("heures sur le projet", { min: 0, max: 100_000, unit: "heures" }, "TR-8"),
  ownHours: exactDecimal("heures de travail de la personne", { min: 0, max: 100_000, unit: "heures" }, "TR-8"),
  person: text("text", "personne", 120, "TR-8"),
  employer: choice("employeur", { lead: "Chef de file", other: "Un autre" }, "TR-8"),
  isMaintenance: yesNo("maintenance", "TR-9"),
  isWebsite: yesNo("site internet", "AX2D-15"),
  isEcoDesigned: yesNo("écoconception et accessibilité du site", "AX2D-15"),
  missionOf: text("text", "mission de", 120, "TR-10"),
  depreciatedOn: calendarDay("fin de l’amortissement", "TR-11"),
  invoicedOn: calendarDay("jour de la facture", "TR-6"),
  yearlyCost: money("coût salarial de la personne, charges comprises", most, "€", "TR-8"),
  paidElsewhere: yesNo("dépense déjà payée par un marché, un OPCO ou un autre fonds", "AX2C-20"),
  need: text("text", "besoin d’achat", 120, "AX2C-28"),
  procedure: choice("procédure d’achat", procedures, "AX2C-28"),
  consultedOn: calendarDay("début de la consultation", "AX2C-28"),
};

export const applicationFacts = {
  partnershipAgreementOn: calendarDay("prise d’effet de la convention de partenariat", "TR-15"),
  selectedForEsf: yesNo("sélection dans l’appel à projets FSE+", "TR-5"),
  requestedEsfRate: share("taux de FSE+ demandé", "TR-5"),
  otherPublicFunding: money("autres financements publics", most, "€", "TR-5"),
  costOption: choice("méthode pour les coûts indirects", costOptions, "TR-12"),
};

export const maxPartners = 50;
export const maxCosts = 500;

export const facts = record({
  project: record({
    ...projectFacts,
    places: listOf("autres lieux de réalisation", record(placeFacts), 50),
  }),
  partners: listOf("partenaires", record(partnerFacts), maxPartners),
  principles: record(principleFacts),
  ...applicationFacts,
  costs: listOf("dépenses", record(costFacts), maxCosts),
});

export type TransitionFacts = ValueOf<typeof facts>;
export type CostFacts = NonNullable<TransitionFacts["costs"]>[number];
export type Heading = keyof typeof headings;

/** References to the facts, for the rules. */
export const f = refs(facts);
