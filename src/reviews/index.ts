// The door of this slice: what the decision and the agreement read of a review.

export { addTask, endTask, endTasks, leaveTask } from "./around/around-acts.ts";
export type { Check, Refusal } from "./checks/finding.ts";
export { type Askable, askables } from "./completion/completion.ts";
export type {
  AcceptedCost,
  BudgetLine,
} from "./costs/accepted-costs.ts";
export { type AmendedAid, amendedAid } from "./costs/aid-in-force.ts";
export { type BelowLine, belowLines, printedBudget } from "./costs/below-lines.ts";
export { fundingPlan, type PlanLine, planLines } from "./costs/funding-plan.ts";
export { loadAllReviewed, loadReviewed, type OpinionRow, type ReviewedApplication } from "./file/file-store.ts";
export { filingDay } from "./instruction/filing-day.ts";
export type { History } from "./instruction/history.ts";
export type { Instruction } from "./instruction/instruction.ts";
export { instructionOf } from "./instruction/instruction-of.ts";
export { type RegimeOfApplication, regimeOf } from "./instruction/regime.ts";
export { declareInterest, interestsIn, sayInterest } from "./interests.ts";
export { obstacleTo, reviewRights } from "./may.ts";
export { type Ground, groundsOf } from "./opinions/opinion.ts";
export { countProposed } from "./opinions/series-store.ts";
export { agentsWho } from "./queue/agents.ts";
export type { Facet } from "./queue/filters/facet.ts";
export { columnsFrom, dayOf, type SheetCell, type SheetColumn, textOf } from "./queue/sheets/sheet.ts";
export { reviewAct, reviewStep, reviewSteps } from "./reviewing.ts";
export { frameworkOf, schemeOf } from "./scheme.ts";
