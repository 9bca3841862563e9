import type { AgentRole, Visitor } from "#src/people/index.ts";

/** What may be done with the training programme. */
export const TRAINING_ACTS = [
  "see-plan",
  "edit-plan",
  "see-cost-requests",
  "check-cost-request",
  "decide-cost-request",
] as const;
export type TrainingAct = (typeof TRAINING_ACTS)[number];

/** The operator runs the programme and checks; the funder's people decide what is paid. */
const table: Readonly<Record<TrainingAct, readonly AgentRole[]>> = {
  "see-plan": ["operator", "officer", "supervisor", "administrator", "auditor"],
  "edit-plan": ["operator"],
  "see-cost-requests": ["operator", "officer", "supervisor", "accountant", "administrator", "auditor"],
  "check-cost-request": ["operator"],
  "decide-cost-request": ["officer", "supervisor"],
};

export function mayInTraining(visitor: Visitor, act: TrainingAct): boolean {
  return visitor.agentRoles.some((role) => table[act].includes(role));
}
