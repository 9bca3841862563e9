import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { keepFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";

/** A file sent with a message. */
export interface MessageFile {
  readonly id: string;
  readonly messageId: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly scan: string;
}

/** A file received whole, for a message. */
export interface SentFile {
  readonly stored: { readonly id: string; readonly size: number; readonly sha256: string };
  readonly name: string;
  readonly mediaType: string;
}

/** Media types that a message takes, both ways: what a paper takes. */
export const MESSAGE_TYPES: readonly string[] = [
  "application/pdf",
  "image/jpeg",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

/** Joins a received file to a message of its sender; the antivirus looks at it before anybody opens it. */
export async function joinToMessage(
  world: Pick<World, "config">,
  tx: Tx,
  to: {
    readonly applicationId: string;
    readonly messageId: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
  file: SentFile,
): Promise<void> {
  await keepFile(world, tx, file, to);
  await tx
    .insertInto("message_file")
    .values({ application_id: to.applicationId, message_id: to.messageId, file_id: file.stored.id })
    .execute();
}

/** The files sent with the messages of a request, in the order of the messages. */
export async function listMessageFiles(tx: Tx, applicationId: string): Promise<readonly MessageFile[]> {
  const { rows } = await sql<MessageFile>`
    SELECT f.id, m.message_id AS "messageId", f.id AS "fileId", f.name, f.media_type AS "mediaType", f.size, f.scan
    FROM message_file m JOIN file f ON f.id = m.file_id WHERE m.application_id = ${applicationId} ORDER BY f.stored_at, f.id`.execute(
    tx,
  );
  return rows;
}

/** One of them, where it is there for the transaction's reader. */
export async function findMessageFile(tx: Tx, applicationId: string, file: string): Promise<MessageFile | null> {
  return (await listMessageFiles(tx, applicationId)).find(({ id }) => id === file) ?? null;
}
