import type { Temporal } from "temporal-polyfill";
import { memberRole, onceBecause, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { note, type Outcome } from "./act.ts";
import { isPublished, type PublishedCall, phaseOf, schemeOfCall } from "./call.ts";
import { readCall } from "./content.ts";
import { mayOnCalls } from "./may.ts";
import { findCall } from "./store.ts";

/** A short note before a file, with where the funder points; it decides nothing. */
export interface CallNote {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly title: string;
  readonly body: string;
  readonly sentAt: Temporal.Instant;
  readonly answer: { readonly words: string; readonly at: Temporal.Instant } | null;
}

export const LONGEST_TITLE = 150;
export const LONGEST_NOTE = 4_000;

/** A call that asks for a note takes it from its publication to its closing. */
export function takesNotes(call: PublishedCall, now: Temporal.Instant): boolean {
  return readCall(schemeOfCall(call), call.raw).content.note === true && phaseOf(call, now) !== "closed";
}

/** Whether the visitor writes for this organisation. */
export function maySendFor(visitor: SignedVisitor, organisationId: string): boolean {
  return ["owner", "editor"].includes(memberRole(visitor, organisationId) ?? "");
}

/** Sends a note; the same one sent twice is kept once. */
export function sendNote(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  organisationId: string,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<Outcome> {
  return inTransaction(world.db, "system", async (tx) => {
    const call = await findCall(tx, { id: callId });
    const at = world.clock.now();
    if (call === null || !isPublished(call) || !maySendFor(visitor, organisationId)) return "absent";
    if (!takesNotes(call, at)) return "impossible";
    const same = await tx
      .selectFrom("call_note")
      .select("id")
      .where("call_id", "=", callId)
      .where("organisation_id", "=", organisationId)
      .where("title", "=", title)
      .where("body", "=", body)
      .executeTakeFirst();
    if (same !== undefined) return "done";
    await tx
      .insertInto("call_note")
      .values({
        call_id: callId,
        organisation_id: organisationId,
        sent_by: visitor.person.id,
        title,
        body,
        sent_at: at.toString(),
      })
      .execute();
    await note(tx, at, visitor, call, "call-note-sent");
    return "done";
  });
}

/** Answers a note, once or again, and tells by mail who sent it. */
export function answerNote(world: World, visitor: SignedVisitor, noteId: string, answer: string): Promise<Outcome> {
  return inTransaction(world.db, "system", async (tx) => {
    if (!mayOnCalls(visitor, "see-desk")) return "absent";
    if (!mayOnCalls(visitor, "answer-questions")) return "forbidden";
    const found = await tx
      .selectFrom("call_note as n")
      .leftJoin("person as p", "p.id", "n.sent_by")
      .select(["n.call_id", "n.title", "p.email"])
      .where("n.id", "=", noteId)
      .executeTakeFirst();
    const call = found === undefined ? null : await findCall(tx, { id: found.call_id });
    if (found === undefined || call === null) return "absent";
    const at = world.clock.now();
    await tx
      .updateTable("call_note")
      .set({ answer, answered_by: visitor.person.id, answered_at: at.toString() })
      .where("id", "=", noteId)
      .execute();
    await note(tx, at, visitor, call, "call-note-answered");
    if (found.email !== null) {
      await postMail(world, tx, at, {
        to: found.email,
        subject: `Votre note d’intention${NBSP}: ${found.title}`,
        paragraphs: [
          `${world.config.funder.words.capital} a lu votre note pour l’appel « ${call.title} ». Sa réponse vous oriente et ne décide rien${NBSP}:`,
          answer,
          `Votre note et sa réponse${NBSP}: ${world.origin}${urls.callNotes.href({ slug: call.slug })}`,
        ],
        why: onceBecause("vous avez envoyé cette note"),
      });
    }
    return "done";
  });
}

/** The notes of a call that the visitor may read: their organisations' own, or all of them for an agent. */
export function notesOf(world: World, visitor: SignedVisitor, callId: string): Promise<readonly CallNote[]> {
  return inTransaction(world.db, readerOf(visitor), (tx) => listNotes(tx, callId));
}

async function listNotes(tx: Tx, callId: string): Promise<readonly CallNote[]> {
  const rows = await tx
    .selectFrom("call_note as n")
    .leftJoin("organisation as o", "o.id", "n.organisation_id")
    .select(["n.id", "n.organisation_id", "o.name", "n.title", "n.body", "n.sent_at", "n.answer", "n.answered_at"])
    .where("n.call_id", "=", callId)
    .orderBy("n.answered_at", (order) => order.desc().nullsFirst())
    .orderBy("n.sent_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisation: row.name ?? "",
    title: row.title,
    body: row.body,
    sentAt: row.sent_at,
    answer: row.answer === null || row.answered_at === null ? null : { words: row.answer, at: row.answered_at },
  }));
}
