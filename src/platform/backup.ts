import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import type { FileStore } from "./files.ts";

/** What a backup holds, with the hash of each part so that a restore can tell a damaged one. */
interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  readonly files: readonly { readonly id: string; readonly sha256: string }[];
  /** Work that was waiting, to be queued again. */
  readonly jobs: readonly { readonly task: string; readonly payload: unknown; readonly key: string | null }[];
}

/** Sessions and one-time codes are not for another day; the migrations' own table is made by the migrations. */
const LEFT_OUT = ["migration", "session", "verification", "rate_limit"];
const BATCH = 500;

/** A backup that cannot be made or restored here: its message says why, in one sentence. */
export class BackupRefused extends Error {}

/**
 * Writes the whole service into a new or empty folder: every table as of one instant, and every file it names.
 * The service may go on running meanwhile. Returns the counts.
 */
export async function backup(
  pool: pg.Pool,
  files: FileStore,
  folder: string,
): Promise<{ tables: number; rows: number; files: number }> {
  await mkdir(folder, { recursive: true });
  // Written over an earlier backup, this one would damage it before anything could tell.
  if ((await readdir(folder)).length > 0) {
    throw new BackupRefused(`Le dossier ${folder} n’est pas vide : donnez un dossier neuf, rien n’y a été écrit.`);
  }
  await mkdir(join(folder, "tables"));
  await mkdir(join(folder, "files"));
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SELECT set_config('essaim.reader', 'system', true)");
    const manifest = await writeAll(client, files, folder);
    await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2), { flag: "wx" });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, files: manifest.files.length };
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

async function writeAll(client: pg.PoolClient, files: FileStore, folder: string): Promise<Manifest> {
  const tables: { name: string; rows: number; sha256: string }[] = [];
  for (const name of await tablesInOrder(client)) tables.push(await writeTable(client, name, folder));
  const { rows: stored } = await client.query<{ id: string; sha256: string }>(
    // Of an infected file only the row is kept: its bytes were thrown away.
    "SELECT id, sha256 FROM file WHERE scan <> 'infected' ORDER BY id",
  );
  const copied: { id: string; sha256: string }[] = [];
  for (const file of stored) if (await copyFile(files, file.id, folder)) copied.push(file);
  const { rows: jobs } = await client.query<{ task: string; payload: unknown; key: string | null }>(
    `SELECT t.identifier AS task, j.payload, j.key FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`,
  );
  return {
    format: 1,
    takenAt: new Date().toISOString(),
    migrations: await migrationsOf(client),
    tables,
    files: copied,
    jobs,
  };
}

/** False for a file that was taken away since the instant of the backup. */
async function copyFile(files: FileStore, id: string, folder: string): Promise<boolean> {
  try {
    await pipeline(files.read(id), createWriteStream(join(folder, "files", id)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function writeTable(client: pg.PoolClient, name: string, folder: string) {
  const hash = createHash("sha256");
  let rows = 0;
  async function* lines() {
    await client.query(
      `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM ${quote(name)} t`,
    );
    for (;;) {
      const { rows: batch } = await client.query<{ line: string }>(`FETCH ${BATCH} FROM backup_rows`);
      if (batch.length === 0) break;
      for (const { line } of batch) {
        hash.update(line);
        rows += 1;
        yield `${line}\n`;
      }
    }
    await client.query("CLOSE backup_rows");
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(join(folder, "tables", `${name}.ndjson.gz`)));
  return { name, rows, sha256: hash.digest("hex") };
}

/** Fills an empty database, made by the same migrations, from a backup. All of it or nothing. */
export async function restore(pool: pg.Pool, files: FileStore, folder: string) {
  const manifest = await readManifest(folder);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('essaim.reader', 'system', true)");
    await refuseUnfit(client, manifest);
    for (const table of manifest.tables) await readTable(client, table, folder);
    for (const { id, sha256 } of manifest.files) {
      const found = await files.adopt(id, createReadStream(join(folder, "files", id)));
      if (found !== sha256) throw new BackupRefused(`La pièce ${id} est abîmée dans la sauvegarde.`);
    }
    for (const job of manifest.jobs) {
      await client.query("SELECT graphile_worker.add_job($1, $2::json, job_key => $3)", [
        job.task,
        JSON.stringify(job.payload),
        job.key,
      ]);
    }
    await client.query(
      "SELECT setval(pg_get_serial_sequence('journal', 'id'), coalesce(max(id), 0) + 1, false) FROM journal",
    );
    await client.query("COMMIT");
    return { rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files: manifest.files.length };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** Written last, the manifest tells a whole backup from one that was cut. */
async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, "manifest.json"), "utf8");
  } catch {
    throw new BackupRefused(`Le dossier ${folder} ne contient pas de sauvegarde entière : il y manque manifest.json.`);
  }
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw new BackupRefused(`Le fichier manifest.json du dossier ${folder} est abîmé.`);
  }
}

async function refuseUnfit(client: pg.PoolClient, manifest: Manifest): Promise<void> {
  const here = await migrationsOf(client);
  if (here.join() !== manifest.migrations.join()) {
    throw new BackupRefused(
      "La sauvegarde vient d’une autre version du service : restaurez-la avec cette version, puis mettez à jour.",
    );
  }
  for (const { name } of manifest.tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quote(name)} LIMIT 1`);
    if (rowCount) throw new BackupRefused(`La base n’est pas vide (table ${name}) : une restauration n’écrase rien.`);
  }
}

async function readTable(client: pg.PoolClient, table: Manifest["tables"][number], folder: string): Promise<void> {
  const hash = createHash("sha256");
  const columns = await ownColumns(client, table.name);
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.query(
      `INSERT INTO ${quote(table.name)} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quote(table.name)}, $1::jsonb)`,
      [`[${batch.join(",")}]`],
    );
    batch = [];
  };
  const bytes = createReadStream(join(folder, "tables", `${table.name}.ndjson.gz`)).pipe(createGunzip());
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    hash.update(line);
    batch.push(line);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  if (hash.digest("hex") !== table.sha256)
    throw new BackupRefused(`La table ${table.name} est abîmée dans la sauvegarde.`);
}

/** The columns of a table that are written: those that the database computes are left to it. */
async function ownColumns(client: pg.PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [quote(table)],
  );
  return rows.map((row) => quote(row.name)).join(", ");
}

async function migrationsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>("SELECT name, hash FROM migration ORDER BY name");
  return rows.map((row) => `${row.name} ${row.hash}`);
}

/** Tables, each after those that it refers to. */
async function tablesInOrder(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `SELECT c.relname AS name,
            array(SELECT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
                  WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS needs
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname`,
  );
  const waiting = new Map(rows.filter((row) => !LEFT_OUT.includes(row.name)).map((row) => [row.name, row.needs]));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.every((need) => !waiting.has(need))).map(([name]) => name);
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const name of free) waiting.delete(name);
    ordered.push(...free);
  }
  return ordered;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
