import type { Reader } from "#src/platform/database/database.ts";

export const MEMBER_ROLES = ["owner", "editor", "reader"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Roles that work on files, or read them all. */
export const FILE_ROLES = ["officer", "supervisor", "approver", "accountant", "administrator", "auditor"] as const;
/**
 * The others serve people without reading any file: who runs the community, the agenda or the training programme, and
 * who answers for E3D. Agents of bodies that instruct a call with the funder read its files alone (their role is the code
 * of their body); assessors, the files that they are given.
 */
export const AGENT_ROLES = [
  ...FILE_ROLES,
  "animator",
  "sustainability-adviser",
  "organiser",
  "operator",
  "dreets",
  "managing-authority",
  "opco",
  "assessor",
] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

export interface Membership {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly role: MemberRole;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Who makes the request, with all that decides their rights. Nobody signed in: `person` is null. */
export interface Visitor {
  readonly person: Person | null;
  readonly sessionId: string | null;
  readonly memberships: readonly Membership[];
  readonly agentRoles: readonly AgentRole[];
}

/** A visitor who is signed in. */
export type SignedVisitor = Visitor & { readonly person: Person };

export const stranger: Visitor = { person: null, sessionId: null, memberships: [], agentRoles: [] };

/** In whose name this visitor's rows are read. */
export function readerOf(visitor: Visitor): Reader {
  return visitor.person === null ? "public" : { person: visitor.person.id };
}

/** Whether they are an agent who may read files. */
export function isAgent(visitor: Visitor): boolean {
  return hasAgentRole(visitor, ...FILE_ROLES);
}

/** Whether the visitor runs events or the training programme. */
export function runsAgenda(visitor: Visitor): boolean {
  return hasAgentRole(visitor, "organiser", "operator");
}

export function hasAgentRole(visitor: Visitor, ...roles: readonly AgentRole[]): boolean {
  return visitor.agentRoles.some((role) => roles.includes(role));
}

/** The role held in an organisation, or null. */
export function memberRole(visitor: Visitor, organisationId: string): MemberRole | null {
  return visitor.memberships.find((membership) => membership.organisationId === organisationId)?.role ?? null;
}

/** Whether they write in the name of an organisation: who only reads one does not. */
export function writesForSome({ memberships }: Pick<Visitor, "memberships">): boolean {
  return memberships.some(({ role }) => role !== "reader");
}
