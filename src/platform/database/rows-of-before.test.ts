import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrationsFolder } from "#src/places.ts";
import { askTestServer } from "#test/support/global-setup.ts";
import { migrate, readMigrations } from "./migrate.ts";

/** A database as an earlier version of the service left it: no table yet, on the run's own server. */
const name = `before_${crypto.randomUUID().replaceAll("-", "")}`;
const folder = mkdtempSync(join(tmpdir(), "essaim-migrations-"));
let admin: pg.Client;
let pool: pg.Pool;

beforeAll(async () => {
  const server = await askTestServer(inject("testServerDoor"));
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} OWNER essaim STRATEGY file_copy`);
  pool = new pg.Pool({ connectionString: server.url.replace("localhost/essaim?", `localhost/${name}?`), max: 1 });
  pool.on("error", () => undefined);
});
afterAll(async () => {
  await pool.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
  rmSync(folder, { recursive: true });
});

/** Brings the database to where it stood once `last` was the last migration. */
async function migrateTo(last: string): Promise<void> {
  for (const { name: file, sql } of readMigrations(migrationsFolder)) {
    if (file <= last) writeFileSync(join(folder, file), sql);
  }
  await migrate(pool, folder);
}

const asSystem = async (sql: string, values: readonly unknown[] = []) => {
  await pool.query("SELECT set_config('essaim.reader', 'system', false)");
  return (await pool.query(sql, [...values])).rows;
};

/** A request that was refused by a vote, its findings and grounds named as they were then: by « structures ». */
async function refusedOfBefore(): Promise<string> {
  const [organisation] = await asSystem(
    "INSERT INTO organisation (kind, siren, name, source) VALUES ('training-body', '000000018', 'Organisme fictif', 'declared') RETURNING id",
  );
  const [application] = await asSystem(
    `INSERT INTO application (scheme, framework, organisation_id, created_at, updated_at, raw_saved_at, submitted_at, state)
     VALUES ('appui-conseil', '2025-07-15', $1, now(), now(), now(), now(), 'rejected') RETURNING id`,
    [organisation.id],
  );
  const grounds = ["CS-3@structures.0.mainActivity", "CS-6"];
  await asSystem(
    `INSERT INTO finding (application_id, revision, subject, about, conclusion, made_at)
     VALUES ($1, 1, 'CS-3', 'structures.0', 'not-met', now()), ($1, 1, 'CS-6', '', 'met', now())`,
    [application.id],
  );
  await asSystem(
    "INSERT INTO opinion (application_id, revision, favourable, grounds, body, given_at) VALUES ($1, 1, false, $2, 'Avis.', now())",
    [application.id, grounds],
  );
  await asSystem(
    `INSERT INTO award (application_id, favourable, aid, eligible_costs, decided_on, deliberation, grounds, evidence, recorded_at)
     VALUES ($1, false, 0, 0, '2026-03-10', 'CP-1', $2, $3, now())`,
    [application.id, grounds, { hash: "a", grounds }],
  );
  return application.id;
}

it("keeps what was written before a migration that says it in other words", async () => {
  await migrateTo("0060_after_events.sql");
  const id = await refusedOfBefore();
  await migrate(pool, migrationsFolder);

  const grounds = ["CS-3@party.0.mainActivity", "CS-6"];
  const of = (table: string, order = "1") =>
    asSystem(`SELECT * FROM ${table} WHERE application_id = $1 ORDER BY ${order}`, [id]);
  expect((await of("finding", "subject")).map(({ about }) => about)).toEqual(["party.0", ""]);
  expect(await of("opinion")).toMatchObject([{ grounds, body: "Avis." }]);
  expect(await of("award")).toMatchObject([{ grounds, evidence: { hash: "a", grounds }, deliberation: "CP-1" }]);
  // What a migration may say in other words, nobody may once it has run.
  await expect(asSystem("UPDATE award SET grounds = '{}' WHERE application_id = $1", [id])).rejects.toThrow(
    /append-only/,
  );
});
