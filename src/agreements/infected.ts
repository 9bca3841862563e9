import { discardPiece } from "#src/applications/index.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected copy of an agreement: whoever sent it, of either side, sends another. */
export const tellSignedCopyInfected: TellInfected = async (world, tx, file) => {
  const rows = await tx
    .selectFrom("agreement")
    .innerJoin("application", "application.id", "agreement.application_id")
    .innerJoin("file", (join) => join.on("file.id", "=", file.id))
    .leftJoin("person", "person.id", "file.stored_by")
    .select(["application.id", "application.organisation_id", "application.framework", "person.email"])
    .select("agreement.signed_file_id")
    .where((eb) =>
      eb.or([
        eb("agreement.signed_file_id", "=", file.id),
        eb("agreement.countersigned_file_id", "=", file.id),
        eb("agreement.amendment_file_id", "=", file.id),
      ]),
    )
    .execute();
  for (const row of rows) {
    await discardPiece(world, tx, file, {
      applicationId: row.id,
      organisationId: row.organisation_id,
      framework: row.framework,
      sender: row.email,
      fact: "signed-copy-infected",
      subject: "L’exemplaire signé d’une convention a été écarté",
      page:
        row.signed_file_id === file.id
          ? urls.applicationAgreement.href({ id: row.id })
          : urls.review.href({ id: row.id }),
    });
  }
};
