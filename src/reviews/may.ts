import type { Course } from "#policy/index.ts";
import { isOnRoad, lifecycle, next, type State, type Step, statesBetween } from "#src/life/index.ts";
import { type AgentRole, hasAgentRole, memberRole, type Visitor } from "#src/people/index.ts";
import type { Interest } from "./interests.ts";

/** What agents do around a file, beside the steps of its life. */
export type ReviewAct =
  | "read"
  | "export"
  | "save-view"
  | "assign"
  | "bring-to-vote"
  | "find"
  | "accept-costs"
  | "correct"
  | "answer-proposal"
  | "join-copy"
  | "amend-agreement"
  | "tell-track"
  | "write-message"
  | "write-note"
  | "label"
  | "declare-interest"
  | "follow"
  | "task"
  | "correct-vote"
  | "read-templates"
  | "write-templates";

const everyAgent: readonly AgentRole[] = [
  "officer",
  "supervisor",
  "approver",
  "accountant",
  "administrator",
  "auditor",
];
const reviewers: readonly AgentRole[] = ["officer", "supervisor"];
/** All but auditors, who read everything and change nothing. */
const acting: readonly AgentRole[] = ["officer", "supervisor", "approver", "accountant", "administrator"];

const beforeOpinion = statesBetween("submitted", "under-review");

const beforeVote = statesBetween("submitted", "validated-unfavourable");

interface Rule {
  readonly roles: readonly AgentRole[];
  /** States in which the act has a meaning; any filed one where absent. */
  readonly states?: readonly State[];
  /** False for what an interest in the organisation does not forbid. */
  readonly impartial?: false;
}

/** The permission table of the review. */
export const reviewRights: Readonly<Record<ReviewAct, Rule>> = {
  read: { roles: everyAgent, impartial: false },
  export: { roles: everyAgent, impartial: false },
  "save-view": { roles: acting, impartial: false },
  assign: { roles: reviewers },
  /** Puts files in a report to the Permanent Commission, once their opinion is validated and until it votes. */
  "bring-to-vote": {
    roles: ["officer", "supervisor", "approver"],
    states: ["validated-favourable", "validated-unfavourable", "selected", "not-selected"],
  },
  find: { roles: reviewers, states: beforeOpinion },
  "accept-costs": { roles: reviewers, states: beforeOpinion },
  /** Refuses or accepts what the applicant proposes to correct; accepted, it is a correction too. */
  "answer-proposal": { roles: reviewers, states: beforeVote },
  correct: { roles: reviewers, states: ["submitted", "complete", "under-review"] },
  /** Joins again the copy that both signed, where the antivirus threw it away. */
  "join-copy": { roles: reviewers, states: ["signed"] },
  /** What a signed agreement says no longer holds: another funder took its aid back. */
  "amend-agreement": { roles: reviewers, states: ["signed"] },
  /** Tells what another funder of the project answered; until the vote, which waits for it. */
  "tell-track": { roles: reviewers },
  "write-message": { roles: reviewers },
  "write-note": { roles: acting },
  label: { roles: acting },
  "declare-interest": { roles: acting, impartial: false },
  /** To be told is to read: an interest does not forbid it. */
  follow: { roles: acting, impartial: false },
  task: { roles: acting },
  /** One asks, another one does it, before the applicant is told; after, where what another funder retains has fallen. */
  "correct-vote": { roles: ["approver", "supervisor"], states: ["awarded", "rejected", "notified"] },
  "read-templates": { roles: reviewers, impartial: false },
  "write-templates": { roles: ["supervisor", "administrator"], impartial: false },
};

/** What rights look at in a file under review. */
export interface ReviewSubject {
  readonly organisationId: string;
  readonly state: State;
  /** What keeps the visitor off the file; null where nothing does. */
  readonly interest: Interest | null;
  /** The road of the file; any where it is not said. */
  readonly road?: Course["road"];
}

/** Why an act cannot be done: not this visitor's, not where they have an interest, not in this state. */
export type Obstacle = "role" | "interest" | "state";

/** What stands in the way of an act, or null. */
export function obstacleTo(visitor: Visitor, act: ReviewAct, file: ReviewSubject): Obstacle | null {
  const rule = reviewRights[act];
  if (!hasAgentRole(visitor, ...rule.roles)) return "role";
  if (rule.impartial !== false && hasInterest(visitor, file)) return "interest";
  return rule.states === undefined || rule.states.includes(file.state) ? null : "state";
}

/** What stands in the way of a step that the funder takes, or null. */
export function obstacleToStep(visitor: Visitor, step: Step, file: ReviewSubject): Obstacle | null {
  const { by } = lifecycle[step];
  if (by.side !== "funder" || !hasAgentRole(visitor, ...by.roles)) return "role";
  if (hasInterest(visitor, file)) return "interest";
  if (file.road !== undefined && !isOnRoad(step, file.road)) return "state";
  return next(file.state, step) === null ? "state" : null;
}

export function mayReview(visitor: Visitor, act: ReviewAct, file: ReviewSubject): boolean {
  return obstacleTo(visitor, act, file) === null;
}

export function mayStep(visitor: Visitor, step: Step, file: ReviewSubject): boolean {
  return obstacleToStep(visitor, step, file) === null;
}

type QueueAct = "read" | "export" | "save-view" | "assign" | "bring-to-vote" | "write-message" | "label";

/** Rights that no file decides: the queue, its export, its views. */
export function mayUseQueue(visitor: Visitor, act: QueueAct): boolean {
  return hasAgentRole(visitor, ...reviewRights[act].roles);
}

/** Declared, or known: a member of a party to the file never judges it. */
export function hasInterest(visitor: Visitor, file: ReviewSubject): boolean {
  return file.interest !== null || memberRole(visitor, file.organisationId) !== null;
}
