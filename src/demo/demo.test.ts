import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyJournal } from "#src/platform/journal.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { loadDemo } from "./index.ts";

let w: TestWorld;

beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

describe("the demonstration", () => {
  it("fills an empty database, once, by acts that the journal holds", async () => {
    expect(await loadDemo(w.world)).toBe(true);
    expect(await loadDemo(w.world)).toBe(false);
    const { faults, entries } = await verifyJournal(w.world.db);
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(200);
  });

  it("has drafts and filed requests in several states, none in the future", async () => {
    const rows = await w.inTx((tx) =>
      tx.selectFrom("application").select(["state", "submitted_at", "number"]).execute(),
    );
    expect(rows.filter((row) => row.state === "draft").length).toBeGreaterThanOrEqual(4);
    expect(rows.filter((row) => row.number !== null).length).toBe(40);
    const now = w.clock.now().epochMilliseconds;
    expect(rows.every((row) => row.submitted_at === null || row.submitted_at.epochMilliseconds < now)).toBe(true);
  });

  it("names people and organisations that say they are fictional", async () => {
    const people = await w.inTx((tx) => tx.selectFrom("person").select(["name", "email"]).execute());
    expect(people.every((one) => one.name.endsWith("(personne fictive)") && one.email.endsWith(".example"))).toBe(true);
    const organisations = await w.inTx((tx) => tx.selectFrom("organisation").select("name").execute());
    expect(organisations.every((one) => one.name.endsWith("(fictif)"))).toBe(true);
  });
});
