import { Readable } from "node:stream";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { chainOf } from "./application.ts";

/** The act of the journal that tells a letter's number and hash. */
export const DOCUMENT_ISSUED = "document-issued";

/** A letter or agreement: numbered, never changed once issued. */
export interface IssuedDocument {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: string;
  readonly number: string;
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly issuedAt: Temporal.Instant;
  readonly forApplicant: boolean;
}

function query(tx: Tx) {
  return tx
    .selectFrom("document")
    .innerJoin("file", "file.id", "document.file_id")
    .select([
      "document.id",
      "document.application_id",
      "document.kind",
      "document.number",
      "document.file_id",
      "document.issued_at",
      "document.for_applicant",
      "file.name",
      "file.size",
      "file.sha256",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): IssuedDocument {
  return {
    id: row.id,
    applicationId: row.application_id,
    kind: row.kind,
    number: row.number,
    fileId: row.file_id,
    name: row.name,
    size: row.size,
    sha256: row.sha256,
    issuedAt: row.issued_at,
    forApplicant: row.for_applicant,
  };
}

/** The letters of a file that the reader may see, last first. */
export async function listDocuments(tx: Tx, applicationId: string): Promise<readonly IssuedDocument[]> {
  const rows = await query(tx)
    .modifyFront(plannedOnce)
    .where("document.application_id", "=", applicationId)
    .orderBy("document.issued_at", "desc")
    .orderBy("document.id", "desc")
    .execute();
  return rows.map(read);
}

/** One letter of a file, or null where there is none for this reader. */
export async function openDocument(tx: Tx, applicationId: string, id: string): Promise<IssuedDocument | null> {
  const row = await query(tx)
    .modifyFront(plannedOnce)
    .where("document.application_id", "=", applicationId)
    .where("document.id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The letter of one kind issued for a file, or null: letters are made once, whatever a job's second try. */
export async function findDocument(tx: Tx, applicationId: string, number: string): Promise<IssuedDocument | null> {
  const row = await query(tx)
    .modifyFront(plannedOnce)
    .where("document.application_id", "=", applicationId)
    .where("document.number", "=", number)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

export interface NewDocument {
  readonly applicationId: string;
  /** `receipt`, `award-letter`, … */
  readonly kind: string;
  /** Unique over the whole service. */
  readonly number: string;
  readonly name: string;
  readonly pdf: Uint8Array;
  /** What the page was set from. */
  readonly data: unknown;
  readonly issuedAt: Temporal.Instant;
  readonly issuedBy: string | null;
  readonly forApplicant: boolean;
}

/**
 * Issues a letter: its bytes go to the file store, then its row is written in the caller's transaction, and the journal
 * tells its hash. The number is the guard: a second letter of the same number throws. Run it as the service itself
 * (`system`).
 */
export async function issueDocument(world: Pick<World, "files">, tx: Tx, document: NewDocument): Promise<string> {
  const stored = await world.files.write(Readable.from([Buffer.from(document.pdf)]), Number.MAX_SAFE_INTEGER);
  const at = document.issuedAt.toString();
  await tx
    .insertInto("file")
    .modifyEnd(plannedOnce)
    .values({
      id: stored.id,
      name: document.name,
      media_type: "application/pdf",
      size: stored.size,
      sha256: stored.sha256,
      scan: "clean",
      stored_at: at,
      stored_by: null,
    })
    .execute();
  const { id } = await tx
    .insertInto("document")
    .modifyEnd(plannedOnce)
    .values({
      application_id: document.applicationId,
      kind: document.kind,
      number: document.number,
      file_id: stored.id,
      data: json(document.data),
      issued_at: at,
      issued_by: document.issuedBy,
      for_applicant: document.forApplicant,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { organisation_id } = await tx
    .selectFrom("application")
    .select("organisation_id")
    .modifyFront(plannedOnce)
    .where("id", "=", document.applicationId)
    .executeTakeFirstOrThrow();
  await record(tx, {
    chain: chainOf(document.applicationId),
    at: document.issuedAt,
    actor: null,
    organisation: organisation_id,
    act: DOCUMENT_ISSUED,
    details: { kind: document.kind, number: document.number, sha256: stored.sha256, size: stored.size },
    // The act that called for it is in the applicant's history, the letter among their documents.
    visibleToApplicant: false,
  });
  return id;
}
