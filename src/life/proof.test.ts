import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Populated, populate } from "#test/rights/populated.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { proveFilings } from "./proof.ts";

let test: TestWorld;
let populated: Populated;
beforeAll(async () => {
  test = await openTestWorld();
  populated = await populate(test);
});
afterAll(() => test.close());

/** What whoever owns the database could do behind the service's back; undone after `look`. */
async function tampered(tables: readonly string[], change: string, undo: string, look: () => Promise<void>) {
  const { pool } = test.world;
  const run = async (statement: string) => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('essaim.reader', 'system', true)");
      for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await client.query(statement);
      for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
  };
  await run(change);
  try {
    await look();
  } finally {
    await run(undo);
  }
}

const faults = async () => (await proveFilings(test.world)).faults;
const numberOf = (id: string) =>
  test.inTx((tx) => tx.selectFrom("application").select("number").where("id", "=", id).executeTakeFirstOrThrow());

it("finds nothing to say of what was filed, issued and signed", async () => {
  const proof = await proveFilings(test.world);
  expect(proof.faults).toEqual([]);
  expect(proof.revisions).toBeGreaterThanOrEqual(3);
  expect(proof.letters).toBeGreaterThanOrEqual(3);
  expect(proof.files).toBeGreaterThan(proof.letters);
});

it("sees an answer changed after it was filed", async () => {
  const { filed } = populated.applications;
  const { number } = await numberOf(filed);
  await tampered(
    ["revision"],
    `UPDATE revision SET raw = raw || '{"project.title": "Autre chose"}', facts = facts WHERE application_id = '${filed}'`,
    `UPDATE revision SET raw = a.raw FROM application a WHERE a.id = application_id AND application_id = '${filed}'`,
    async () => expect(await faults()).toEqual([{ request: number, what: "version 1", fault: "revision" }]),
  );
  expect(await faults()).toEqual([]);
});

it("sees a revision whose hash was made again with its answers", async () => {
  const { filed } = populated.applications;
  const { number } = await numberOf(filed);
  const { rows } = await test.inTx((tx) =>
    sql<{ hash: string }>`SELECT hash FROM revision WHERE application_id = ${filed}::uuid`.execute(tx),
  );
  await tampered(
    ["revision"],
    `UPDATE revision SET hash = md5(hash) WHERE application_id = '${filed}'`,
    `UPDATE revision SET hash = '${rows[0]?.hash}' WHERE application_id = '${filed}'`,
    async () =>
      expect(await faults()).toEqual([
        { request: number, what: "version 1", fault: "revision" },
        { request: number, what: "version 1", fault: "journal" },
      ]),
  );
});

it("sees a paper or a letter whose record or bytes were changed", async () => {
  const { signed } = populated.applications;
  const { number } = await numberOf(signed);
  const held = await test.inTx(async (tx) => ({
    paper: await tx
      .selectFrom("attachment")
      .innerJoin("file", "file.id", "attachment.file_id")
      .select(["file.id", "file.name", "file.sha256"])
      .where("application_id", "=", signed)
      .orderBy("file.id")
      .executeTakeFirstOrThrow(),
    letter: await tx
      .selectFrom("document")
      .innerJoin("file", "file.id", "document.file_id")
      .select(["file.id", "file.name", "file.sha256", "document.number"])
      .where("application_id", "=", signed)
      .where("kind", "=", "award-letter")
      .executeTakeFirstOrThrow(),
  }));
  const forge = (id: string, hash: string) => `UPDATE file SET sha256 = '${hash}' WHERE id = '${id}'`;
  const other = "0".repeat(64);
  await tampered(["file"], forge(held.paper.id, other), forge(held.paper.id, held.paper.sha256), async () =>
    expect(await faults()).toEqual([
      { request: number, what: held.paper.name, fault: "piece" },
      { request: number, what: held.paper.name, fault: "bytes" },
    ]),
  );
  await tampered(["file"], forge(held.letter.id, other), forge(held.letter.id, held.letter.sha256), async () =>
    expect(await faults()).toEqual([
      { request: number, what: held.letter.number, fault: "journal" },
      { request: number, what: held.letter.name, fault: "bytes" },
    ]),
  );
  const path = join(test.world.config.dataDir, "files", held.letter.id.slice(-2), held.letter.id);
  await writeFile(path, "autre contenu");
  expect(await faults()).toEqual([{ request: number, what: held.letter.name, fault: "bytes" }]);
  await rm(path);
  expect(await faults()).toEqual([{ request: number, what: held.letter.name, fault: "absent" }]);
});

it("still proves what was filed by someone whose account is deleted", async () => {
  const before = await faults();
  await test.inTx((tx) => tx.deleteFrom("person").where("id", "=", populated.mine.owner).execute());
  const { rows } = await test.inTx((tx) =>
    sql`SELECT 1 FROM revision WHERE application_id = ${populated.own.filed}::uuid AND made_by IS NULL`.execute(tx),
  );
  expect(rows).toHaveLength(1);
  expect(await faults()).toEqual(before);
});
