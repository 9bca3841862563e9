import { type AgentRole, hasAgentRole, type Visitor } from "#src/people/index.ts";

/** What is done to set the service up. */
export const SETUP_ACTS = ["see", "propose", "close-doubt", "confirm"] as const;
export type SetupAct = (typeof SETUP_ACTS)[number];

/** The permission table of this slice: pages, buttons, routes and tests read this one. */
export const setupRights: Readonly<Record<SetupAct, readonly AgentRole[]>> = {
  see: ["administrator", "supervisor", "auditor"],
  propose: ["administrator"],
  "close-doubt": ["supervisor"],
  confirm: ["administrator", "supervisor"],
};

export function maySetUp(visitor: Visitor, act: SetupAct): boolean {
  return hasAgentRole(visitor, ...setupRights[act]);
}

/** Whoever proposed does not confirm, whatever their roles: two people bind others, not one. */
export function mayAnswer(visitor: Visitor, proposal: { readonly proposedBy: string | null }): boolean {
  return maySetUp(visitor, "confirm") && visitor.person !== null && visitor.person.id !== proposal.proposedBy;
}
