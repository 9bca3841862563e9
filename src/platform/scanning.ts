import { z } from "zod";
import { inTransaction, type Tx } from "./database/database.ts";
import { scanWithClamav } from "./scan.ts";
import type { World } from "./world.ts";

/** Tells whom it concerns that a file is thrown away, in the transaction that marks it. Each slice knows its own files. */
export type TellInfected = (world: World, tx: Tx, file: InfectedFile) => Promise<void>;

export interface InfectedFile {
  readonly id: string;
  readonly name: string;
  readonly virus: string;
}

const payload = z.object({ file: z.uuid() });

/**
 * Asks the antivirus. A clean file opens; an infected one is marked, told, and emptied. Tried again after a kill, it
 * goes on where it stopped: what was marked is told once, and its bytes go.
 */
export async function scanFile(world: World, given: unknown, tellers: readonly TellInfected[]): Promise<void> {
  const { file: id } = payload.parse(given);
  const { clamav } = world.config;
  const file = await inTransaction(world.db, "system", (tx) =>
    tx.selectFrom("file").select(["name", "scan"]).where("id", "=", id).executeTakeFirst(),
  );
  if (file?.scan === "infected") return world.files.remove(id);
  if (file?.scan !== "pending" || clamav === null) return;
  const result = await scanWithClamav(clamav, world.files.read(id));
  await inTransaction(world.db, "system", async (tx) => {
    const marked = await tx
      .updateTable("file")
      .set({ scan: result.clean ? "clean" : "infected", scanned_at: world.clock.now() })
      .where("id", "=", id)
      .where("scan", "=", "pending")
      .executeTakeFirst();
    if (result.clean || marked.numUpdatedRows === 0n) return;
    for (const tell of tellers) await tell(world, tx, { id, name: file.name, virus: result.virus });
  });
  if (!result.clean) await world.files.remove(id);
}
