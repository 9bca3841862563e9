import { tellSenderInfected } from "#src/people/index.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected file leaves its practice, a video with its captions; whoever sent it is told. */
export const tellPracticePieceInfected: TellInfected = async (world, tx, file) => {
  const held = await tx
    .deleteFrom("practice_piece as p")
    .using("practice as r")
    .whereRef("r.id", "=", "p.practice_id")
    .where((eb) => eb.or([eb("p.file_id", "=", file.id), eb("p.captions_file_id", "=", file.id)]))
    .returning("r.slug")
    .executeTakeFirst();
  if (held !== undefined) await tellSenderInfected(world, tx, file, urls.practicePieces.href({ slug: held.slug }));
};
