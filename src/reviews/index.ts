// The door of this slice: what the decision and the agreement read of a review.

export {
  type AcceptedCost,
  applyAccepted,
  applyHistory,
  type BudgetLine,
  budgetLines,
  sirensOf,
  structureNamesOf,
  whyLess,
} from "./accepted-costs.ts";
export { filingDay, instructionOf } from "./acts.ts";
export { loadFile, type OpinionRow, type ReviewFile } from "./file-store.ts";
export type { Check, Refusal } from "./finding.ts";
export type { Instruction } from "./instruction.ts";
export type { ReviewSubject } from "./may.ts";
export { type Ground, groundsOf } from "./opinion.ts";
export { reviewStep } from "./reviewing.ts";
export { frameworkOf, schemeOf } from "./scheme.ts";
