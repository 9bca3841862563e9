import type { CostSheet } from "../../../engine/grants/costs.ts";
import { costRules } from "./cost-rules.ts";
import { derive } from "./derive.ts";
import { f, headings, type TransitionFacts } from "./facts.ts";
import type { TransitionTerms } from "./terms.ts";

/** The budget of 2.c: the six headings of the text, each line a cost without VAT. */
export const costSheet: CostSheet<TransitionFacts, TransitionTerms> = {
  each: f.costs.list,
  word: "Dépense",
  heading: "heading",
  headings,
  columns: [
    { id: "amount", label: "Montant HT", kind: "money", cuttable: true },
    { id: "vat", label: "TVA", kind: "money", cuttable: false },
    { id: "timeShare", label: "Part du temps", kind: "share", cuttable: false },
    { id: "servedFrom", label: "Service, du", kind: "day", cuttable: false },
    { id: "servedTo", label: "au", kind: "day", cuttable: false },
    { id: "paidOn", label: "Payée le", kind: "day", cuttable: false },
  ],
  rules: costRules,
  derive,
};
