import { type AgentRole, hasAgentRole, type MemberRole, memberRole, type Visitor } from "#src/people/index.ts";

export type ActorRight = "see-own" | "join" | "edit" | "confirm" | "leave" | "see-unpublished";

/** The permission table of the directory: an organisation's own people decide what it shows. */
export const actorRights: Readonly<
  Record<ActorRight, { readonly members: readonly MemberRole[]; readonly agents: readonly AgentRole[] }>
> = {
  "see-own": { members: ["owner", "editor", "reader"], agents: [] },
  join: { members: ["owner", "editor"], agents: [] },
  edit: { members: ["owner", "editor"], agents: [] },
  confirm: { members: ["owner", "editor"], agents: [] },
  leave: { members: ["owner"], agents: [] },
  "see-unpublished": { members: ["owner", "editor", "reader"], agents: ["animator", "administrator", "auditor"] },
};

export function mayOnActor(visitor: Visitor, organisationId: string, right: ActorRight): boolean {
  const { members, agents } = actorRights[right];
  const role = memberRole(visitor, organisationId);
  return (role !== null && members.includes(role)) || hasAgentRole(visitor, ...agents);
}
