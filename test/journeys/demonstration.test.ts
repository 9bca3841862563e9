import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "#src/app.ts";
import { situationsOf } from "#src/applications/home/situations.ts";
import { loadDemo } from "#src/demo/index.ts";
import { STATES } from "#src/life/index.ts";
import { systemClock } from "#src/platform/clock.ts";
import { readConfig } from "#src/platform/config.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { actTitle } from "#src/setup/journal/act-words.ts";
import { urls } from "#src/urls.ts";
import { type OpenWorld, openWorld } from "#src/world.ts";
import { browserOf } from "#test/support/browser.ts";
import { copyOfData } from "#test/support/demonstration.ts";
import { removeData } from "#test/support/service.ts";

/** What the built service loaded at its first start, read in its database. */
const folder = copyOfData(inject("demonstration"));
let open: OpenWorld;

beforeAll(async () => {
  open = await openWorld(
    readConfig({ NODE_ENV: "test", ESSAIM_DATA_DIR: folder, ESSAIM_LOG_LEVEL: "silent" }),
    systemClock,
  );
});
afterAll(async () => {
  await open?.close();
  removeData(folder);
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(open.world.db, "system", work);

describe("the demonstration", () => {
  it("is made once, by acts that the journal holds", async () => {
    expect(await loadDemo(open.world)).toBe(false);
    const { faults, entries } = await verifyJournal(open.world.db);
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(200);
  });

  it("has drafts and filed requests in several states, none in the future", async () => {
    const rows = await inTx((tx) => tx.selectFrom("application").select(["state", "submitted_at", "number"]).execute());
    expect(rows.filter((row) => row.state === "draft").length).toBeGreaterThanOrEqual(4);
    // Forty for consulting support, those of the two calls that are over, then those that answer the two open ones.
    expect(rows.filter((row) => row.number !== null).length).toBe(40 + 6 + 9 + 3 + 3);
    const now = Date.now();
    expect(rows.every((row) => row.submitted_at === null || row.submitted_at.epochMilliseconds < now)).toBe(true);
    const acts = await inTx((tx) => tx.selectFrom("journal").select(["act", "at"]).execute());
    expect(acts.filter(({ at }) => at.epochMilliseconds > now).map(({ act }) => act)).toEqual([]);
  });

  it("shows varied aids, and hardly a request with nothing to receive", async () => {
    const rows = await inTx((tx) =>
      tx.selectFrom("application").select(["requested_aid", "number"]).where("number", "is not", null).execute(),
    );
    const aids = rows.map((row) => row.requested_aid ?? 0);
    expect(aids.filter((aid) => aid === 0).length).toBeLessThanOrEqual(2);
    expect(new Set(aids).size).toBeGreaterThan(25);
    expect(Math.max(...aids)).toBeGreaterThan(3 * Math.min(...aids.filter((aid) => aid > 0)));
  });

  it("has files in every state of a request's life", async () => {
    const rows = await inTx((tx) => tx.selectFrom("application").select("state").distinct().execute());
    expect(rows.map((row) => row.state).sort()).toEqual([...STATES].sort());
  });

  it("gives each person a name of their own", async () => {
    const names = await inTx((tx) => tx.selectFrom("person").select("name").execute());
    expect(new Set(names.map((one) => one.name)).size).toBe(names.length);
  });

  it("opens on agents, then on a dozen applicants who together meet every situation, the others folded", async () => {
    const { body } = await browserOf(createApp(open.world), open.world.origin).get(urls.demonstration.href());
    expect(body.indexOf("À la Région")).toBeLessThan(body.indexOf("Dans un organisme"));
    const [shown = "", folded = ""] = body
      .slice(body.indexOf("Dans un organisme"))
      .split('<details class="es-disclosure"');
    const cards = (html: string) => html.split('name="personne"').length - 1;
    expect(cards(shown)).toBe(12);
    expect(cards(folded)).toBeGreaterThan(20);
    const organisations = await inTx((tx) => tx.selectFrom("organisation").select("id").execute());
    const situations = await situationsOf(
      open.world,
      organisations.map((one) => one.id),
    );
    const all = new Set([...situations.values()].flat());
    expect(all.size).toBeGreaterThanOrEqual(10);
    const lower = shown.toLowerCase();
    expect([...all].filter((words) => !lower.includes(words))).toEqual([]);
    expect(shown).toContain("Lecteur");
  });

  it("names every act of its journal in words", async () => {
    const acts = await inTx((tx) => tx.selectFrom("journal").select("act").distinct().execute());
    expect(acts.length).toBeGreaterThan(80);
    expect(acts.map(({ act }) => act).filter((act) => actTitle(act, open.world.config.funder.words) === act)).toEqual(
      [],
    );
  });

  it("says at the end of each mail why it came, and how to change that or why it stays", async () => {
    const mails = await inTx((tx) => tx.selectFrom("mail").select(["subject", "body"]).execute());
    expect(mails.length).toBeGreaterThan(100);
    const said = /^Vous recevez ce courriel parce que \p{L}[^.]{8,}\. \p{L}.{15,}$/u;
    expect(mails.filter(({ body }) => !said.test(body.split("\n\n").at(-2) ?? ""))).toEqual([]);
  });

  it("names people and organisations that say they are fictional", async () => {
    const people = await inTx((tx) => tx.selectFrom("person").select(["name", "email"]).execute());
    expect(people.every((one) => one.name.endsWith("(personne fictive)") && one.email.endsWith(".example"))).toBe(true);
    const organisations = await inTx((tx) => tx.selectFrom("organisation").select("name").execute());
    expect(organisations.every((one) => one.name.endsWith("(fictif)"))).toBe(true);
  });
});
