import type { CostSheet } from "../../../engine/grants/costs.ts";
import { a } from "./answers.ts";
import { costRules } from "./cost-rules.ts";
import { derive, staffCostOf } from "./derive.ts";
import { type CostFacts, f, headings, type TransitionFacts } from "./facts.ts";
import type { TransitionTerms } from "./terms.ts";

/** The budget of 2.c: the six headings of the text, each line a cost without VAT. */
export const costSheet: CostSheet<TransitionFacts, TransitionTerms> = {
  each: f.costs.list,
  word: "Dépense",
  heading: "heading",
  headings,
  investment: "isInvestment",
  flat: "Coûts au taux forfaitaire",
  columns: [
    { id: "amount", label: "Montant HT", kind: "money", cuttable: true },
    { id: "vat", label: "TVA", kind: "money", cuttable: false },
    { id: "timeShare", label: "Part du temps", kind: "share", cuttable: false },
    { id: "servedFrom", label: "Service, du", kind: "day", cuttable: false },
    { id: "servedTo", label: "au", kind: "day", cuttable: false },
    { id: "paidOn", label: "Payée le", kind: "day", cuttable: false },
  ],
  table: [
    { label: "Dépense", width: "name", cells: [{ id: "label" }] },
    {
      label: "Tâche ou phase",
      width: "words",
      cells: [
        { id: "activity", headings: ["staff"] },
        { id: "phase", headings: ["external", "operating", "equipment", "in-kind"] },
      ],
    },
    { label: "Heures", width: "figure", cells: [{ id: "hours", headings: ["staff"] }] },
    { label: "Montant HT", width: "figure", cells: [{ id: "amount" }] },
  ],
  naming: [{ field: "phase", list: a.phases.list, by: "title", word: "une phase" }],
  reckoned: [{ field: "amount", from: (line) => staffCostOf(line as CostFacts) }],
  rules: costRules,
  derive,
};
