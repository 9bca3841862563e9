import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { type Agreement, isOpen, type SignedFile } from "./agreement.ts";

export async function findAgreement(tx: Tx, applicationId: string): Promise<Agreement | null> {
  const row = await tx
    .selectFrom("agreement")
    .select([
      "id",
      "number",
      "aid",
      "made_at",
      "document_id",
      "signed_file_id",
      "countersigned_file_id",
      "signed_on",
      "signatory",
      "funder_signed_on",
      "funder_signatory",
    ])
    .modifyFront(plannedOnce)
    .where("agreement.application_id", "=", applicationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const sent = await signedFile(tx, row.signed_file_id);
  const countersigned = await signedFile(tx, row.countersigned_file_id);
  return {
    id: row.id,
    number: row.number,
    aid: row.aid,
    madeAt: row.made_at,
    documentId: row.document_id,
    signedFile: countersigned !== null && isOpen(countersigned) ? countersigned : sent,
    countersigned,
    signedOn: row.signed_on,
    signatory: row.signatory,
    funderSignedOn: row.funder_signed_on,
    funderSignatory: row.funder_signatory,
  };
}

async function signedFile(tx: Tx, id: string | null): Promise<SignedFile | null> {
  if (id === null) return null;
  const row = await tx
    .selectFrom("file")
    .select(["id as fileId", "name", "media_type as mediaType", "size", "sha256", "scan"])
    .modifyFront(plannedOnce)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
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
