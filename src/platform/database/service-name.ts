import { sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * Does something as the service within a person's act: what the act makes others know, which its author may not read.
 * The reader is put back after.
 */
export async function asServiceWithin<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ reader: string }>`
    SELECT coalesce(current_setting('essaim.reader', true), '') AS reader, set_config('essaim.reader', 'system', true)`.execute(
    tx,
  );
  const done = await work();
  await sql`SELECT set_config('essaim.reader', ${rows[0]?.reader ?? ""}, true)`.execute(tx);
  return done;
}
