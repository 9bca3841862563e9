import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { modernisationProject } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/project.ts";
import { day, euros } from "#policy/index.ts";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { award } from "#src/awards/award.ts";
import { contextOf } from "#src/awards/context.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { admitProject, fileProject } from "#src/demo/selection-steps.ts";
import { createDraft, openApplication } from "#src/life/index.ts";
import { loadReviewed } from "#src/reviews/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { CLOSED, makeCall, type TestCall } from "./selecting.fixture.ts";
import { hiddenIn } from "./voted.fixture.ts";

/** An aid voted here counts under the regime of its call: for its organisation, and for those linked to it. */
let w: TestWorld;
let call: TestCall;
let linked: string;

const GRANTED = euros(295_000);
const siretOf = (n: number) => demoApplication(n).organisation.siret;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "modernisation", { files: 2 });
  w.clock.set("2026-03-12T09:00:00Z");
  const [, other] = call.organisations;
  if (other === undefined) throw new Error("no organisation");
  const raw = {
    ...modernisationProject(demoApplication(1).organisation, 2026),
    "linkedUndertakings.0.siret": siretOf(0),
  };
  const by = { organisationId: other.id, owner: await visitorOf(w, other.owner) };
  linked = await fileProject(w.world, call.scheme, call.id, by, raw);
  w.clock.set(CLOSED);
  await admitProject(w.world, call.officer, linked);
  await w.inTx(async (tx) => {
    await sql`UPDATE party SET granted = ${JSON.stringify({ aid: GRANTED })}::jsonb, granted_on = '2026-04-15'
      WHERE application_id = ${call.files[0]} AND funded`.execute(tx);
    await sql`UPDATE application SET state = 'awarded' WHERE id = ${call.files[0]}`.execute(tx);
  });
}, 120_000);
afterAll(() => w.close());

/** The counter of the regime, as who writes a draft reads it. */
async function counterOf(n: number, more: Readonly<Record<string, string>> = {}) {
  const organisation = call.organisations[n];
  if (organisation === undefined) throw new Error("no organisation");
  const draft = {
    scheme: call.scheme.slug,
    framework: "2025-07-15",
    organisationId: organisation.id,
    callId: call.id,
    raw: { ...modernisationProject(demoApplication(n).organisation, 2026), ...more },
  };
  const as = { person: organisation.owner };
  const id = await w.inTx((tx) => createDraft(tx, draft, organisation.owner, w.clock.now()), as);
  const file = await w.inTx((tx) => openApplication(tx, id, w.clock.now()), as);
  const { aid, ceilings } = file?.reading.assessment.funding ?? {};
  const counter = ceilings?.find((one) => one.id === "de-minimis");
  return { id, had: (counter?.value ?? 0) - (aid ?? 0), counted: counter?.counted };
}

const asDeclared = (on: string) => ({
  "receivedAids.length": "1",
  "receivedAids.0.grantedOn": on,
  "receivedAids.0.amount": "295 000",
  "receivedAids.0.funder": "La Région",
});

it("is counted for its organisation, with its file, though nobody declares it", async () => {
  const { had, counted, id } = await counterOf(0);
  expect(had).toBe(GRANTED);
  expect(counted).toMatchObject([{ by: "service", source: expect.stringMatching(/dossier \S+/) }]);
  const owner = await w.browser(call.organisations[0]?.owner);
  const { body } = await owner.get(urls.applicationSection.href({ id, section: "budget" }));
  for (const told of ["accordée dans ce service", "Entreprises liées à la vôtre"])
    expect(body.includes(told) ? told : "").toBe(told);
});

it("is counted once where it is declared too, and twice where another one is declared", async () => {
  expect(await counterOf(0, asDeclared("02/05/2026"))).toMatchObject({ had: GRANTED, counted: [{ by: "both" }] });
  expect((await counterOf(0, asDeclared("02/05/2025"))).had).toBe(2 * GRANTED);
});

it("of a linked undertaking is told to the officer, not to who may not read its files", async () => {
  const other = {
    ...asDeclared("02/05/2025"),
    "receivedAids.0.amount": "10",
    "linkedUndertakings.0.siret": siretOf(0),
  };
  expect((await counterOf(1, other)).had).toBe(euros(10));
  const officer = await w.browser(call.officer.person.id);
  const { body } = await officer.get(urls.review.href({ id: linked }));
  expect(body).toContain("Régime d’aide de l’appel");
  expect(/295\s000\s€ le 15 avril 2026/.test(body)).toBe(true);
});

it("of which nobody wrote the regime is told to the officer as unknown, and counted by none", async () => {
  const past = { scheme: "appui-conseil", measures: JSON.stringify({ aid: euros(7_000) }), source: "reprise 2025" };
  await w.inTx((tx) =>
    tx
      .insertInto("past_grant")
      .values([
        { ...past, siren: siretOf(1).slice(0, 9), granted_on: "2025-10-01" },
        { ...past, siren: siretOf(0).slice(0, 9), granted_on: "2024-10-01" },
        { ...past, siren: siretOf(1).slice(0, 9), granted_on: "2021-10-01" },
      ])
      .execute(),
  );
  const officer = await w.browser(call.officer.person.id);
  const { body } = await officer.get(urls.review.href({ id: linked }));
  expect(body).toMatch(/Aides sans régime connu\s: 14\s000\s€, 2\saides/);
  expect(body).toMatch(/7\s000\s€ le 1er octobre 2025, [^,]+, reprise 2025/);
  expect(body).not.toMatch(/le 1er octobre 2021, Appui-conseil/i);
  expect(body).toMatch(/Avec elles, il serait de 309\s000\s€, pour 300\s000\s€ au plus/);
});

it("is counted too for an undertaking that another named as linked to it, though it names none itself", async () => {
  const own = call.files[0] ?? "";
  const read = () =>
    w.inTx(async (tx) => (await loadReviewed(tx, own, call.officer.person.id))?.regimeAids ?? [], {
      person: call.officer.person.id,
    });
  expect(await read()).toEqual([]);
  const grant = (granted: string | null, on: string | null) =>
    w.inTx((tx) =>
      sql`UPDATE party SET granted = ${granted}::jsonb, granted_on = ${on} WHERE application_id = ${linked} AND funded`.execute(
        tx,
      ),
    );
  const state = (to: string) =>
    w.inTx((tx) => tx.updateTable("application").set({ state: to }).where("id", "=", linked).execute());
  await grant(JSON.stringify({ aid: euros(9_000) }), "2026-04-16");
  await state("awarded");
  expect(await read()).toEqual([expect.objectContaining({ amount: euros(9_000), grantedOn: "2026-04-16" })]);
  await state("admitted");
  await grant(null, null);
});

it("bounds the vote on the day of the vote, with what is left", async () => {
  const file = await w.inTx((tx) => loadReviewed(tx, linked, call.officer.person.id), {
    person: call.officer.person.id,
  });
  if (file === null) throw new Error("no file");
  const vote = (aid: number, decidedOn: string) => {
    const input = {
      favourable: true,
      decidedOn: day(decidedOn),
      deliberation: "CP 1",
      aid,
      reason: "Moins.",
      grounds: [],
    };
    const told = award({ ...input, knowingly: true }, contextOf(file, day("2030-01-01")));
    return "refusals" in told ? told.refusals.map(({ message }) => message).join() : "";
  };
  expect(vote(euros(5_001), "2026-05-04")).toMatch(/Il reste 5\s000\s€/);
  expect(vote(euros(5_000), "2026-05-04")).not.toContain("Il reste");
  expect(vote(euros(5_001), "2029-04-15")).not.toContain("Il reste");
});

it("is counted once voted where two votes on the same undertaking are sent at the same instant", async () => {
  const [own = "", other = ""] = call.files;
  const pair = [own, linked];
  const [{ aid = 0 } = {}] = await w
    .inTx((tx) => sql<{ aid: number }>`SELECT proposed_aid AS aid FROM application WHERE id = ${own}`.execute(tx))
    .then(({ rows }) => rows);
  // What stands already leaves room for one of the two, and not for both.
  await w.inTx(async (tx) => {
    await sql`UPDATE application SET state = 'selected' WHERE id = ANY (${pair}::uuid[])`.execute(tx);
    await sql`UPDATE party SET granted = NULL, granted_on = NULL WHERE application_id = ${own}`.execute(tx);
    await sql`UPDATE application SET state = 'awarded' WHERE id = ${other}`.execute(tx);
    await sql`UPDATE party SET siren = ${siretOf(0).slice(0, 9)}, granted = ${JSON.stringify({ aid: euros(300_000) - aid })}::jsonb,
      granted_on = '2026-04-15' WHERE application_id = ${other} AND funded`.execute(tx);
  });
  const action = urls.callVote.href({ call: call.id });
  const approver = await w.browser(call.approver.person.id);
  const page = await approver.get(action);
  const voted = { deliberation: "CP-MEME", date: "20/04/2026" };
  // Who votes on either waits for the ledger of the undertaking that both count with.
  const holder = await w.world.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 7))", [siretOf(0).slice(0, 9)]);
  const votes = pair.map((id) =>
    approver.post(action, { ...hiddenIn(page, action), cle: randomUUID(), ...voted, dossier: [id] }),
  );
  const waiting = () =>
    w.world.pool.query(
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
  await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(2), { timeout: 5_000 });
  await holder.query("COMMIT");
  holder.release();
  await Promise.all(votes);
  const states = await w.inTx((tx) =>
    tx.selectFrom("application").select("state").where("id", "in", pair).orderBy("state").execute(),
  );
  expect(states.map(({ state }) => state)).toEqual(["awarded", "selected"]);
});
