import { type SqlBool, sql } from "kysely";
import { inTransaction } from "#src/platform/database/database.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

/** A paper serves once: it goes this long after its answer, time enough to contest it. */
export const PAPER_DAYS = 60;

/** What showing that one belongs to an organisation records of persons, for the privacy page. */
export const belongingProcessing: Processing = {
  what: "Appartenance à un organisme : SIRET que dit ProConnect, domaine de l’adresse électronique, pièce donnée",
  why: "Empêcher que l’on demande une aide au nom d’un organisme sans en être",
  ground: "Mission d’intérêt public",
  kept: `La pièce\u00a0: ${PAPER_DAYS} jours après la réponse\u00a0; la réponse\u00a0: le temps du dernier dossier\u00a0; le SIRET\u00a0: le temps du compte`,
};

/** Forgets the papers whose answer is old enough, rows then bytes. Returns how many went. */
export async function forgetPapers(world: World): Promise<number> {
  const before = world.clock
    .now()
    .subtract({ hours: 24 * PAPER_DAYS })
    .toString();
  const gone = await inTransaction(world.db, "system", async (tx) => {
    const old = await tx
      .selectFrom("belonging_proof")
      .select(["id", "file_id"])
      .where("file_id", "is not", null)
      .where(sql<SqlBool>`answered_at < ${before}::timestamptz`)
      .execute();
    const files = old.flatMap((row) => row.file_id ?? []);
    if (files.length > 0) await tx.deleteFrom("file").where("id", "in", files).execute();
    return files;
  });
  for (const id of gone) await world.files.remove(id);
  return gone.length;
}
