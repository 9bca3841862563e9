import { discardPiece } from "#src/applications/index.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected file sent with a message: whoever sent it, of either side, is told where to send another. */
export const tellMessageFileInfected: TellInfected = async (world, tx, file) => {
  const rows = await tx
    .selectFrom("message_file")
    .innerJoin("message", "message.id", "message_file.message_id")
    .innerJoin("application", "application.id", "message_file.application_id")
    .leftJoin("person", "person.id", "message.author")
    .select(["application.id", "application.organisation_id", "application.framework", "message.side", "person.email"])
    .where("message_file.file_id", "=", file.id)
    .execute();
  for (const row of rows) {
    await discardPiece(world, tx, file, {
      applicationId: row.id,
      organisationId: row.organisation_id,
      framework: row.framework,
      sender: row.email,
      fact: "attachment-infected",
      subject: "Le fichier joint à un message a été écarté",
      page: row.side === "funder" ? urls.review.href({ id: row.id }) : urls.application.href({ id: row.id }),
    });
  }
};
