import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { mailsTo, makeCommunity, type TestCommunity } from "../community.fixture.ts";
import { keepCommunity } from "../jobs.ts";

let w: TestWorld;
let the: TestCommunity;
let editor: Browser;
let adviser: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
  editor = await w.browser(the.people.editor);
  adviser = await w.browser(the.people.adviser);
});
afterAll(() => w.close());

const asked = () => ({
  organisation: the.organisation,
  need: "Réduire la consommation de notre plateau bois.",
  name: "Eddy",
  email: "contact@essai.example",
  phone: "02 31 00 00 00",
  consent: "oui",
});

async function ask(more: Record<string, string> = {}): Promise<string> {
  const page = await editor.post(urls.newReferral.href(), { ...asked(), ...more });
  expect(page.status).toBe(303);
  return page.location?.split("/").at(-1) ?? "";
}

describe("E3D-1: a referral to the regional service", () => {
  it("is not sent without the organisation's consent, and loses nothing that was typed", async () => {
    const { consent: _, ...without } = asked();
    const page = await editor.post(urls.newReferral.href(), without);
    expect(page.status).toBe(422);
    expect(page.body).toContain("Sans votre accord, rien ne peut être transmis");
    expect(page.body).toContain("Réduire la consommation de notre plateau bois.");
  });

  it("goes from the consent to an answer and its evaluation, each side told", async () => {
    const id = await ask();
    expect((await mailsTo(w, "Dorian")).at(-1)?.subject).toMatch(/^Orientation E3D-2026-00001/);
    const queue = await adviser.get(urls.referralQueue.href());
    expect(wordsOf(queue.body)).toContain("Ateliers du Port");
    const desk = urls.referralDesk.href({ id });
    expect(wordsOf((await adviser.get(desk)).body)).toContain("Eddy, contact@essai.example");
    await adviser.post(urls.referralTaking.href({ id }));
    expect(wordsOf((await editor.get(urls.referral.href({ id }))).body)).toContain("Dorian suit votre demande");
    const empty = await adviser.post(urls.referralAnswer.href({ id }), { answer: "" });
    expect(empty.status).toBe(422);
    await adviser.post(urls.referralAnswer.href({ id }), { answer: "Rendez-vous le 3 avril avec Dorian." });
    const told = await w.inTx((tx) =>
      tx.selectFrom("mail").select("body").where("to_address", "=", "contact@essai.example").execute(),
    );
    expect(told.at(-1)?.body).toContain("Rendez-vous le 3 avril avec Dorian.");
    const closed = await editor.postAndFollow(urls.referralClosing.href({ id }), {
      helped: "yes",
      outcome: "Un plan d’action",
    });
    expect(wordsOf(closed.body)).toContain("Orientation clôturée");
    expect(wordsOf((await adviser.get(desk)).body)).toContain("Oui, cela nous a aidés. Un plan d’action");
  });

  it("passes what was agreed to, as it was that day, and nothing else", async () => {
    await editor.post(urls.sustainabilityLabel.href({ id: the.organisation }), {
      level: "2",
      obtainedOn: "2025-06-01",
      endsOn: "2030-06-01",
    });
    const bare = await ask();
    expect(wordsOf((await adviser.get(urls.referralDesk.href({ id: bare }))).body)).not.toContain("Label E3D");
    const more = await ask({ passes: "label" });
    expect(wordsOf((await adviser.get(urls.referralDesk.href({ id: more }))).body)).toContain(
      "Niveau 2, jusqu’au 1er juin 2030",
    );
  });

  it("is closed to the service, and emptied, once the consent is withdrawn", async () => {
    const id = await ask();
    expect((await adviser.get(urls.referralDesk.href({ id }))).status).toBe(200);
    const page = await editor.postAndFollow(urls.referralWithdrawal.href({ id }));
    expect(wordsOf(page.body)).toContain("ce qui avait été transmis est effacé");
    expect((await adviser.get(urls.referralDesk.href({ id }))).status).toBe(404);
    const row = await w.inTx((tx) =>
      tx.selectFrom("referral").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(row)).not.toContain("plateau bois");
    const { rows } = await w.world.pool.query("SELECT 1 FROM journal WHERE payload LIKE '%plateau bois%'");
    expect(rows).toEqual([]);
  });

  it("is reminded once to the service after fifteen days without an answer", async () => {
    const id = await ask();
    const reminders = async () =>
      (await mailsTo(w, "Dorian")).filter(({ subject }) => subject.includes("15 jours")).length;
    const before = await reminders();
    w.clock.set("2026-03-24T09:00:00Z");
    await keepCommunity(w.world);
    expect(await reminders()).toBe(before);
    w.clock.set("2026-03-26T09:00:00Z");
    await keepCommunity(w.world);
    const after = await reminders();
    expect(after).toBeGreaterThan(before);
    await keepCommunity(w.world);
    expect(await reminders()).toBe(after);
    expect((await adviser.get(urls.referralDesk.href({ id }))).body).toContain("Je prends en charge");
  });

  it("is forgotten three years after it was closed", async () => {
    const count = async () =>
      (await w.inTx((tx) => tx.selectFrom("referral").select("id").where("state", "=", "closed").execute())).length;
    expect(await count()).toBe(1);
    w.clock.set("2029-03-11T09:00:00Z");
    await keepCommunity(w.world);
    expect(await count()).toBe(0);
  });
});
