import { sql } from "kysely";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { inTransaction } from "./database.ts";
import { allOf, andThen, ask, known, rowsOf } from "./read.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

/** What goes over the line meanwhile. */
async function sentIn(work: () => Promise<unknown>): Promise<readonly string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.map(([said]) => {
      const statement: unknown = said;
      return typeof statement === "string" ? statement : (statement as { text: string }).text;
    });
  } finally {
    query.mockRestore();
  }
}

const days = rowsOf(
  sql<{ n: number; at: Temporal.Instant }>`SELECT 1 AS n, timestamptz '2026-03-01T10:00:00Z' AS at`,
  (rows) => rows.map(({ n, at }) => ({ n, at: Temporal.Instant.from(at) })),
);

it("several reads are one statement, each with what it means", async () => {
  const read = allOf({ days, said: known("rien"), many: andThen(days, (rows) => rows.length), inner: allOf({ days }) });
  let found: unknown;
  const sent = await sentIn(() =>
    inTransaction(w.world.db, "system", async (tx) => {
      found = await ask(tx, read);
    }),
  );
  const at = Temporal.Instant.from("2026-03-01T10:00:00Z");
  expect(found).toEqual({ days: [{ n: 1, at }], said: "rien", many: 1, inner: { days: [{ n: 1, at }] } });
  expect(sent).toHaveLength(3);
});

it("a transaction begins with the words of its reader, and one that asks nothing is not begun", async () => {
  const reader = { person: "l'autre $1" };
  let name: string | undefined;
  const sent = await sentIn(() =>
    inTransaction(w.world.db, reader, async (tx) => {
      const { rows } = await sql<{ name: string }>`SELECT current_setting('essaim.reader') AS name`.execute(tx);
      name = rows[0]?.name;
    }),
  );
  expect(name).toBe("person:l'autre $1");
  expect(sent.map((one) => one.split(/[ ;]/)[0])).toEqual(["begin", "SELECT", "commit"]);
  expect(await sentIn(() => w.world.db.transaction().execute(async () => undefined))).toEqual([]);
});

it("what fails in a transaction is undone, and its connection serves again", async () => {
  await expect(
    inTransaction(w.world.db, "system", async (tx) => {
      await sql`CREATE TEMP TABLE left_behind (n int)`.execute(tx);
      await sql`SELECT 1 / 0`.execute(tx);
    }),
  ).rejects.toThrow(/zero/);
  const { rows } = await sql<{ gone: boolean }>`SELECT to_regclass('left_behind') IS NULL AS gone`.execute(w.world.db);
  expect(rows[0]?.gone).toBe(true);
});
