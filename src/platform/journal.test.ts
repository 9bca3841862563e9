import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type JournalEntry, record, verifyJournal } from "./journal.ts";

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
    expect(await verifyJournal(test.world.db)).toEqual({ entries: 3, chains: 2, faults: [] });
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

  it("finds what someone changed behind the triggers' back", async () => {
    const act = () =>
      test.inTx((tx) =>
        tx.selectFrom("journal").select(["id", "act"]).where("chain", "=", "application:a").orderBy("id").execute(),
      );
    const [first] = await act();
    const tamper = async (statement: ReturnType<typeof sql>) => {
      await test.inTx(async (tx) => {
        await sql`ALTER TABLE journal DISABLE TRIGGER USER, DISABLE ROW LEVEL SECURITY`.execute(tx);
        await statement.execute(tx);
        await sql`ALTER TABLE journal ENABLE TRIGGER USER, ENABLE ROW LEVEL SECURITY`.execute(tx);
      });
      return (await verifyJournal(test.world.db)).faults.map((fault) => fault.fault);
    };
    expect(await tamper(sql`UPDATE journal SET act = 'other' WHERE id = ${first?.id}`)).toEqual(["content"]);
    expect(
      await tamper(
        sql`UPDATE journal SET payload = jsonb_set(payload::jsonb, '{act}', '"other"')::text WHERE id = ${first?.id}`,
      ),
    ).toContain("hash");
    expect(await tamper(sql`DELETE FROM journal WHERE id = ${first?.id}`)).toEqual(
      expect.arrayContaining(["position", "previous"]),
    );
  });
});
