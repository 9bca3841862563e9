import type { AgentRole, MemberRole, Visitor } from "../visitor.ts";

export const agentRoleWords: Readonly<Record<AgentRole, string>> = {
  officer: "Instructeur",
  supervisor: "Responsable de service",
  approver: "Secrétariat de la commission",
  accountant: "Comptable",
  administrator: "Administrateur",
  auditor: "Auditeur",
};

export const memberRoleWords: Readonly<Record<MemberRole, string>> = {
  owner: "Responsable",
  editor: "Rédacteur",
  reader: "Lecteur",
};

/** « Instructeur », « Responsable, Formation Littoral »: under whose cap the visitor sees the page. */
export function roleInWords(visitor: Visitor): string | undefined {
  if (visitor.agentRoles.length > 0) return visitor.agentRoles.map((role) => agentRoleWords[role]).join(", ");
  const [first, ...others] = visitor.memberships;
  if (first === undefined) return undefined;
  if (others.length > 0) return `${visitor.memberships.length} organismes`;
  return `${memberRoleWords[first.role]}, ${first.organisationName}`;
}
