import { type AgentRole, hasAgentRole, type Visitor } from "#src/people/index.ts";
import { reviewRights } from "#src/reviews/index.ts";

/** Acts of this slice that no state of a file rules; the steps of a file are ruled by the lifecycle. */
export type AwardAct = "read-reports" | "make-report" | "record-batch" | "notify-batch";

/** The permission table of the decision. */
export const awardRights: Readonly<Record<AwardAct, readonly AgentRole[]>> = {
  "read-reports": ["officer", "supervisor", "approver", "accountant", "administrator", "auditor"],
  "make-report": reviewRights["bring-to-vote"].roles,
  "record-batch": ["approver"],
  "notify-batch": ["officer", "supervisor"],
};

export function mayAward(visitor: Visitor, act: AwardAct): boolean {
  return hasAgentRole(visitor, ...awardRights[act]);
}
