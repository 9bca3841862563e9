import type { Course } from "#policy/index.ts";
import type { AgentRole, MemberRole } from "#src/people/index.ts";

/** Where a file stands. The whole life is the table below: nothing else changes a state. */
export const STATES = [
  "draft",
  "submitted",
  "completion-requested",
  "complete",
  "under-review",
  "proposed-favourable",
  "proposed-unfavourable",
  "validated-favourable",
  "validated-unfavourable",
  "admitted",
  "scored",
  "ranked",
  "selected",
  "in-reserve",
  "not-selected",
  "awarded",
  "rejected",
  "notified",
  "agreement-to-sign",
  "signed",
  "refused",
  "abandoned",
  "withdrawn",
] as const;
export type State = (typeof STATES)[number];

/** Letters that the service writes; each is numbered and never changes once issued. */
export type Letter = "receipt" | "completion-request" | "award-letter" | "refusal-letter" | "grant-agreement";

/** Mails that tell someone what happened. */
export type Notice =
  | "application-received"
  | "completion-requested"
  | "completion-answered"
  | "application-complete"
  | "award-notified"
  | "refusal-notified"
  | "agreement-to-sign"
  | "agreement-signed"
  | "agreement-amended"
  | "application-withdrawn"
  | "application-abandoned";

interface StepRule {
  readonly from: readonly State[];
  readonly to: State;
  /** Who may: members of the applicant's organisation, or the funder's agents, by role. */
  readonly by:
    | { readonly side: "applicant"; readonly roles: readonly MemberRole[] }
    | { readonly side: "funder"; readonly roles: readonly AgentRole[] };
  /** Fact written in the journal, in the past tense. */
  readonly fact: string;
  readonly letter?: Letter;
  readonly notice?: Notice;
  /** Stops ("suspend") or restarts ("resume") the clock of implicit refusal (CRPA L114-5), or ends it ("end"). */
  readonly clock?: "start" | "suspend" | "resume" | "end";
  /** The person who did this earlier step may not do this one: two pairs of eyes. */
  readonly notBy?: Step;
  /** For files of that road alone; for all where absent. */
  readonly road?: Course["road"];
}

const applicant = { side: "applicant", roles: ["owner", "editor"] } as const;
const officer = { side: "funder", roles: ["officer", "supervisor"] } as const;
const supervisor = { side: "funder", roles: ["supervisor"] } as const;
const approver = { side: "funder", roles: ["approver"] } as const;

/** The states from one to another, both told, in the order of a file's life. */
export function statesBetween(first: State, last: State): readonly State[] {
  return STATES.slice(STATES.indexOf(first), STATES.indexOf(last) + 1);
}

const beforeDecision = statesBetween("submitted", "not-selected");

const table = {
  submit: {
    from: ["draft"],
    to: "submitted",
    by: applicant,
    fact: "application-submitted",
    letter: "receipt",
    notice: "application-received",
    clock: "start",
  },
  "request-completion": {
    from: ["submitted", "complete", "under-review"],
    to: "completion-requested",
    by: officer,
    fact: "completion-requested",
    letter: "completion-request",
    notice: "completion-requested",
    clock: "suspend",
  },
  "answer-completion": {
    from: ["completion-requested"],
    to: "submitted",
    by: applicant,
    fact: "completion-answered",
    notice: "completion-answered",
    clock: "resume",
  },
  "close-completion": {
    from: ["completion-requested"],
    to: "submitted",
    by: officer,
    fact: "completion-closed",
    clock: "resume",
  },
  "declare-complete": {
    from: ["submitted"],
    to: "complete",
    by: officer,
    fact: "application-declared-complete",
    notice: "application-complete",
  },
  "start-review": { from: ["complete"], to: "under-review", by: officer, fact: "review-started" },
  "propose-favourable": {
    from: ["under-review"],
    to: "proposed-favourable",
    by: officer,
    fact: "favourable-opinion-given",
    road: "opinion",
  },
  "propose-unfavourable": {
    from: ["under-review"],
    to: "proposed-unfavourable",
    by: officer,
    fact: "unfavourable-opinion-given",
  },
  "send-back": {
    from: [
      "proposed-favourable",
      "proposed-unfavourable",
      "validated-favourable",
      "validated-unfavourable",
      "admitted",
      "scored",
    ],
    to: "under-review",
    by: supervisor,
    fact: "opinion-sent-back",
  },
  /** The officer's own, while nobody has validated it: another opinion is then given, or completions asked for. */
  "take-back": {
    from: ["proposed-favourable", "proposed-unfavourable"],
    to: "under-review",
    by: officer,
    fact: "opinion-taken-back",
  },
  "validate-favourable": {
    from: ["proposed-favourable"],
    to: "validated-favourable",
    by: supervisor,
    fact: "favourable-opinion-validated",
    notBy: "propose-favourable",
  },
  "validate-unfavourable": {
    from: ["proposed-unfavourable"],
    to: "validated-unfavourable",
    by: supervisor,
    fact: "unfavourable-opinion-validated",
    notBy: "propose-unfavourable",
  },
  // The road of a call: admitted to it, assessed, ranked, then what the committee says.
  admit: { from: ["under-review"], to: "admitted", by: officer, fact: "application-admitted", road: "committee" },
  score: { from: ["admitted"], to: "scored", by: officer, fact: "assessment-closed", road: "committee" },
  rank: { from: ["scored"], to: "ranked", by: officer, fact: "application-ranked", road: "committee" },
  select: { from: ["ranked"], to: "selected", by: officer, fact: "application-selected", road: "committee" },
  "hold-in-reserve": {
    from: ["ranked"],
    to: "in-reserve",
    by: officer,
    fact: "application-held-in-reserve",
    road: "committee",
  },
  "not-select": {
    from: ["ranked", "in-reserve"],
    to: "not-selected",
    by: officer,
    fact: "application-not-selected",
    road: "committee",
  },
  "call-up": { from: ["in-reserve"], to: "selected", by: officer, fact: "reserve-called-up", road: "committee" },
  "reopen-ranking": {
    from: ["ranked", "selected", "in-reserve", "not-selected"],
    to: "scored",
    by: supervisor,
    fact: "ranking-reopened",
    road: "committee",
  },
  award: {
    from: ["validated-favourable", "validated-unfavourable", "selected"],
    to: "awarded",
    by: approver,
    fact: "aid-awarded",
    clock: "end",
  },
  reject: {
    from: ["validated-favourable", "validated-unfavourable", "selected", "not-selected"],
    to: "rejected",
    by: approver,
    fact: "aid-rejected",
    clock: "end",
  },
  notify: {
    from: ["awarded"],
    to: "notified",
    by: officer,
    fact: "award-notified",
    letter: "award-letter",
    notice: "award-notified",
  },
  "notify-refusal": {
    from: ["rejected"],
    to: "refused",
    by: officer,
    fact: "refusal-notified",
    letter: "refusal-letter",
    notice: "refusal-notified",
  },
  "make-agreement": {
    from: ["notified"],
    to: "agreement-to-sign",
    by: officer,
    fact: "agreement-made",
    letter: "grant-agreement",
    notice: "agreement-to-sign",
  },
  sign: {
    from: ["agreement-to-sign"],
    to: "signed",
    by: officer,
    fact: "agreement-signed",
    notice: "agreement-signed",
  },
  abandon: {
    from: ["completion-requested", "notified", "agreement-to-sign"],
    to: "abandoned",
    by: officer,
    fact: "application-abandoned",
    notice: "application-abandoned",
    clock: "end",
  },
  withdraw: {
    from: beforeDecision,
    to: "withdrawn",
    by: applicant,
    fact: "application-withdrawn",
    notice: "application-withdrawn",
    clock: "end",
  },
} as const satisfies Record<string, Omit<StepRule, "notBy"> & { readonly notBy?: string }>;

export type Step = keyof typeof table;

/** The life of a file, as one table. */
export const lifecycle: Readonly<Record<Step, StepRule>> = table;

export const STEPS = Object.keys(table) as readonly Step[];

/** The state that a step leads to from here, or null where it may not be taken. */
export function next(state: State, step: Step): State | null {
  const rule = lifecycle[step];
  return rule.from.includes(state) ? rule.to : null;
}

/** Whether a step stands on the road of a file. */
export function isOnRoad(step: Step, road: Course["road"]): boolean {
  return lifecycle[step].road === undefined || lifecycle[step].road === road;
}

/** The steps that can be taken from a state. */
export function stepsFrom(state: State): readonly Step[] {
  return STEPS.filter((step) => lifecycle[step].from.includes(state));
}

/** A state from which nothing more happens here. */
export function isFinal(state: State): boolean {
  return stepsFrom(state).length === 0;
}

/** Closed before any decision: what it asked for is not awaited any more. */
export function isGivenUp(state: State): boolean {
  return state === "withdrawn" || state === "abandoned";
}

/** Reads a state that comes from the database. Throws on one that this version does not know. */
export function readState(text: string): State {
  const state = STATES.find((one) => one === text);
  if (state === undefined) throw new Error(`unknown state ${text}`);
  return state;
}
