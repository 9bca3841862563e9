import { type AgentRole, hasAgentRole, type MemberRole, memberRole, type Visitor } from "#src/people/index.ts";

export type ReferralRight = "ask" | "see" | "withdraw" | "close" | "declare-label" | "see-queue" | "take-up" | "answer";

/** The permission table of referrals: the organisation asks and withdraws, the E3D service answers. */
export const referralRights: Readonly<
  Record<ReferralRight, { readonly members: readonly MemberRole[]; readonly agents: readonly AgentRole[] }>
> = {
  ask: { members: ["owner", "editor"], agents: [] },
  see: { members: ["owner", "editor", "reader"], agents: ["sustainability-adviser", "auditor"] },
  withdraw: { members: ["owner", "editor"], agents: [] },
  close: { members: ["owner", "editor"], agents: [] },
  "declare-label": { members: ["owner", "editor"], agents: [] },
  "see-queue": { members: [], agents: ["sustainability-adviser", "auditor"] },
  "take-up": { members: [], agents: ["sustainability-adviser"] },
  answer: { members: [], agents: ["sustainability-adviser"] },
};

export function mayOnReferral(visitor: Visitor, organisationId: string, right: ReferralRight): boolean {
  const { members, agents } = referralRights[right];
  const role = memberRole(visitor, organisationId);
  return (role !== null && members.includes(role)) || hasAgentRole(visitor, ...agents);
}

/** Whether the queue of the E3D service is this visitor's. */
export function maySeeReferralQueue(visitor: Visitor): boolean {
  return hasAgentRole(visitor, ...referralRights["see-queue"].agents);
}

/** The organisations that a visitor may be referred for. */
export function mayBeReferred(visitor: Visitor): readonly { readonly id: string; readonly name: string }[] {
  return visitor.memberships
    .filter(({ organisationId }) => mayOnReferral(visitor, organisationId, "ask"))
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
}
