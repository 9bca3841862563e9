import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Call } from "#src/calls/index.ts";
import { seatOf } from "#src/committees/index.ts";
import { nextNumber } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { act } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import { actOnCall, refused, type SelectionOutcome } from "../act.ts";
import { loadSelection } from "../ranking/steps.ts";
import { type MinutesSources, minutesOf, selectionMinutes } from "./minutes.ts";
import { findSession, type Session } from "./session.ts";

/** Whether a visitor chairs the committee of a session on a day. */
export function chairs(visitor: SignedVisitor, session: Session, on: string): boolean {
  const seat = seatOf(visitor, session.seats, on);
  return seat?.role === "chair" || seat?.role === "deputy-chair";
}

/** What the minutes of a call's session would say now; null where there is no session. */
export async function draftMinutes(
  world: World,
  call: Call,
  number: string,
  signedBy: string | null,
): Promise<MinutesSources | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const session = await findSession(tx, call.id);
    const selection = await loadSelection(tx, call.id);
    if (session === null || selection === null) return null;
    return {
      config: world.config,
      call,
      session,
      selection,
      number,
      at: world.clock.now(),
      signedBy,
    };
  });
}

/** The chair signs: the minutes are numbered, kept, and change no more. Once, however often pressed. */
export async function signMinutes(world: World, visitor: SignedVisitor, call: Call): Promise<SelectionOutcome> {
  const on = today(world.clock);
  const draft = await draftMinutes(world, call, "en projet", visitor.person.name);
  if (draft === null) return "absent";
  if (!chairs(visitor, draft.session, on.toString())) return "forbidden";
  if (draft.session.issued !== null) return { done: true };
  if (draft.session.state !== "closed") return refused("signature", "La séance n’est pas close.");
  const { year } = on;
  const { meetingId } = draft.session;
  return act(world, visitor, async ({ tx, at, note }) => {
    await tx.selectFrom("meeting").select("id").where("id", "=", meetingId).forUpdate().execute();
    const known = await tx
      .selectFrom("selection_minutes")
      .select("number")
      .where("meeting_id", "=", meetingId)
      .executeTakeFirst();
    if (known !== undefined) return { done: true };
    const number = `PV-${year}-${String(await nextNumber(tx, `selection-minutes-${year}`)).padStart(4, "0")}`;
    const { pdf } = await funderPdf(world.config, selectionMinutes, minutesOf({ ...draft, number }));
    const stored = await world.files.write(Readable.from([Buffer.from(pdf)]), Number.MAX_SAFE_INTEGER);
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    await tx
      .insertInto("file")
      .values({
        id: stored.id,
        name: `proces-verbal-${number}.pdf`,
        media_type: "application/pdf",
        size: stored.size,
        sha256,
        scan: "clean",
        stored_at: at,
        stored_by: visitor.person.id,
      })
      .execute();
    await tx
      .insertInto("selection_minutes")
      .values({
        meeting_id: meetingId,
        number,
        file_id: stored.id,
        issued_at: at,
        signed_name: visitor.person.name,
        signed_by: visitor.person.id,
      })
      .execute();
    await note({
      chain: `call:${call.id}`,
      act: "minutes-signed",
      organisation: null,
      details: { number, sha256 },
      visible: false,
    });
    return { done: true };
  });
}

/** What is corrected of signed minutes: they stay as they are, the correction stands beside, dated and named. */
export function correctMinutes(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  words: string,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "hold-session", async ({ tx, at, note }) => {
    const session = await findSession(tx, callId);
    if (session === null || session.issued === null)
      return refused("words", "Le procès-verbal n’est pas encore signé.");
    if (words === "") return refused("words", "Écrivez ce qui est rectifié.");
    if (words.length > 4_000) return refused("words", "4\u202f000 caractères au plus.");
    await tx
      .insertInto("minutes_correction")
      .values({ meeting_id: session.meetingId, words, written_by: visitor.person.id, written_at: at })
      .execute();
    await note("minutes-corrected", { number: session.issued.number, words });
    return { done: true };
  });
}
