import {
  type AgentRole,
  hasAgentRole,
  type MemberRole,
  memberRole,
  type SignedVisitor,
  type Visitor,
} from "#src/people/index.ts";
import type { Moderation } from "./moderation.ts";

export type ModerationRight = "see-desk" | "decide" | "see-decision" | "appeal" | "answer-appeal";

/** The permission table of moderation: who decided does not answer the appeal. */
export const moderationRights: Readonly<
  Record<ModerationRight, { readonly members: readonly MemberRole[]; readonly agents: readonly AgentRole[] }>
> = {
  "see-desk": { members: [], agents: ["animator", "administrator", "auditor"] },
  decide: { members: [], agents: ["animator"] },
  "see-decision": { members: ["owner", "editor", "reader"], agents: ["animator", "administrator", "auditor"] },
  appeal: { members: ["owner", "editor"], agents: [] },
  "answer-appeal": { members: [], agents: ["animator", "administrator"] },
};

export function mayModerate(visitor: Visitor, right: "see-desk" | "decide" | "answer-appeal"): boolean {
  return hasAgentRole(visitor, ...moderationRights[right].agents);
}

export function mayOnDecision(visitor: Visitor, organisationId: string, right: "see-decision" | "appeal"): boolean {
  const { members, agents } = moderationRights[right];
  const role = memberRole(visitor, organisationId);
  return (role !== null && members.includes(role)) || hasAgentRole(visitor, ...agents);
}

/** Nobody judges their own decision, nor their own organisation's. */
export function mayAnswerAppeal(visitor: SignedVisitor, moderation: Moderation): boolean {
  const isOwn = moderation.decidedBy === visitor.person.id || memberRole(visitor, moderation.organisationId) !== null;
  return mayModerate(visitor, "answer-appeal") && !isOwn;
}
