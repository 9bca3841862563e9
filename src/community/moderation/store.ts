import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { Ground, Moderated, Moderation, ModerationDecision, Subject } from "./moderation.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("moderation as m")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .leftJoin("appeal as a", "a.moderation_id", "m.id")
    .selectAll("m")
    .select(["o.name", "a.reasons as appeal_reasons", "a.asked_at", "a.upheld", "a.answer", "a.answered_at"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Moderation {
  const { appeal_reasons, asked_at } = row;
  return {
    id: row.id,
    about: row.about as Moderated,
    aboutId: row.about_id,
    organisationId: row.organisation_id,
    organisationName: row.name,
    title: row.title,
    decision: row.decision as ModerationDecision,
    ground: row.ground as Ground | null,
    reasons: row.reasons,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    appeal:
      appeal_reasons === null || asked_at === null
        ? null
        : {
            reasons: appeal_reasons,
            askedAt: asked_at,
            upheld: row.upheld,
            answer: row.answer,
            answeredAt: row.answered_at,
          },
  };
}

/** Two moderators who decide at once follow each other. */
export async function lockSubject(tx: Tx, about: Moderated, id: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${about}:${id}`}, 17))`.execute(tx);
}

export async function findModeration(tx: Tx, id: string): Promise<Moderation | null> {
  const row = await query(tx).where("m.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The last thing decided of something. */
export async function lastDecisionOn(tx: Tx, about: Moderated, id: string): Promise<Moderation | null> {
  const row = await query(tx)
    .where("m.about", "=", about)
    .where("m.about_id", "=", id)
    .orderBy("m.decided_at", "desc")
    .orderBy("m.id", "desc")
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** Appeals that nobody answered, the oldest first. */
export async function openAppeals(tx: Tx): Promise<readonly Moderation[]> {
  const rows = await query(tx)
    .where("a.asked_at", "is not", null)
    .where("a.answered_at", "is", null)
    .orderBy("a.asked_at")
    .limit(100)
    .execute();
  return rows.map(read);
}

export async function addModeration(
  tx: Tx,
  made: {
    readonly subject: Subject;
    readonly decision: ModerationDecision;
    readonly ground: Ground | null;
    readonly reasons: string;
    readonly by: string;
    readonly at: string;
  },
): Promise<string> {
  const { subject } = made;
  const { id } = await tx
    .insertInto("moderation")
    .values({
      about: subject.about,
      about_id: subject.id,
      organisation_id: subject.organisationId,
      title: subject.title,
      decision: made.decision,
      ground: made.ground,
      reasons: made.reasons,
      decided_by: made.by,
      decided_at: made.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False where an appeal is there already. */
export async function addAppeal(
  tx: Tx,
  appeal: { readonly moderationId: string; readonly reasons: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("appeal")
    .values({ moderation_id: appeal.moderationId, reasons: appeal.reasons, asked_by: appeal.by, asked_at: appeal.at })
    .onConflict((clash) => clash.column("moderation_id").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where somebody answered meanwhile. */
export async function saveAnswer(
  tx: Tx,
  answer: {
    readonly moderationId: string;
    readonly upheld: boolean;
    readonly text: string;
    readonly by: string;
    readonly at: string;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("appeal")
    .set({ upheld: answer.upheld, answer: answer.text, answered_by: answer.by, answered_at: answer.at })
    .where("moderation_id", "=", answer.moderationId)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
