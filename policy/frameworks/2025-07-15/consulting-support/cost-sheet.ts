import type { CostSheet } from "../../../engine/grants/costs.ts";
import { phaseFacts } from "./facts.ts";

/** The budget of consulting support: each structure's phases, in days and cost of a day excluding VAT (CS-1, CS-7, CS-9). */
export const costSheet: CostSheet = {
  each: ["structures", "*", "phases"],
  word: "Phase",
  heading: "phase",
  headings: phaseFacts.phase.options,
  columns: [
    { id: "days", label: "Jours", kind: "days", cuttable: true },
    { id: "dailyCost", label: "Coût par jour HT", kind: "money", cuttable: true, per: "par jour" },
  ],
  shared: { column: "days", when: ["daysAreShared"], whole: ["daysAttended"], doubt: "D-21" },
  rules: [],
};
