import { Readable } from "node:stream";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { recordAll } from "#src/platform/journal.ts";
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

/** Which of these numbers letters bear already: letters are made once, whatever a job's second try. */
export async function issuedAmong(tx: Tx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await tx.selectFrom("document").select("number").where("number", "in", numbers).execute();
  return new Set(rows.map(({ number }) => number));
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
 * Issues letters: their bytes go to the file store, then their rows are written in the caller's transaction, and the
 * journal tells the hash of each. The number is the guard: a second letter of the same number throws. Run it as the
 * service itself (`system`). Gives them in the order they came.
 */
export async function issueDocuments(
  world: Pick<World, "files">,
  tx: Tx,
  documents: readonly NewDocument[],
): Promise<readonly { readonly id: string; readonly fileId: string }[]> {
  if (documents.length === 0) return [];
  const stored = await Promise.all(
    documents.map(async (document) => ({
      document,
      file: await world.files.write(Readable.from([Buffer.from(document.pdf)]), Number.MAX_SAFE_INTEGER),
    })),
  );
  await tx
    .insertInto("file")
    .values(
      stored.map(({ document, file }) => ({
        id: file.id,
        name: document.name,
        media_type: "application/pdf",
        size: file.size,
        sha256: file.sha256,
        scan: "clean",
        stored_at: document.issuedAt.toString(),
        stored_by: null,
      })),
    )
    .execute();
  const issued = await tx
    .insertInto("document")
    .values(
      stored.map(({ document, file }) => ({
        application_id: document.applicationId,
        kind: document.kind,
        number: document.number,
        file_id: file.id,
        data: json(document.data),
        issued_at: document.issuedAt.toString(),
        issued_by: document.issuedBy,
        for_applicant: document.forApplicant,
      })),
    )
    .returning(["id", "file_id"])
    .execute();
  const owners = await ownersOf(
    tx,
    documents.map(({ applicationId }) => applicationId),
  );
  await recordAll(
    tx,
    stored.map(({ document, file }) => ({
      chain: chainOf(document.applicationId),
      at: document.issuedAt,
      actor: null,
      organisation: owners.get(document.applicationId) ?? null,
      act: DOCUMENT_ISSUED,
      details: { kind: document.kind, number: document.number, sha256: file.sha256, size: file.size },
      // The act that called for it is in the applicant's history, the letter among their documents.
      visibleToApplicant: false,
    })),
  );
  const ids = new Map(issued.map(({ id, file_id }) => [file_id, id]));
  return stored.map(({ file }) => ({ id: ids.get(file.id) ?? "", fileId: file.id }));
}

async function ownersOf(tx: Tx, applicationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("application")
    .select(["id", "organisation_id"])
    .where("id", "in", applicationIds)
    .execute();
  return new Map(rows.map((row) => [row.id, row.organisation_id]));
}
