import { type AgentRole, hasAgentRole, type Visitor } from "#src/people/index.ts";
import type { Call } from "./call.ts";

/** What agents may do with a call: an administrator writes it, a supervisor opens it, and they are two people. */
export const CALL_ACTS = [
  "see-desk",
  "edit",
  "propose",
  "record-vote",
  "send-back",
  "publish",
  "withdraw",
  "extend",
  "copy",
  "answer-questions",
] as const;
export type CallAct = (typeof CALL_ACTS)[number];

/** The permission table: pages, buttons, routes and tests read this one. */
export const callRights: Readonly<Record<CallAct, readonly AgentRole[]>> = {
  "see-desk": ["administrator", "supervisor", "officer", "approver", "auditor"],
  edit: ["administrator"],
  propose: ["administrator"],
  "record-vote": ["administrator"],
  "send-back": ["supervisor"],
  publish: ["supervisor"],
  withdraw: ["supervisor"],
  extend: ["supervisor"],
  copy: ["administrator"],
  "answer-questions": ["administrator", "officer", "supervisor"],
};

export function mayOnCalls(visitor: Visitor, act: CallAct): boolean {
  return hasAgentRole(visitor, ...callRights[act]);
}

/** Whoever wrote or proposed a call does not publish it, whatever their roles. */
export function mayPublish(visitor: Visitor, call: Pick<Call, "proposedBy" | "updatedBy">): boolean {
  const self = visitor.person?.id ?? null;
  return mayOnCalls(visitor, "publish") && self !== null && self !== call.proposedBy && self !== call.updatedBy;
}
