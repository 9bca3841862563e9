import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { escapesRowSecurity } from "./database.ts";

let test: TestWorld;
beforeAll(async () => {
  test = await openTestWorld();
});
afterAll(() => test.close());

describe("database", () => {
  it("reads amounts as integers, days as text, instants as instants", async () => {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT 1750000::bigint AS cents, date '2026-02-28' AS day, 7.5::numeric AS days, timestamptz '2026-03-29 01:30:00.123456+01' AS at`.execute(
      test.world.db,
    );
    expect(rows[0]).toMatchObject({ cents: 1_750_000, day: "2026-02-28", days: 7.5 });
    expect(rows[0]?.at).toBeInstanceOf(Temporal.Instant);
    expect(String(rows[0]?.at)).toBe("2026-03-29T00:30:00.123456Z");
  });

  it("binds the service's own role by row level security", async () => {
    expect(await escapesRowSecurity(test.world.db)).toBe(false);
  });

  it("forgets the reader at the end of a transaction", async () => {
    await test.inTx(() => Promise.resolve(), "system");
    const seen = await Promise.all(
      Array.from({ length: 4 }, () =>
        sql<{ reader: string | null }>`SELECT current_setting('essaim.reader', true) AS reader`.execute(test.world.db),
      ),
    );
    for (const { rows } of seen) expect(rows[0]?.reader ?? "").toBe("");
  });

  it("shows nothing of a file to who says nothing", async () => {
    const organisation = await test.inTx((tx) =>
      tx
        .insertInto("organisation")
        .values({ kind: "training-body", siren: "000000018", name: "Organisme fictif", source: "declared" })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    const now = test.clock.now().toString();
    await test.inTx((tx) =>
      tx
        .insertInto("application")
        .values({
          scheme: "appui-conseil",
          framework: "2025-07-15",
          organisation_id: organisation.id,
          created_at: now,
          updated_at: now,
          raw_saved_at: now,
          submitted_at: now,
          state: "submitted",
        })
        .execute(),
    );
    const count = (reader: Parameters<TestWorld["inTx"]>[1]) =>
      test.inTx((tx) => tx.selectFrom("application").select("id").execute(), reader).then((rows) => rows.length);
    expect(await count("system")).toBe(1);
    expect(await count("public")).toBe(0);
    expect(await count({ person: "somebody" })).toBe(0);
    expect((await test.world.db.selectFrom("application").select("id").execute()).length).toBe(0);
  });
});
