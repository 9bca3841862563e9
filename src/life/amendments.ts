import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { TrackDecision } from "#policy/engine/grants/track.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { ask, type Read, rowsOf } from "#src/platform/database/read.ts";

/** A copy that somebody signed, as it was received. */
export interface SignedFile {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly scan: string;
}

/** What lowers the aid of a signed agreement: an aid may fall more than once, the last one stands. Cents, ISO days. */
export interface Amendment {
  readonly id: string;
  readonly applicationId: string;
  readonly number: string;
  readonly before: number;
  readonly aid: number;
  readonly deliberation: string;
  readonly decidedOn: string;
  readonly reason: string;
  /** The word of the other funder that it follows. */
  readonly cause: TrackDecision;
  /** Null for the moment between the act and the job that sets its pages. */
  readonly documentId: string | null;
  /** The beneficiary's signature, and its copy. */
  readonly sentOn: string | null;
  readonly signatory: string | null;
  readonly sentCopy: SignedFile | null;
  /** The day of the last signature, from which it takes effect, and the copy of both. */
  readonly signedOn: string | null;
  readonly signedCopy: SignedFile | null;
}

/** The amendments of a file, the first first, to be read with other things. */
export function amendmentsOf(applicationId: string): Read<readonly Amendment[]> {
  return amendmentsRead([applicationId]);
}

/** The same of several files. */
export function findAmendments(tx: Tx, applicationIds: readonly string[]): Promise<readonly Amendment[]> {
  return applicationIds.length === 0 ? Promise.resolve([]) : ask(tx, amendmentsRead(applicationIds));
}

function amendmentsRead(applicationIds: readonly string[]): Read<readonly Amendment[]> {
  return rowsOf(
    sql<Amendment>`
      SELECT m.id, m.application_id AS "applicationId", m.number, m.before, m.aid, m.deliberation,
        m.decided_on AS "decidedOn", m.reason, m.cause,
        (SELECT d.id FROM document d WHERE d.application_id = m.application_id AND d.number = m.number) AS "documentId",
        m.sent_on AS "sentOn", m.signatory, ${copy("sent_file_id")} AS "sentCopy",
        m.signed_on AS "signedOn", ${copy("signed_file_id")} AS "signedCopy"
      FROM amendment m WHERE m.application_id = ANY (${[...applicationIds]}::uuid[]) ORDER BY m.made_at, m.id`,
    (rows) => rows,
  );
}

function copy(column: "sent_file_id" | "signed_file_id") {
  return sql`(SELECT json_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
    'sha256', f.sha256, 'scan', f.scan) FROM file f WHERE f.id = m.${sql.ref(column)})`;
}

export interface NewAmendment
  extends Pick<
    Amendment,
    "applicationId" | "number" | "before" | "aid" | "deliberation" | "decidedOn" | "reason" | "cause"
  > {
  readonly by: string;
  readonly at: Temporal.Instant;
}

export async function addAmendment(tx: Tx, { applicationId, decidedOn, cause, by, at, ...said }: NewAmendment) {
  const row = { ...said, application_id: applicationId, decided_on: decidedOn, cause: json(cause) };
  await tx
    .insertInto("amendment")
    .values({ ...row, made_by: by, made_at: at })
    .execute();
}

/** The beneficiary's copy; another takes the place of the last until both have signed. */
export async function setAmendmentSent(
  tx: Tx,
  id: string,
  { signedOn, signatory, fileId }: { readonly signedOn: string; readonly signatory: string; readonly fileId: string },
): Promise<void> {
  await tx
    .updateTable("amendment")
    .set({ sent_on: signedOn, signatory, sent_file_id: fileId })
    .where("id", "=", id)
    .execute();
}

/** The amendment as both signed it; another copy takes the place of one thrown away. */
export async function setAmendmentSigned(
  tx: Tx,
  id: string,
  { signedOn, fileId }: { readonly signedOn: string; readonly fileId: string },
): Promise<void> {
  await tx.updateTable("amendment").set({ signed_on: signedOn, signed_file_id: fileId }).where("id", "=", id).execute();
}

/** True of an amendment that the beneficiary has still to sign, its pages set. */
export function awaitsBeneficiary({ documentId, sentCopy, signedOn }: Amendment): boolean {
  return documentId !== null && signedOn === null && (sentCopy === null || sentCopy.scan === "infected");
}
