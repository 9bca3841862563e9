import { discardPiece } from "#src/applications/index.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected copy of an agreement: whoever sent it, of either side, sends another. */
export const tellSignedCopyInfected: TellInfected = async (world, tx, file) => {
  const rows = await tx
    .selectFrom("agreement")
    .innerJoin("application", "application.id", "agreement.application_id")
    .innerJoin("file", (join) => join.on("file.id", "=", file.id))
    .leftJoin("amendment", "amendment.application_id", "agreement.application_id")
    .leftJoin("person", "person.id", "file.stored_by")
    .select(["application.id", "application.organisation_id", "application.framework", "person.email"])
    .select(["agreement.signed_file_id", "amendment.sent_file_id"])
    .distinctOn("application.id")
    .where((eb) =>
      eb.or([
        eb("agreement.signed_file_id", "=", file.id),
        eb("agreement.countersigned_file_id", "=", file.id),
        eb("amendment.sent_file_id", "=", file.id),
        eb("amendment.signed_file_id", "=", file.id),
      ]),
    )
    // Of an agreement amended more than once, the amendment that this copy is of.
    .orderBy("application.id")
    .orderBy(
      (eb) => eb("amendment.sent_file_id", "=", file.id),
      (order) => order.desc().nullsLast(),
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
        row.signed_file_id === file.id || row.sent_file_id === file.id
          ? urls.applicationAgreement.href({ id: row.id })
          : urls.review.href({ id: row.id }),
    });
  }
};
