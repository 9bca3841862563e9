import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { isOutage } from "./outage.ts";
import { requireSuitable } from "./suitable.ts";
import { UnusableData } from "./unusable.ts";

/** One migration file: forward only from the first release on; one edited since it was applied is refused, by its hash. */
interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Reads the folder's `NNNN_name.sql` files in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), "utf8");
      return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Applies what the database lacks, each file in its own transaction, one process at a time. Returns the names applied.
 * Throws UnusableData where the server does not suit, when an applied file was edited since, or is unknown here (a newer
 * version ran on this data).
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await requireSuitable(client);
    await client.query("SELECT pg_advisory_lock(hashtext('essaim.migrations'))");
    await client.query(
      "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const { rows } = await client.query<{ name: string; hash: string }>("SELECT name, hash FROM migration");
    return await applyMissing(client, readMigrations(folder), new Map(rows.map((row) => [row.name, row.hash])));
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtext('essaim.migrations'))").catch(() => undefined);
    client.release();
  }
}

async function applyMissing(
  client: pg.PoolClient,
  files: Migration[],
  applied: Map<string, string>,
): Promise<string[]> {
  const known = new Set(files.map((file) => file.name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new UnusableData(`La base vient d’une version plus récente du service : ${unknown.join(", ")}.`);
  const done: string[] = [];
  for (const file of files) {
    const hash = applied.get(file.name);
    if (hash === file.hash) continue;
    if (hash !== undefined) throw new UnusableData(`La migration ${file.name} a été modifiée après son application.`);
    await apply(client, file);
    done.push(file.name);
  }
  return done;
}

async function apply(client: pg.PoolClient, file: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('essaim.reader', 'system', true)");
    await client.query(file.sql);
    await client.query("INSERT INTO migration (name, hash) VALUES ($1, $2)", [file.name, file.hash]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const message = `La migration ${file.name} a échoué, et rien n’en est gardé : ${(error as Error).message}`;
    throw isOutage(error) ? error : new UnusableData(message, { cause: error });
  }
}
