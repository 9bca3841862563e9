import { sql } from "kysely";
import { inTransaction } from "./database/database.ts";
import type { World } from "./world.ts";

/** A file is written before its row: for a day, a file without a row may still get one. */
const DAY_MS = 86_400_000;
/** As many are lost by kills at most; more would say that this store belongs to another database. */
const FEW = 20;

/**
 * Lets go of bytes that no row speaks of: a process was killed after it wrote them, or before it removed them. Where
 * most of the store is unknown to the database, nothing is touched and the log says so. Returns how many went.
 */
export async function sweepFiles(world: Pick<World, "db" | "files" | "log">): Promise<number> {
  const old: string[] = [];
  for await (const id of world.files.olderThan(DAY_MS)) old.push(id);
  if (old.length === 0) return 0;
  const known = await inTransaction(world.db, "system", (tx) =>
    sql<{ id: string }>`SELECT id FROM file WHERE id = ANY (${old}::uuid[]) AND scan <> 'infected'`.execute(tx),
  );
  const kept = new Set(known.rows.map((row) => row.id));
  const lost = old.filter((id) => !kept.has(id));
  if (lost.length > Math.max(FEW, kept.size)) {
    world.log.error({ files: old.length, unknown: lost.length }, "file store of another database: nothing is swept");
    return 0;
  }
  for (const id of lost) await world.files.remove(id);
  return lost.length;
}
