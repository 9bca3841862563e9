import { linkedUndertaking, receivedAid } from "../../../engine/law/aid-regimes.ts";
import { refs } from "../../../engine/rules/expression.ts";
import {
  calendarDay,
  choice,
  choices,
  decimal,
  integer,
  listOf,
  money,
  record,
  text,
  type ValueOf,
  yesNo,
} from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { association } from "../common/association.ts";
import { contact } from "../common/contact.ts";
import { objectives } from "../references.ts";
import { account, cashFacts, freeFor } from "./capacity-form.ts";
import {
  applicationFacts,
  costFacts,
  maxCosts,
  maxPartners,
  partnerFacts,
  placeFacts,
  principleFacts,
  projectFacts,
} from "./facts.ts";
import { saidOfHarm, saidOfPrinciples } from "./principles-form.ts";
import { saidOfTransitions } from "./transitions-form.ts";

/** What a whole application says: the facts of the rules, at the same paths, and what persons read. */

const most = euros(100_000_000);
const { communes: _, ...askedOfProject } = projectFacts;

export const licences = {
  "cc-by-4.0": "Creative Commons Attribution 4.0 (CC BY)",
  "cc-by-sa-4.0": "Creative Commons Attribution, partage dans les mêmes conditions 4.0 (CC BY-SA)",
  "etalab-2.0": "Licence Ouverte Etalab 2.0",
  other: "Une autre licence",
  undecided: "Pas encore choisie",
} as const;

const project = record({
  ...askedOfProject,
  places: listOf("autres lieux de réalisation", record(placeFacts), 50),
  existingSearch: text("long-text", "recherche d’une formation existante", 2_000, "TR-1"),
  existingCode: text("text", "code RNCP ou RS de la formation la plus proche", 60, "TR-1"),
  toolEngineering: text("long-text", "ingénierie de l’outil", 2_000, "TR-1"),
  otherKind: text("long-text", "type de projet", 1_000, "TR-1"),
  summary: text("long-text", "résumé du projet", 1_500, "TR-1"),
  need: text("long-text", "besoin et diagnostic", 4_000, "SEL-2"),
  needSources: text("long-text", "sources du diagnostic", 2_000, "SEL-2"),
  objectives: choices("objectifs de la stratégie", objectives, "GOV-4"),
  coherence: text("long-text", "cohérence avec la stratégie", 2_000, "EL-7"),
  complementarity: text("long-text", "complémentarité avec l’existant", 2_000, "EL-7"),
  objective45: text("long-text", "contribution à l’objectif 4.5", 1_500, "EL-2"),
  ...saidOfTransitions,
  isRemote: yesNo("part à distance", "TR-2"),
  remote: text("long-text", "ce qui se fait à distance", 800, "TR-2"),
  audiences: text("long-text", "publics visés", 2_000, "SEL-2"),
  territory: text("long-text", "territoires visés", 1_500, "SEL-2"),
  jobSeekers: text("long-text", "place des personnes en recherche d’emploi", 1_500, "EL-3"),
  citizenship: text("long-text", "citoyenneté et faire société", 1_500, "AX2C-07"),
  skills: text("long-text", "compétences visées et leur reconnaissance", 3_000, "SEL-4"),
  pedagogy: text("long-text", "plus-value et innovation pédagogiques", 4_000, "SEL-4"),
  steering: text("long-text", "pilotage et suivi", 2_000, "SEL-4"),
  governance: text("long-text", "gouvernance", 2_000, "SEL-4"),
  means: text("long-text", "moyens humains et matériels", 2_000, "SEL-4"),
});

const partner = record({
  ...partnerFacts,
  siret: text("siret", "SIRET", 14),
  legalName: text("text", "nom de la structure", 200),
  commune: text("commune", "commune de la structure", 5),
  isGreta: yesNo("GRETA", "TR-14"),
  involvement: text("long-text", "implication auprès des personnes en recherche d’emploi", 2_000, "EL-3"),
  contribution: text("long-text", "rôle et activités dans le projet", 1_500, "TR-15"),
  brings: text("long-text", "moyens apportés au projet", 1_500, "TR-15"),
});

const phase = record({
  title: text("text", "phase", 200, "SEL-4"),
  startsOn: calendarDay("début de la phase", "SEL-4"),
  endsOn: calendarDay("fin de la phase", "SEL-4"),
  actions: text("long-text", "actions de la phase", 2_000, "SEL-4"),
});

const deliverable = record({
  title: text("text", "livrable", 200, "SEL-4"),
  kind: choice(
    "sorte de livrable",
    {
      module: "Module ou parcours",
      tool: "Outil ou ressource numérique",
      method: "Méthode ou guide",
      study: "Étude ou évaluation",
      website: "Site internet",
      other: "Autre",
    },
    "SEL-4",
  ),
  dueOn: calendarDay("remise du livrable", "SEL-4"),
  accessibility: text("long-text", "écoconception et accessibilité", 1_000, "AX2D-15"),
});

const indicator = record({
  kind: choice("sorte d’indicateur", { output: "Réalisation", success: "Réussite" }, "SEL-4"),
  title: text("text", "indicateur", 200, "SEL-4"),
  baseline: decimal("valeur de départ", { min: 0, max: 1_000_000_000 }, "SEL-4"),
  target: decimal("valeur visée", { min: 0, max: 1_000_000_000 }, "SEL-4"),
  source: text("text", "source de l’indicateur", 200, "SEL-4"),
});

const principles = record({
  ...principleFacts,
  ...saidOfPrinciples,
});

const cost = record({
  ...costFacts,
  label: text("text", "intitulé de la dépense", 200, "AX2C-37"),
  procurement: text("long-text", "procédure de commande publique", 1_000, "TR-9"),
  groundDetail: text("long-text", "justification de l’équipement", 1_000, "TR-11"),
  supplier: text("text", "prestataire ou fournisseur", 200, "TR-9"),
  phase: text("text", "phase du projet", 200, "SEL-4"),
  isInvestment: yesNo("imputation en investissement", "D-50"),
  giver: text("text", "qui apporte", 200, "TR-13"),
  evidence: text("text", "justificatif", 200, "AX2C-37"),
  method: text("long-text", "clé de répartition ou méthode de valorisation", 1_000, "TR-12"),
});

const isPublicly = (what: string) => yesNo(what, "TR-9");

export const answers = record({
  contact,
  association,
  title: text("text", "titre du projet", 150),
  project,
  partners: listOf("partenaires", partner, maxPartners),
  phases: listOf("phases", phase, 30),
  deliverables: listOf("livrables", deliverable, 50),
  indicators: listOf("indicateurs", indicator, 50),
  principles,
  harm: saidOfHarm,
  ...applicationFacts,
  esfReference: text("text", "référence du dossier FSE+", 60, "TR-5"),
  esfFiledOn: calendarDay("dépôt du dossier FSE+", "TR-5"),
  esfSelectedOn: calendarDay("décision FSE+", "TR-5"),
  esfRetainedTotal: money("dépenses retenues par le FSE+", most, "€", "TR-5"),
  costs: listOf("dépenses", cost, maxCosts),
  procurement: record({
    isBuyer: isPublicly("soumission à la commande publique"),
    isFundedByPublicBodies: isPublicly("financement public majoritaire"),
    isControlledByPublicBodies: isPublicly("contrôle public de la gestion"),
    isGovernedByPublicBodies: isPublicly("direction majoritairement désignée par des personnes publiques"),
  }),
  linkedUndertakings: listOf("entreprises liées", linkedUndertaking, 20),
  receivedAids: listOf("aides reçues depuis trois ans", receivedAid, 50),
  otherPublicFunders: text("long-text", "autres financeurs publics", 1_000, "TR-5"),
  otherPrivateFunding: money("autres financements privés", most, "€", "TR-5"),
  cashPlan: text("long-text", "préfinancement", 2_000, "EL-4"),
  accounts: listOf("comptes des derniers exercices", account, 5),
  ...cashFacts,
  sharing: record({
    licence: choice("licence des productions", licences, "EL-8"),
    otherLicence: text("text", "autre licence", 120, "EL-8"),
    thirdParties: text("long-text", "droits de tiers", 1_000, "EL-8"),
    channels: text("long-text", "diffusion", 2_000, "SEL-5"),
    transfer: text("long-text", "transfert aux autres structures", 2_000, "SEL-5"),
    freeFor,
    freeYears: integer("durée de la gratuité", { min: 1, max: 50, unit: "ans" }, "EL-8"),
    sustainedBy: text("text", "qui entretient les productions", 200, "SEL-5"),
    lasting: text("long-text", "pérennité", 2_000, "SEL-5"),
    address: text("url", "adresse de mise à disposition", 300, "EL-8"),
  }),
});

export type TransitionAnswers = ValueOf<typeof answers>;

/** References to the answers, for the form. */
export const a = refs(answers);
