import { type AgentRole, FILE_ROLES, type MemberRole, memberRole, type Visitor } from "./visitor.ts";

/** What may be done with an organisation. */
export const ORGANISATION_ACTS = [
  "see",
  "edit",
  "leave",
  "transfer",
  "invite",
  "manage-members",
  "answer-join-requests",
] as const;
export type OrganisationAct = (typeof ORGANISATION_ACTS)[number];

/** What may be done with the service itself. */
export const SERVICE_ACTS = ["see-administration", "manage-roles", "read-outbox"] as const;
export type ServiceAct = (typeof SERVICE_ACTS)[number];

/** The permission table of this slice: pages, buttons, routes and tests read this one. */
const organisationTable: Readonly<
  Record<OrganisationAct, { readonly members: readonly MemberRole[]; readonly agents: readonly AgentRole[] }>
> = {
  see: { members: ["owner", "editor", "reader"], agents: FILE_ROLES },
  edit: { members: ["owner", "editor"], agents: [] },
  leave: { members: ["owner", "editor", "reader"], agents: [] },
  transfer: { members: ["owner"], agents: [] },
  invite: { members: ["owner"], agents: [] },
  "manage-members": { members: ["owner"], agents: [] },
  "answer-join-requests": { members: ["owner"], agents: [] },
};

const serviceTable: Readonly<Record<ServiceAct, readonly AgentRole[]>> = {
  "see-administration": ["administrator", "supervisor", "auditor"],
  "manage-roles": ["administrator"],
  "read-outbox": ["administrator", "auditor"],
};

/** Whether a role in an organisation allows this. */
export function memberMay(role: MemberRole | null, act: OrganisationAct): boolean {
  return role !== null && organisationTable[act].members.includes(role);
}

/** Whether a visitor may do this with that organisation, by membership or by role on the funder's side. */
export function mayOnOrganisation(visitor: Visitor, organisationId: string, act: OrganisationAct): boolean {
  const { agents } = organisationTable[act];
  return memberMay(memberRole(visitor, organisationId), act) || visitor.agentRoles.some((one) => agents.includes(one));
}

/** Whether a visitor may do this with the service. */
export function mayOnService(visitor: Visitor, act: ServiceAct): boolean {
  return visitor.agentRoles.some((role) => serviceTable[act].includes(role));
}
