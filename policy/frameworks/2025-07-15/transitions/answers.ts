import { refs } from "../../../engine/expression.ts";
import { listOf, record, text, type ValueOf } from "../../../engine/field.ts";
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

/** What a whole application says: the facts of the rules, at the same paths, and what persons read. */

const { communes: _, ...askedOfProject } = projectFacts;

const partner = record({
  ...partnerFacts,
  siret: text("siret", "SIRET", 14),
  legalName: text("text", "nom de la structure", 200),
  commune: text("commune", "commune de la structure", 5),
});

const cost = record({
  ...costFacts,
  label: text("text", "intitulé de la dépense", 200, "AX2C-37"),
});

export const answers = record({
  title: text("text", "titre du projet", 150),
  project: record({
    ...askedOfProject,
    need: text("long-text", "besoin", 3_000, "SEL-2"),
    places: listOf("autres lieux de réalisation", record(placeFacts), 50),
  }),
  partners: listOf("partenaires", partner, maxPartners),
  principles: record(principleFacts),
  ...applicationFacts,
  costs: listOf("dépenses", cost, maxCosts),
});

export type TransitionAnswers = ValueOf<typeof answers>;

/** References to the answers, for the form. */
export const a = refs(answers);
