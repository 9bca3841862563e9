import { type RawBuilder, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { SignedFile } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import { type Agreement, isOpen } from "./agreement.ts";

export function findAgreement(tx: Tx, applicationId: string): Promise<Agreement | null> {
  return ask(tx, agreementOf(applicationId));
}

export function agreementOf(applicationId: string): Read<Agreement | null> {
  return rowsOf(
    sql<Row>`
      SELECT a.id, a.number, a.aid, a.made_at, a.document_id, a.signed_on, a.signatory, a.funder_signed_on, a.funder_signatory,
        ${signedFile(sql`a.signed_file_id`)} AS sent, ${signedFile(sql`a.countersigned_file_id`)} AS countersigned
      FROM agreement a WHERE a.application_id = ${applicationId}`,
    ([row]) => (row === undefined ? null : readAgreement(row)),
  );
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly aid: number;
  readonly made_at: string;
  readonly document_id: string | null;
  readonly signed_on: string | null;
  readonly signatory: string | null;
  readonly funder_signed_on: string | null;
  readonly funder_signatory: string | null;
  readonly sent: SignedFile | null;
  readonly countersigned: SignedFile | null;
}

function readAgreement(row: Row): Agreement {
  const { sent, countersigned } = row;
  return {
    id: row.id,
    number: row.number,
    aid: row.aid,
    madeAt: Temporal.Instant.from(row.made_at),
    documentId: row.document_id,
    signedFile: countersigned !== null && isOpen(countersigned) ? countersigned : sent,
    countersigned,
    signedOn: row.signed_on,
    signatory: row.signatory,
    funderSignedOn: row.funder_signed_on,
    funderSignatory: row.funder_signatory,
  };
}

function signedFile(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(SELECT json_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
    'sha256', f.sha256, 'scan', f.scan) FROM file f WHERE f.id = ${id})`;
}

export async function addAgreement(
  tx: Tx,
  agreement: {
    readonly applicationId: string;
    readonly number: string;
    readonly aid: number;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto("agreement")
    .values({
      application_id: agreement.applicationId,
      number: agreement.number,
      aid: agreement.aid,
      made_by: agreement.by,
      made_at: agreement.at,
    })
    .execute();
}

export async function linkDocument(tx: Tx, applicationId: string, documentId: string): Promise<void> {
  await tx
    .updateTable("agreement")
    .set({ document_id: documentId })
    .where("application_id", "=", applicationId)
    .execute();
}

export async function setBeneficiarySignature(
  tx: Tx,
  applicationId: string,
  signature: { readonly signedOn: string; readonly signatory: string; readonly fileId: string },
): Promise<void> {
  await tx
    .updateTable("agreement")
    .set({ signed_on: signature.signedOn, signatory: signature.signatory, signed_file_id: signature.fileId })
    .where("application_id", "=", applicationId)
    .execute();
}

export async function setFunderSignature(
  tx: Tx,
  applicationId: string,
  signature: { readonly signedOn: string; readonly signatory: string; readonly fileId: string | null },
): Promise<void> {
  await tx
    .updateTable("agreement")
    .set({
      funder_signed_on: signature.signedOn,
      funder_signatory: signature.signatory,
      countersigned_file_id: signature.fileId,
    })
    .where("application_id", "=", applicationId)
    .execute();
}

/** Another copy with both signatures, in place of the one thrown away. */
export async function setCountersigned(tx: Tx, applicationId: string, fileId: string): Promise<void> {
  await tx
    .updateTable("agreement")
    .set({ countersigned_file_id: fileId })
    .where("application_id", "=", applicationId)
    .execute();
}
