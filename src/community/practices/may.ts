import { type AgentRole, hasAgentRole, type MemberRole, memberRole, type Visitor } from "#src/people/index.ts";
import type { Practice } from "./practice.ts";

export type PracticeRight = "write" | "see-unpublished" | "comment";

/** The permission table of practices: an organisation's people write its own; whoever belongs to one comments. */
export const practiceRights: Readonly<
  Record<PracticeRight, { readonly members: readonly MemberRole[]; readonly agents: readonly AgentRole[] }>
> = {
  write: { members: ["owner", "editor"], agents: [] },
  "see-unpublished": { members: ["owner", "editor", "reader"], agents: ["animator", "administrator", "auditor"] },
  comment: { members: ["owner", "editor", "reader"], agents: [] },
};

export function mayWriteFor(visitor: Visitor, organisationId: string): boolean {
  const role = memberRole(visitor, organisationId);
  return role !== null && practiceRights.write.members.includes(role);
}

/** A draft is its organisation's own; what was proposed, its moderators' too. */
export function maySeePractice(visitor: Visitor, practice: Practice): boolean {
  if (practice.state === "published") return true;
  const { members, agents } = practiceRights["see-unpublished"];
  const role = memberRole(visitor, practice.organisationId);
  if (role !== null && members.includes(role)) return true;
  return practice.state !== "draft" && hasAgentRole(visitor, ...agents);
}

/** The organisations in whose name a visitor comments: theirs. */
export function mayCommentFor(visitor: Visitor): readonly { readonly id: string; readonly name: string }[] {
  return visitor.memberships
    .filter(({ role }) => practiceRights.comment.members.includes(role))
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
}

export function mayWrite(visitor: Visitor): readonly { readonly id: string; readonly name: string }[] {
  return mayCommentFor(visitor).filter(({ id }) => mayWriteFor(visitor, id));
}
