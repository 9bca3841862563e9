import { sql } from "kysely";
import { inTransaction } from "./database/database.ts";
import type { World } from "./world.ts";

const DAY_MS = 86_400_000;
/** What no row speaks of waits this long in the trash, for whoever restores a database by hand. */
const TRASH_MS = 30 * DAY_MS;
/** A kill loses one file at a time. More than this in one night says that the database is not this store's any more. */
const FEW = 20;

/**
 * Puts in the trash the bytes that no row has spoken of for a day: a process was killed after it wrote them, or before
 * it removed them. Where they are more than a few, the database may have gone back in time: nothing is touched and the
 * log says so. What has lain in the trash for 30 days goes, infected bytes go at once. Returns how many left the store.
 */
export async function sweepFiles(world: Pick<World, "db" | "files" | "log">): Promise<number> {
  // A file is written before its row: one of today may still get it.
  const old: string[] = [];
  for await (const id of world.files.olderThan(DAY_MS)) old.push(id);
  const known = await inTransaction(world.db, "system", (tx) =>
    sql<{ id: string; scan: string }>`SELECT id, scan FROM file WHERE id = ANY (${old}::uuid[])`.execute(tx),
  );
  const infected = known.rows.filter((row) => row.scan === "infected").map((row) => row.id);
  for (const id of infected) await world.files.remove(id);
  const kept = new Set(known.rows.map((row) => row.id));
  const unknown = old.filter((id) => !kept.has(id));
  if (unknown.length > FEW) {
    const counts = { files: old.length, unknown: unknown.length, few: FEW, first: unknown.slice(0, 5) };
    world.log.error(counts, "too many files are unknown to the database: nothing is swept, see docs/operations.md");
    return infected.length;
  }
  for (const id of unknown) await world.files.discard(id);
  await world.files.emptyTrash(TRASH_MS);
  return infected.length + unknown.length;
}
