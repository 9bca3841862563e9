import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import {
  fileRequest,
  hiddenFields,
  makeAgents,
  sendForm,
  type TestAgents,
  troupeOf,
} from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { findAward } from "./store.ts";

let w: TestWorld;
let agents: TestAgents;
let approver: Browser;
let supervisor: Browser;
let id: string;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  w.clock.set("2026-03-10T09:00:00Z");
  const filed = await fileRequest(w, 0);
  id = filed.id;
  const stage = await troupeOf(w, agents);
  await leadTo(stage, { id, applicant: await visitorOf(w, filed.organisation.owner), n: 1 }, "awarded");
  approver = await w.browser(agents.approver);
  supervisor = await w.browser(agents.supervisor);
});
afterAll(() => w.close());

const recorded = () => w.inTx((tx) => findAward(tx, id));
const send = async (browser: Browser, fields: Record<string, string>) =>
  sendForm(browser, await browser.get(urls.review.href({ id })), urls.reviewDecisionCorrection.href({ id }), fields);

it("corrects a mistyped vote by two people, within the rules, and keeps what it was", async () => {
  const before = await recorded();
  const right = { action: "demander", date: "01/04/2026", deliberation: "CP-JUSTE", raison: "Crédits partagés." };
  const over = await send(approver, { ...right, aide: "99 999", pourquoi: "Chiffre doublé." });
  expect(over.status).toBe(422);
  expect(over.body).toContain("dépasse ce que permettent les règles");
  const mute = await send(approver, { ...right, aide: "1 000", pourquoi: "" });
  expect(mute.status).toBe(422);
  expect(mute.body).toContain("Dites ce qui est faux");
  expect((await send(approver, { ...right, aide: "1 000", pourquoi: "Chiffre doublé." })).status).toBe(303);
  expect(await recorded()).toEqual(before);

  const own = await send(approver, { action: "confirmer" });
  expect(own.status).toBe(422);
  expect(own.body).toContain("une autre personne doit");
  expect((await send(supervisor, { action: "confirmer" })).status).toBe(303);
  expect(await recorded()).toMatchObject({
    aid: 100_000,
    deliberation: "CP-JUSTE",
    decidedOn: "2026-04-01",
    reason: "Crédits partagés.",
  });
  const { granted, decided } = await w.inTx(async (tx) => ({
    granted: await tx
      .selectFrom("party")
      .select("granted")
      .where("application_id", "=", id)
      .where("funded", "=", true)
      .execute(),
    decided: await tx.selectFrom("application").select("decided_aid").where("id", "=", id).executeTakeFirstOrThrow(),
  }));
  expect(granted).toEqual([{ granted: expect.objectContaining({ aid: 100_000 }) }]);
  expect(decided.decided_aid).toBe(100_000);
  const fact = await w.inTx((tx) =>
    tx.selectFrom("journal").select("details").where("act", "=", "vote-corrected").executeTakeFirstOrThrow(),
  );
  expect(fact.details).toMatchObject({ before: { aid: before?.aid, deliberation: before?.deliberation } });
});

it("leaves the record where the other person says so, and corrects nothing once the applicant is told", async () => {
  const right = { action: "demander", date: "02/04/2026", deliberation: "CP-AUTRE", aide: "1 000", raison: "Crédits." };
  expect((await send(supervisor, { ...right, pourquoi: "Autre date." })).status).toBe(303);
  const officer = await w.browser(agents.officer);
  const notifies = async () =>
    sendForm(officer, await officer.get(urls.review.href({ id })), urls.reviewNotification.href({ id }));
  const disputed = (await officer.get(urls.review.href({ id }))).body;
  expect(disputed).toMatch(/Raison du montant\s:\s/);
  expect(disputed).not.toContain("Notifier la décision");
  const form = disputed.split("<form").find((part) => part.includes(urls.reviewDecisionCorrection.href({ id }))) ?? "";
  const tooSoon = await officer.post(urls.reviewNotification.href({ id }), hiddenFields(form));
  expect(tooSoon.body).toContain("elle se règle avant la notification");
  expect((await recorded())?.notifiedAt).toBeNull();
  expect((await send(approver, { action: "ecarter" })).status).toBe(303);
  expect((await recorded())?.deliberation).toBe("CP-JUSTE");
  expect((await notifies()).status).toBe(303);
  expect((await approver.get(urls.review.href({ id }))).body).not.toContain("Corriger une erreur dans le vote");
});
