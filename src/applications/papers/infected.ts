import type { Temporal } from "temporal-polyfill";
import { chainOf } from "#src/life/index.ts";
import { sentTheApplication } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { InfectedFile, TellInfected } from "#src/platform/scanning.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

/** A file that held a virus, where it was sent, and by whom. */
export interface InfectedPiece {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly framework: string;
  /** Address of who sent it; null where nobody has it any more. */
  readonly sender: string | null;
  readonly fact: string;
  /** Subject of the mail. */
  readonly subject: string;
  /** Page where a sound file is sent instead. */
  readonly page: string;
}

/** Writes in the file's journal that a piece was thrown away, and tells who sent it where to send a sound one. */
export async function discardPiece(world: World, tx: Tx, file: InfectedFile, piece: InfectedPiece): Promise<void> {
  const at: Temporal.Instant = world.clock.now();
  await record(tx, {
    chain: chainOf(piece.applicationId),
    at,
    actor: null,
    organisation: piece.organisationId,
    act: piece.fact,
    details: { name: file.name, virus: file.virus },
    framework: piece.framework,
    visibleToApplicant: true,
  });
  if (piece.sender === null) return;
  const paragraphs = [
    `Le fichier « ${file.name} » contient un virus : il a été écarté et n’est lisible par personne.`,
    `Vérifiez votre poste, puis envoyez un fichier sain : ${world.origin}${piece.page}`,
  ];
  const { sender: to, subject, applicationId } = piece;
  await postMail(world, tx, at, { to, subject, paragraphs, why: sentTheApplication, applicationId });
}

/** An infected paper of a request. */
export const tellPaperInfected: TellInfected = async (world, tx, file) => {
  const rows = await tx
    .selectFrom("attachment")
    .innerJoin("application", "application.id", "attachment.application_id")
    .leftJoin("person", "person.id", "attachment.added_by")
    .select(["application.id", "application.organisation_id", "application.framework", "person.email"])
    .where("attachment.file_id", "=", file.id)
    .execute();
  for (const row of rows) {
    await discardPiece(world, tx, file, {
      applicationId: row.id,
      organisationId: row.organisation_id,
      framework: row.framework,
      sender: row.email,
      fact: "attachment-infected",
      subject: "Une pièce jointe a été écartée",
      page: urls.applicationAttachments.href({ id: row.id }),
    });
  }
};
