import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type JournalEntry, record } from "./journal.ts";
import { journalHeads, readNotedHeads, sayHead, verifyJournal } from "./journal-verification.ts";

let test: TestWorld;
beforeAll(async () => {
  test = await openTestWorld();
});
afterAll(() => test.close());

function entry(chain: string, details: Record<string, unknown> = {}): JournalEntry {
  return {
    chain,
    at: test.clock.now(),
    actor: "p1",
    organisation: null,
    act: "thing-done",
    details,
    visibleToApplicant: false,
  };
}

describe("journal", () => {
  it("chains each subject's entries and verifies them outside the database", async () => {
    await test.inTx(async (tx) => {
      await record(
        tx,
        entry("application:a", { amount: 910000, words: "l’été « à » 50 %", nested: { b: 1, a: [true, null] } }),
      );
      await record(tx, entry("application:a"));
      await record(tx, entry("application:b"));
    });
    expect(await verifyJournal(test.world.db)).toMatchObject({ entries: 3, chains: 2, faults: [] });
  });

  it("keeps one order however many write at once", async () => {
    await Promise.all(Array.from({ length: 12 }, () => test.inTx((tx) => record(tx, entry("application:busy")))));
    const rows = await test.inTx((tx) =>
      tx.selectFrom("journal").select("position").where("chain", "=", "application:busy").orderBy("id").execute(),
    );
    expect(rows.map((row) => row.position)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect((await verifyJournal(test.world.db)).faults).toEqual([]);
  });

  it("leaves with the transaction that fails", async () => {
    const failing = test.inTx(async (tx) => {
      await record(tx, entry("application:lost"));
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    const rows = await test.inTx((tx) =>
      tx.selectFrom("journal").select("id").where("chain", "=", "application:lost").execute(),
    );
    expect(rows).toEqual([]);
  });

  it("lets nobody write in another's name", async () => {
    const write = (actor: string | null, reader: Parameters<TestWorld["inTx"]>[1]) =>
      test.inTx((tx) => record(tx, { ...entry("application:named"), actor }), reader);
    await write("p1", { person: "p1" });
    await write(null, { person: "p1" });
    await write("p1", "system");
    await expect(write("p2", { person: "p1" })).rejects.toThrow("in the name of p2");
    await expect(write("p1", "public")).rejects.toThrow("in the name of p1");
    const { rows } = await test.inTx((tx) =>
      sql<{
        actor: string | null;
      }>`SELECT actor FROM journal WHERE chain = 'application:named' ORDER BY position`.execute(tx),
    );
    expect(rows.map((row) => row.actor)).toEqual(["p1", null, "p1"]);
  });

  it("puts the reader back after writing", async () => {
    const reader = await test.inTx(
      async (tx) => {
        await record(tx, entry("person:p1"));
        return sql<{ reader: string }>`SELECT current_setting('essaim.reader') AS reader`.execute(tx);
      },
      { person: "p1" },
    );
    expect(reader.rows[0]?.reader).toBe("person:p1");
  });

  const changes = [
    ["an update", sql`UPDATE journal SET act = 'other'`],
    ["a deletion", sql`DELETE FROM journal`],
    ["a truncation", sql`TRUNCATE journal`],
  ] as const;

  it.each(changes)("is left as it is by %s, even from the service itself", async (_name, statement) => {
    const content = () =>
      test.inTx((tx) => tx.selectFrom("journal").select(["id", "act", "hash"]).orderBy("id").execute());
    const before = await content();
    await test.inTx((tx) => statement.execute(tx)).catch(() => undefined);
    expect(await content()).toEqual(before);
  });

  it.each(changes)("refuses %s where row level security is off", async (_name, statement) => {
    const change = test.inTx(async (tx) => {
      await sql`ALTER TABLE journal DISABLE ROW LEVEL SECURITY`.execute(tx);
      await statement.execute(tx);
    });
    await expect(change).rejects.toThrow(/append-only/);
  });

  /** Changes rows as someone would who owns the database, looks, and puts everything back. */
  async function tamper(...statements: readonly ReturnType<typeof sql>[]): Promise<readonly string[]> {
    const noted = readNotedHeads((await journalHeads(test.world.db)).map(sayHead).join("\n"));
    if (noted === null) throw new Error("a printed note can be read");
    const tables = ["journal", "journal_head"];
    await test.inTx(async (tx) => {
      for (const table of tables)
        await sql`CREATE TABLE ${sql.table(`${table}_kept`)} AS TABLE ${sql.table(table)}`.execute(tx);
      await sql`ALTER TABLE journal DISABLE TRIGGER USER, DISABLE ROW LEVEL SECURITY`.execute(tx);
      for (const statement of statements) await statement.execute(tx);
    });
    const { faults } = await verifyJournal(test.world.db, noted);
    await test.inTx(async (tx) => {
      for (const table of tables) {
        await sql`DELETE FROM ${sql.table(table)}`.execute(tx);
        await sql`INSERT INTO ${sql.table(table)} OVERRIDING SYSTEM VALUE TABLE ${sql.table(`${table}_kept`)}`.execute(
          tx,
        );
        await sql`DROP TABLE ${sql.table(`${table}_kept`)}`.execute(tx);
      }
      await sql`ALTER TABLE journal ENABLE TRIGGER USER, ENABLE ROW LEVEL SECURITY`.execute(tx);
    });
    expect((await verifyJournal(test.world.db, noted)).faults).toEqual([]);
    return faults.map(({ chain, fault }) => (chain === "application:told" ? fault : `${chain} ${fault}`));
  }

  const first = sql`chain = 'application:told' AND position = 1`;
  const last = sql`chain = 'application:told' AND position = 3`;
  it("seals who did what, when, for whom, under which text and who sees it", async () => {
    await test.inTx(async (tx) => {
      const full = { organisation: "0198c0de-0000-7000-8000-000000000001", framework: "2025-07-15" };
      for (let times = 0; times < 3; times += 1) await record(tx, { ...entry("application:told"), ...full });
    });
    const { payload } = await test.inTx((tx) =>
      tx.selectFrom("journal").select("payload").where(sql<boolean>`${first}`).executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(payload)).toMatchObject({ actor: "p1", framework: "2025-07-15", visible: false });
  });

  it.each([
    ["act", sql`UPDATE journal SET act = 'other' WHERE ${first}`],
    ["actor", sql`UPDATE journal SET actor = NULL WHERE ${first}`],
    ["instant", sql`UPDATE journal SET at = at + interval '1 microsecond' WHERE ${first}`],
    ["organisation", sql`UPDATE journal SET organisation_id = NULL WHERE ${first}`],
    ["framework", sql`UPDATE journal SET framework = '2024-01-01' WHERE ${first}`],
    ["visibility", sql`UPDATE journal SET visible_to_applicant = NOT visible_to_applicant WHERE ${first}`],
    ["details", sql`UPDATE journal SET details = '{"more": 1}' WHERE ${first}`],
  ] as const)("finds another %s in its column", async (_column, statement) => {
    expect(await tamper(statement)).toEqual(["content"]);
  });

  it("finds another content, an entry taken out of the middle, a tail that was cut", async () => {
    const rewritten = sql`UPDATE journal SET payload = jsonb_set(payload::jsonb, '{act}', '"other"')::text WHERE ${first}`;
    expect(await tamper(rewritten)).toEqual(["hash", "content"]);
    expect(await tamper(sql`DELETE FROM journal WHERE ${first}`)).toEqual(["position", "previous"]);
    expect(await tamper(sql`DELETE FROM journal WHERE ${last}`)).toEqual(["tail", "noted"]);
    expect(await tamper(sql`DELETE FROM journal WHERE chain = 'application:told'`)).toEqual(["tail", "noted"]);
    expect(await tamper(sql`DELETE FROM journal_head WHERE chain = 'application:told'`)).toEqual(["tail"]);
  });

  it("finds by an earlier note a tail that was cut with its head", async () => {
    const cut = sql`DELETE FROM journal WHERE ${last}`;
    const head = sql`UPDATE journal_head h SET position = j.position, hash = j.hash FROM journal j
      WHERE h.chain = 'application:told' AND j.chain = h.chain AND j.position = 2`;
    expect(await tamper(cut, head)).toEqual(["noted"]);
  });

  it("goes on after a cut tail without hiding it", async () => {
    const cut = sql`DELETE FROM journal WHERE ${last}`;
    const more = sql`SELECT journal_append('application:told', now(), NULL, NULL, 'thing-done', '{}', NULL, false)`;
    expect(await tamper(cut, more)).toEqual(["position", "previous", "noted"]);
  });

  it("shows its heads to the service alone", async () => {
    const seen = (reader: Parameters<TestWorld["inTx"]>[1]) =>
      test.inTx((tx) => tx.selectFrom("journal_head").select("chain").execute(), reader);
    expect((await seen("system")).length).toBeGreaterThan(0);
    expect(await seen({ person: "p1" })).toEqual([]);
  });

  it("gives another fingerprint after each entry, and refuses a note that is none", async () => {
    const before = (await verifyJournal(test.world.db)).fingerprint;
    await test.inTx((tx) => record(tx, entry("application:b")));
    expect((await verifyJournal(test.world.db)).fingerprint).not.toBe(before);
    expect(readNotedHeads("rien de tel")).toBeNull();
    for (const empty of ["", "\n", " \n\n"]) expect(readNotedHeads(empty)).toBeNull();
  });

  it("says how many noted heads it compared, two of one place that differ included", async () => {
    const heads = await journalHeads(test.world.db);
    const [head] = heads;
    if (head === undefined) throw new Error("the journal has entries");
    expect((await verifyJournal(test.world.db)).compared).toBe(0);
    expect(await verifyJournal(test.world.db, heads)).toMatchObject({ compared: heads.length, faults: [] });
    const other = { ...head, hash: "0".repeat(64) };
    for (const noted of [
      [other, head],
      [head, other],
    ]) {
      const { chain, position } = head;
      expect(await verifyJournal(test.world.db, noted)).toMatchObject({
        compared: 2,
        faults: [{ chain, position, fault: "noted" }],
      });
    }
  });
});
