import { mayOnCommittee } from "#src/committees/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { loadReviewed } from "#src/reviews/index.ts";
import type { Candidate } from "../candidate.ts";
import { maySelect } from "../may.ts";
import { drawLine, type Envelope, type FundedLine, keyOf } from "../ranking/line.ts";
import { type Reckoning, reckonRetained } from "../ranking/retained.ts";
import type { CallSelection } from "../ranking/steps.ts";
import type { Session } from "./session.ts";

/** Whether a visitor may be in the room: agents who read selections, and who sits on the committee of the session. */
export function mayEnter(visitor: SignedVisitor, session: Session | null, on: string): boolean {
  if (maySelect(visitor, "see")) return true;
  if (session === null) return false;
  const committee = { kind: session.kind as "selection" };
  return mayOnCommittee(visitor, committee, session.seats, on, "see-inside");
}

/** The files for which a member leaves the room: neither their marks nor what they ask for in words are shown. */
export function leftBy(visitor: SignedVisitor, session: Session | null): readonly string[] {
  if (session === null || maySelect(visitor, "see")) return [];
  const own = session.seats.filter(({ personId }) => personId === visitor.person.id).map(({ id }) => id);
  return session.leaves.filter(({ memberId }) => own.includes(memberId)).map(({ applicationId }) => applicationId);
}

/** What is tried without being recorded: costs retained of one project, or more money in an envelope. */
export interface Trial {
  readonly fileId: string | null;
  /** In cents. */
  readonly retained: number | null;
  /** Those that are tried with another amount, in cents. */
  readonly envelopes: readonly Envelope[];
}

export interface Tried {
  readonly line: FundedLine;
  /** What the project would come to; null where the trial is on money alone. */
  readonly reckoning: Reckoning | null;
  readonly candidate: Candidate | null;
}

/** The line under a trial, computed on the same order: nothing of the record is touched. */
export async function tryLine(
  tx: Tx,
  visitor: SignedVisitor,
  { rules, standing }: CallSelection,
  trial: Trial,
): Promise<Tried> {
  const candidate = standing.files.find((one) => one.candidate.id === trial.fileId)?.candidate ?? null;
  const file =
    candidate === null || trial.retained === null ? null : await loadReviewed(tx, candidate.id, visitor.person.id);
  const reckoning = file === null ? null : reckonRetained(file, trial.retained);
  const envelopes = rules.envelopes.map((one) => {
    return trial.envelopes.find((other) => keyOf(other) === keyOf(one)) ?? one;
  });
  const asked = (one: Candidate) => (one.id === candidate?.id && reckoning !== null ? reckoning.asks : one.asks);
  const ranked = standing.ranked
    .filter(({ isBelow }) => !isBelow)
    .map(({ id, candidate: one }) => ({ id, asks: asked(one) }));
  return { line: drawLine(ranked, envelopes), reckoning, candidate };
}
