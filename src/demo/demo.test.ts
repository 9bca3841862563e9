import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STATES } from "#src/applications/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
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

  it("shows varied aids, and hardly a request with nothing to receive", async () => {
    const rows = await w.inTx((tx) =>
      tx.selectFrom("application").select(["requested_aid", "number"]).where("number", "is not", null).execute(),
    );
    const aids = rows.map((row) => row.requested_aid ?? 0);
    expect(aids.filter((aid) => aid === 0).length).toBeLessThanOrEqual(2);
    expect(new Set(aids).size).toBeGreaterThan(25);
    expect(Math.max(...aids)).toBeGreaterThan(3 * Math.min(...aids.filter((aid) => aid > 0)));
  });

  it("has files in every state of a request's life", async () => {
    const rows = await w.inTx((tx) => tx.selectFrom("application").select("state").distinct().execute());
    expect(rows.map((row) => row.state).sort()).toEqual([...STATES].sort());
  });

  it("gives each person a name of their own", async () => {
    const names = await w.inTx((tx) => tx.selectFrom("person").select("name").execute());
    expect(new Set(names.map((one) => one.name)).size).toBe(names.length);
  });

  it("names people and organisations that say they are fictional", async () => {
    const people = await w.inTx((tx) => tx.selectFrom("person").select(["name", "email"]).execute());
    expect(people.every((one) => one.name.endsWith("(personne fictive)") && one.email.endsWith(".example"))).toBe(true);
    const organisations = await w.inTx((tx) => tx.selectFrom("organisation").select("name").execute());
    expect(organisations.every((one) => one.name.endsWith("(fictif)"))).toBe(true);
  });
});
