import { tellSenderInfected } from "#src/people/index.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected photograph or document leaves its occasion; whoever sent it is told. */
export const tellOccasionPieceInfected: TellInfected = async (world, tx, file) => {
  const held = await tx
    .deleteFrom("occasion_piece")
    .where("file_id", "=", file.id)
    .returning("occasion_id")
    .executeTakeFirst();
  if (held === undefined) return;
  await tellSenderInfected(world, tx, file, urls.runOccasionPieces.href({ id: held.occasion_id }));
};
