import { linkedUndertaking, receivedAid } from "../../../engine/law/aid-regimes.ts";
import { refs } from "../../../engine/rules/expression.ts";
import { calendarDay, choice, listOf, record, text, yesNo } from "../../../engine/values/field.ts";
import { association } from "../common/association.ts";
import { contact } from "../common/contact.ts";
import { legalKinds } from "../common/legal-kinds.ts";
import { costFacts, maxCosts, phaseFacts, planFacts, projectFacts, requestFacts } from "./facts.ts";

/** What a whole application says: the facts of the rules, at the same paths, and what persons read. */

const phase = record({
  ...phaseFacts,
  title: text("text", "nom de la phase", 150, "MO-9"),
  outcome: text("long-text", "résultat de la phase", 1_000, "MO-9"),
});

const cost = record({
  ...costFacts,
  label: text("text", "intitulé de la dépense", 200, "MO-6"),
  phase: text("text", "phase du projet", 150, "MO-9"),
  supplier: text("text", "prestataire ou fournisseur", 200, "MO-6"),
  servedFrom: calendarDay("début du service", "MO-3"),
  servedTo: calendarDay("fin du service", "MO-3"),
  invoicedOn: calendarDay("jour de la facture", "MO-3"),
  evidence: text("text", "justificatif", 200, "MO-6"),
});

const plan = record({ ...planFacts, detail: text("text", "précision sur le financeur", 200, "MO-9") });

export const answers = record({
  ...requestFacts,
  title: text("text", "titre du projet", 150),
  contact,
  association,
  applicant: record({
    siret: text("siret", "SIRET", 14),
    legalName: text("text", "nom de la structure", 200),
    // For the declaration that the law asks of associations alone: no rule of 2.d reads it.
    legalKind: choice("forme juridique", legalKinds),
  }),
  project: record({
    ...projectFacts,
    change: text("long-text", "changement d’organisation", 3_000, "MO-2"),
    audience: text("long-text", "publics visés, ou transposition", 2_000, "MO-5"),
    need: text("long-text", "besoin de formation repéré", 3_000, "MO-9"),
    context: text("long-text", "existant et pertinence", 3_000, "MO-9"),
    places: listOf("autres lieux du projet", record({ commune: text("commune", "commune", 5, "MO-4") }), 50),
    isRemote: yesNo("part à distance", "MO-4"),
    remote: text("long-text", "ce qui se fait à distance", 1_000, "MO-4"),
    phases: listOf("phases", phase, 50),
    funding: listOf("plan de financement", plan, 50),
  }),
  costs: listOf("dépenses", cost, maxCosts),
  linkedUndertakings: listOf("entreprises liées", linkedUndertaking, 20),
  receivedAids: listOf("aides reçues depuis trois ans", receivedAid, 50),
});

/** References to the answers, for the form. */
export const a = refs(answers);
