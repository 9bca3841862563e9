// The door of this slice: what the decision and the agreement read of a review.

export type {
  AcceptedCost,
  BudgetLine,
} from "./accepted-costs.ts";
export { instructionOf } from "./acts.ts";
export { loadFile, type OpinionRow, type ReviewFile } from "./file-store.ts";
export { filingDay } from "./filing-day.ts";
export type { Check, Refusal } from "./finding.ts";
export { fundingPlan, type PlanLine, planLines } from "./funding-plan.ts";
export type { History } from "./history.ts";
export type { Instruction } from "./instruction.ts";
export { interestsIn, sayInterest } from "./interests.ts";
export { obstacleTo, reviewRights } from "./may.ts";
export { type Ground, groundsOf } from "./opinion.ts";
export { agentsWho } from "./queue-store.ts";
export { reviewAct, reviewStep } from "./reviewing.ts";
export { frameworkOf, schemeOf } from "./scheme.ts";
