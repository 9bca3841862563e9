import type { State } from "#src/life/index.ts";
import { isAgent, type MemberRole, memberRole, type Visitor } from "#src/people/index.ts";

/** Who of the applicant's side reads the agreement, and who sends back the signed copy. Agents' acts are steps of the file. */
export const agreementRights: Readonly<Record<"read" | "sign", readonly MemberRole[]>> = {
  read: ["owner", "editor", "reader"],
  sign: ["owner", "editor"],
};

interface Subject {
  readonly organisationId: string;
  readonly state: State;
}

export function mayReadAgreement(visitor: Visitor, file: Subject): boolean {
  const role = memberRole(visitor, file.organisationId);
  return (role !== null && agreementRights.read.includes(role)) || isAgent(visitor);
}

export function maySignAgreement(visitor: Visitor, file: Subject): boolean {
  const role = memberRole(visitor, file.organisationId);
  return role !== null && agreementRights.sign.includes(role);
}
