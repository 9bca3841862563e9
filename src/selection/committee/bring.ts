import { addItem, lockCommittee } from "#src/committees/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { cutText } from "#text/index.ts";
import type { Candidate } from "../candidate.ts";
import { findSession } from "./session.ts";

/** A file as the agenda names it. */
interface Brought {
  readonly candidate: Pick<Candidate, "id" | "number" | "title" | "organisation">;
  readonly rank: number | null;
}

/** Puts files on the agenda of a meeting, each once: who has an interest says so point by point. */
export async function bringToMeeting(tx: Tx, meetingId: string, files: readonly Brought[]): Promise<void> {
  const items = await tx.selectFrom("agenda_item").select("subject").where("meeting_id", "=", meetingId).execute();
  const there = new Set(items.map(({ subject }) => subject));
  for (const { candidate, rank } of files) {
    const subject = `application:${candidate.id}`;
    if (there.has(subject)) continue;
    const detail = `Rang ${rank}, ${candidate.number}, ${candidate.organisation}`;
    await addItem(tx, meetingId, { title: cutText(candidate.title, 200), detail, toDecide: true, subject });
  }
}

/** The same for the meeting that waits for a call's files: those assessed since it was planned join its agenda. */
export async function bringToNextMeeting(tx: Tx, callId: string, files: readonly Brought[]): Promise<void> {
  const session = await findSession(tx, callId);
  if (session === null || session.state === "closed") return;
  await lockCommittee(tx, session.committeeId);
  await bringToMeeting(tx, session.meetingId, files);
}
