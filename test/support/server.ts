import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrationsFolder } from "#src/places.ts";
import { startEmbedded, superuserUrl } from "#src/platform/database/embedded.ts";
import { migrate } from "#src/platform/database/migrate.ts";
import { migrateJobs } from "#src/platform/jobs.ts";

/** What a test needs to make a database of its own on the shared server. */
export interface TestServer {
  /** Superuser, database `postgres`: makes and drops databases. */
  readonly adminUrl: string;
  /** The service's own role, on the template. */
  readonly url: string;
}

const TEMPLATE = "essaim";

/** Starts one server with a migrated template, in a folder that goes away with it. */
export async function startTestServer(): Promise<TestServer & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "essaim-test-"));
  // Open to the account that PostgreSQL runs under when root starts it.
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded(folder);
  const stop = async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const adminUrl = superuserUrl(folder, embedded);
    await forgetDurability(adminUrl);
    await migrateTemplate(embedded.url);
    return { adminUrl, url: embedded.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function migrateTemplate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await migrate(pool, migrationsFolder);
    await migrateJobs(pool);
  } finally {
    await pool.end();
  }
}

/** These data live for one run: waiting for the disk would only slow it down. */
async function forgetDurability(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
    }
    await client.query("SELECT pg_reload_conf()");
  });
}

/** Copies the template. Returns the address of the copy, and how to drop it. */
export async function copyTemplate(server: TestServer): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  // Copying files costs half of writing them through the log.
  const copy = `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER essaim STRATEGY file_copy`;
  await asAdmin(server.adminUrl, (client) => client.query(copy));
  return {
    url: server.url.replace(`localhost/${TEMPLATE}?`, `localhost/${name}?`),
    drop: () => asAdmin(server.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function asAdmin(adminUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
