import { hasAgentRole, type Visitor } from "#src/people/index.ts";

/** Who answers what people gave to show that they belong to an organisation: whoever may receive their files. */
export function mayAnswerProofs(visitor: Visitor): boolean {
  return hasAgentRole(visitor, "officer", "supervisor", "administrator");
}

/** Auditors read it too. */
export function maySeeProofs(visitor: Visitor): boolean {
  return mayAnswerProofs(visitor) || hasAgentRole(visitor, "auditor");
}
