import { type AgentRole, hasAgentRole, type MemberRole, memberRole, type Visitor } from "#src/people/index.ts";

export type ListingRight = "publish" | "close" | "read-answers" | "write-back" | "answer" | "see-silent";

/**
 * The permission table of needs and offers. Whoever belongs to an organisation answers another's; moderators see that
 * nobody answered, never what was written.
 */
export const listingRights: Readonly<
  Record<ListingRight, { readonly members: readonly MemberRole[]; readonly agents: readonly AgentRole[] }>
> = {
  publish: { members: ["owner", "editor"], agents: [] },
  close: { members: ["owner", "editor"], agents: [] },
  "read-answers": { members: ["owner", "editor"], agents: [] },
  "write-back": { members: ["owner", "editor"], agents: [] },
  answer: { members: ["owner", "editor", "reader"], agents: ["animator"] },
  "see-silent": { members: [], agents: ["animator", "auditor"] },
};

/** On an organisation's own listing. */
export function mayOnListing(
  visitor: Visitor,
  organisationId: string,
  right: Exclude<ListingRight, "answer">,
): boolean {
  const { members, agents } = listingRights[right];
  const role = memberRole(visitor, organisationId);
  return (role !== null && members.includes(role)) || hasAgentRole(visitor, ...agents);
}

/** Another organisation's listing is answered by who belongs to one, or runs the community. */
export function mayAnswerListing(visitor: Visitor, organisationId: string): boolean {
  if (visitor.person === null || memberRole(visitor, organisationId) !== null) return false;
  const { members, agents } = listingRights.answer;
  return visitor.memberships.some(({ role }) => members.includes(role)) || hasAgentRole(visitor, ...agents);
}

export function mayPublishFor(visitor: Visitor): readonly { readonly id: string; readonly name: string }[] {
  return visitor.memberships
    .filter(({ organisationId }) => mayOnListing(visitor, organisationId, "publish"))
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
}
