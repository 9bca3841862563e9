import { territory } from "#policy/index.ts";
import { type AgentRole, FILE_ROLES, hasAgentRole, type Visitor } from "#src/people/index.ts";

/** What agents do around the selection of a call, beside the steps of each file's life. */
export const SELECTION_ACTS = [
  "see",
  "invite",
  "give-sheets",
  "record-consensus",
  "close-assessment",
  "hold-session",
  "rank",
  "settle",
  "reopen",
  "set-condition",
  "record-outside",
  "answer-body",
] as const;
export type SelectionAct = (typeof SELECTION_ACTS)[number];

const runs: readonly AgentRole[] = ["officer", "supervisor"];

/** The permission table of the selection: pages, buttons, routes and tests read this one. */
export const selectionRights: Readonly<Record<SelectionAct, readonly AgentRole[]>> = {
  see: FILE_ROLES,
  invite: runs,
  "give-sheets": runs,
  "record-consensus": runs,
  "close-assessment": runs,
  "hold-session": runs,
  rank: runs,
  settle: runs,
  reopen: ["supervisor"],
  "set-condition": runs,
  "record-outside": runs,
  "answer-body": runs,
};

export function maySelect(visitor: Visitor, act: SelectionAct): boolean {
  return hasAgentRole(visitor, ...selectionRights[act]);
}

/** Bodies that may instruct a call with the funder: the role of their agents is the code of their body. */
export const BODIES = ["dreets", "managing-authority", "opco"] as const;
export type Body = (typeof BODIES)[number];

/** States in which a body's word still weighs: before the committee closes its decision. */
export const OPINION_OPEN: readonly string[] = [
  "submitted",
  "completion-requested",
  "complete",
  "under-review",
  "admitted",
  "scored",
  "ranked",
];

/** The bodies that a visitor speaks for. */
export function bodiesOf(visitor: Visitor): readonly Body[] {
  return BODIES.filter((body) => hasAgentRole(visitor, body));
}

/** How a body is called; its code where this version does not know it. */
export function bodyName(code: string): string {
  const body = BODIES.find((one) => one === code);
  return body === undefined ? code : territory.bodies[body].name;
}
