import type { Temporal } from "temporal-polyfill";
import { mayWriteFor, type RawValue, type State } from "#src/life/index.ts";
import type { Visitor } from "#src/people/index.ts";

/** A correction that the applicant proposes once filed: one answer or one paper, and why. */
export interface CorrectionProposal {
  readonly id: string;
  /** The version that it is about. */
  readonly revision: number;
  /** The field, or `document:` and the paper's key. */
  readonly path: string;
  readonly label: string;
  /** As typed; null for a paper. */
  readonly value: RawValue | null;
  /** The paper that waits; null for an answer. */
  readonly attachmentId: string | null;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly by: string | null;
  readonly proposedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  readonly accepted: boolean | null;
  /** What the agent said; never empty where it is refused. */
  readonly answer: string;
}

/** Once filed and until the vote; while more is asked, the answer goes there. */
const open: readonly State[] = [
  "submitted",
  "complete",
  "under-review",
  "proposed-favourable",
  "proposed-unfavourable",
  "validated-favourable",
  "validated-unfavourable",
];

/** Whether a correction may still be proposed, or answered; while more is asked it only waits. */
export function takesProposals(state: State): boolean {
  return open.includes(state) || state === "completion-requested";
}

/** Whether this visitor may propose a correction now. */
export function mayPropose(
  visitor: Visitor,
  application: { readonly organisationId: string; readonly state: State },
): boolean {
  return open.includes(application.state) && mayWriteFor(visitor, application.organisationId);
}

const PAPER = "document:";

/** The key of the paper that a path names; null for an answer. */
export function paperOf(path: string): string | null {
  return path.startsWith(PAPER) ? path.slice(PAPER.length) : null;
}

export function pathOfPaper(key: string): string {
  return `${PAPER}${key}`;
}
