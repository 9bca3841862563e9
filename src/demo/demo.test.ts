import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situationsOf } from "#src/applications/home/situations.ts";
import { STATES } from "#src/life/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
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
  }, 120_000);

  it("has drafts and filed requests in several states, none in the future", async () => {
    const rows = await w.inTx((tx) =>
      tx.selectFrom("application").select(["state", "submitted_at", "number"]).execute(),
    );
    expect(rows.filter((row) => row.state === "draft").length).toBeGreaterThanOrEqual(4);
    // Forty for consulting support, one that answers an open call, those of the two calls that are over.
    expect(rows.filter((row) => row.number !== null).length).toBe(41 + 6 + 5);
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

  it("opens on agents, then on a dozen applicants who together meet every situation, the others folded", async () => {
    const { body } = await (await w.browser()).get(urls.demonstration.href());
    expect(body.indexOf("À la Région")).toBeLessThan(body.indexOf("Dans un organisme"));
    const [shown = "", folded = ""] = body
      .slice(body.indexOf("Dans un organisme"))
      .split('<details class="es-disclosure"');
    const cards = (html: string) => html.split('name="personne"').length - 1;
    expect(cards(shown)).toBe(12);
    expect(cards(folded)).toBeGreaterThan(20);
    const organisations = await w.inTx((tx) => tx.selectFrom("organisation").select("id").execute());
    const situations = await situationsOf(
      w.world,
      organisations.map((one) => one.id),
    );
    const all = new Set([...situations.values()].flat());
    expect(all.size).toBeGreaterThanOrEqual(10);
    const lower = shown.toLowerCase();
    expect([...all].filter((words) => !lower.includes(words))).toEqual([]);
    expect(shown).toContain("Lecteur");
  });

  it("names people and organisations that say they are fictional", async () => {
    const people = await w.inTx((tx) => tx.selectFrom("person").select(["name", "email"]).execute());
    expect(people.every((one) => one.name.endsWith("(personne fictive)") && one.email.endsWith(".example"))).toBe(true);
    const organisations = await w.inTx((tx) => tx.selectFrom("organisation").select("name").execute());
    expect(organisations.every((one) => one.name.endsWith("(fictif)"))).toBe(true);
  });
});
