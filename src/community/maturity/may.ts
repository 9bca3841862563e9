import { type MemberRole, memberRole, type Visitor } from "#src/people/index.ts";

export type AssessmentAct = "see" | "answer" | "be-reminded";

/** An organisation's self-assessments are its members' own: whoever belongs to it answers, and no agent reads them. */
export const assessmentRights: Readonly<Record<AssessmentAct, readonly MemberRole[]>> = {
  see: ["owner", "editor", "reader"],
  answer: ["owner", "editor", "reader"],
  "be-reminded": ["owner", "editor", "reader"],
};

export function mayAssess(visitor: Visitor, organisationId: string, act: AssessmentAct): boolean {
  const role = memberRole(visitor, organisationId);
  return role !== null && assessmentRights[act].includes(role);
}
