import { refs } from "../../../engine/rules/expression.ts";
import { choice, exactDecimal, integer, listOf, money, record, share } from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { costFacts, maxCosts } from "./facts.ts";
import { terms } from "./terms.ts";

const most = euros(1_000_000_000);

/** What follows from other lines or from the project, beside the facts of a line. */
const derived = record({
  hours: exactDecimal("heures de la personne sur le projet, toutes tâches", { min: 0, max: 1_000_000 }, "TR-8"),
  eligibleHours: exactDecimal("heures de la personne en ingénierie et diffusion", { min: 0, max: 1_000_000 }, "TR-8"),
  share: share("part du temps de la personne, toutes tâches", "TR-8"),
  eligibleShare: share("part du temps de la personne en ingénierie et diffusion", "TR-8"),
  daysInside: integer("jours de maintenance dans l’opération", { min: 0, max: 1_000_000, unit: "jours" }, "TR-9"),
  daysServed: integer("jours de maintenance", { min: 1, max: 1_000_000, unit: "jours" }, "TR-9"),
  realCost: money("coût total du projet", most, "€", "TR-12"),
  staffCost: money("coût des heures de la personne", most, "€", "TR-8"),
  needTotal: money("montant des dépenses du même besoin", most, "€", "AX2C-28"),
  competedFrom: money("seuil de publicité et de mise en concurrence", most, "€", "AX2C-28"),
  formalFrom: money("seuil des procédures formalisées", most, "€", "AX2C-28"),
  traveller: choice(
    "personne en mission",
    { kept: "retenue au poste personnel", refused: "absente du poste personnel", doubtful: "à apprécier" },
    "TR-10",
  ),
});

const all = record({
  terms: terms.declared,
  figures: record({
    esf: money("aide du FSE+", most, "€", "EL-9"),
    esfSure: money("aide du FSE+ sur les seules dépenses certaines", most, "€", "EL-9"),
    esfAtMost: money("aide du FSE+ si tout ce qui est à apprécier ou inconnu est retenu", most, "€", "EL-9"),
  }),
  costs: listOf("dépenses", record({ ...costFacts, derived }), maxCosts),
});

/** What rules read beside the facts: the terms in force, what the arithmetic gave, and lines with what follows from them. */
export const { terms: t, figures, costs } = refs(all);
