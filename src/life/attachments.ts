import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { FiledAttachment, Revision } from "./application.ts";

export type ScanState = "not-configured" | "pending" | "clean" | "infected";

/**
 * Once an item of a group is taken away ("people.0"), its papers go with it and those of the items after
 * it follow their items: nobody's paper is left under another's name.
 */
export async function movePapers(tx: Tx, applicationId: string, item: string, at: Temporal.Instant): Promise<void> {
  const cut = item.lastIndexOf(".");
  const [group, index] = [item.slice(0, cut), Number(item.slice(cut + 1))];
  if (cut < 0 || !Number.isInteger(index)) return;
  await sql`UPDATE attachment SET removed_at = ${at.toString()}::timestamptz
    WHERE application_id = ${applicationId} AND removed_at IS NULL AND about = ${item}`.execute(tx);
  const place = sql`substr(about, length(${group}) + 2)`;
  await sql`UPDATE attachment SET about = ${group} || '.' || (${place}::integer - 1)
    WHERE application_id = ${applicationId} AND removed_at IS NULL AND starts_with(about, ${`${group}.`})
      AND CASE WHEN ${place} ~ '^[0-9]{1,4}$' THEN ${place}::integer > ${index} ELSE false END`.execute(tx);
}

/** The papers of an item that is put back return with it: those taken away at that very instant. */
export async function movePapersBack(tx: Tx, applicationId: string, item: string, removedAt: string): Promise<void> {
  const cut = item.lastIndexOf(".");
  const [group, index] = [item.slice(0, cut), Number(item.slice(cut + 1))];
  if (cut < 0 || !Number.isInteger(index)) return;
  const place = sql`substr(about, length(${group}) + 2)`;
  await sql`UPDATE attachment SET about = ${group} || '.' || (${place}::integer + 1)
    WHERE application_id = ${applicationId} AND removed_at IS NULL AND starts_with(about, ${`${group}.`})
      AND CASE WHEN ${place} ~ '^[0-9]{1,4}$' THEN ${place}::integer >= ${index} ELSE false END`.execute(tx);
  await sql`UPDATE attachment SET removed_at = NULL
    WHERE application_id = ${applicationId} AND about = ${item} AND removed_at = ${removedAt}::timestamptz`.execute(tx);
}

/** A paper joined to a file. */
export interface Attachment extends FiledAttachment {
  /** The paper's id in the scheme's list, and the item of a group it is about: `cv`, `people.0`. */
  readonly document: string;
  readonly about: string;
  readonly scan: ScanState;
  readonly addedAt: Temporal.Instant;
  readonly addedBy: string | null;
}

function query(tx: Tx) {
  return tx
    .selectFrom("attachment")
    .innerJoin("file", "file.id", "attachment.file_id")
    .select([
      "attachment.id",
      "attachment.application_id",
      "attachment.document",
      "attachment.about",
      "attachment.file_id",
      "attachment.added_at",
      "attachment.added_by",
      "file.name",
      "file.media_type",
      "file.size",
      "file.sha256",
      "file.scan",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Attachment {
  return {
    id: row.id,
    key: keyOf(row.document, row.about),
    document: row.document,
    about: row.about,
    fileId: row.file_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    scan: row.scan as ScanState,
    addedAt: row.added_at,
    addedBy: row.added_by,
  };
}

/** `quote`, or `cv:people.0`. */
export function keyOf(document: string, about: string): string {
  return about === "" ? document : `${document}:${about}`;
}

/** The papers a file holds now, oldest first; those removed are left out. */
export async function listAttachments(tx: Tx, applicationId: string): Promise<readonly Attachment[]> {
  const rows = await query(tx)
    .modifyFront(plannedOnce)
    .where("attachment.application_id", "=", applicationId)
    .where("attachment.removed_at", "is", null)
    .orderBy("attachment.added_at")
    .orderBy("attachment.id")
    .execute();
  return rows.map(read);
}

/** The papers that a revision froze, those replaced since included, in its own order. */
export async function attachmentsOf(tx: Tx, revision: Pick<Revision, "attachments">): Promise<readonly Attachment[]> {
  const ids = revision.attachments.map((one) => one.id);
  if (ids.length === 0) return [];
  const found = query(tx).where("attachment.id", "=", sql<string>`ANY(${ids}::uuid[])`);
  const rows = (await found.modifyFront(plannedOnce).execute()).map(read);
  return ids.flatMap((id) => rows.find((one) => one.id === id) ?? []);
}

/** One paper of a file, one that was replaced since included: a revision may still hold it. */
export async function findAttachment(tx: Tx, applicationId: string, id: string): Promise<Attachment | null> {
  const row = await query(tx)
    .modifyFront(plannedOnce)
    .where("attachment.application_id", "=", applicationId)
    .where("attachment.id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** A paper that is joined: its kind and the item it is about, its stored bytes, who joined it. */
export interface NewAttachment extends Pick<Attachment, "document" | "about"> {
  readonly applicationId: string;
  readonly fileId: string;
  readonly addedBy: string;
  /** Proposed, and in no version yet. */
  readonly isAside?: boolean;
}

/** Joins a paper to a file, or sets it aside. Returns its id. */
export async function addAttachment(tx: Tx, paper: NewAttachment, at: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto("attachment")
    .values({
      application_id: paper.applicationId,
      document: paper.document,
      about: paper.about,
      file_id: paper.fileId,
      added_by: paper.addedBy,
      added_at: at,
      removed_at: paper.isAside === true ? at : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
