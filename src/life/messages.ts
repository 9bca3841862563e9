import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

/** A message between the applicant and the funder about one file. */
export interface Message {
  readonly id: string;
  readonly side: "applicant" | "funder";
  readonly author: string | null;
  readonly authorName: string | null;
  readonly body: string;
  readonly sentAt: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
}

/** The messages of a file, oldest first. */
export async function listMessages(tx: Tx, applicationId: string): Promise<readonly Message[]> {
  const rows = await tx
    .selectFrom("message")
    .leftJoin("person", "person.id", "message.author")
    .select([
      "message.id",
      "message.side",
      "message.author",
      "person.name",
      "message.body",
      "message.sent_at",
      "message.read_at",
    ])
    .where("message.application_id", "=", applicationId)
    .orderBy("message.sent_at")
    .orderBy("message.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    side: row.side === "funder" ? "funder" : "applicant",
    author: row.author,
    authorName: row.name,
    body: row.body,
    sentAt: row.sent_at,
    readAt: row.read_at,
  }));
}

export interface NewMessage {
  readonly applicationId: string;
  readonly side: Message["side"];
  readonly author: string;
  readonly body: string;
  readonly at: Temporal.Instant;
}

export async function addMessage(tx: Tx, message: NewMessage): Promise<string> {
  const { id } = await tx
    .insertInto("message")
    .values({
      application_id: message.applicationId,
      side: message.side,
      author: message.author,
      body: message.body,
      sent_at: message.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes that one side has read what the other one wrote. */
export async function markRead(
  tx: Tx,
  applicationId: string,
  side: Message["side"],
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("message")
    .set({ read_at: at })
    .where("application_id", "=", applicationId)
    .where("side", "!=", side)
    .where("read_at", "is", null)
    .execute();
}
