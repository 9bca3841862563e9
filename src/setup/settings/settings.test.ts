import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAgents, type TestAgents } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld;
let agents: TestAgents;
let administrator: Browser;
let supervisor: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  administrator = await w.browser(agents.administrator);
  supervisor = await w.browser(agents.supervisor);
});
afterAll(() => w.close());

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const name = urls.setting.href({ key: "funder.name" });

async function openProposal(): Promise<string> {
  const row = await w.inTx((tx) =>
    tx
      .selectFrom("setting_version")
      .select("id")
      .where("confirmed_at", "is", null)
      .where("refused_at", "is", null)
      .executeTakeFirstOrThrow(),
  );
  return urls.settingProposal.href({ id: row.id });
}

const facts = () =>
  w.inTx(async (tx) => {
    const rows = await tx
      .selectFrom("journal")
      .select(["act", "details", "actor"])
      .where("chain", "like", "setting:%")
      .orderBy("id")
      .execute();
    return rows.map(({ act, actor, details }) => {
      const { before, after } = details as Record<string, unknown>;
      return [act, actor, before, after];
    });
  });

it("changes nothing until a second person confirms, then shows on every page at once", async () => {
  expect((await administrator.post(name, { valeur: "Région d’Exemple", motif: "Nouveau nom" })).status).toBe(303);
  expect(w.world.config.funder.name).toBe("Région Normandie");
  const own = await administrator.post(await openProposal(), { reponse: "confirmer" });
  expect(own.status).toBe(403);
  expect((await supervisor.post(await openProposal(), { reponse: "confirmer" })).status).toBe(303);
  expect(w.world.config.funder.name).toBe("Région d’Exemple");
  const stranger = await w.browser();
  expect(plain((await stranger.get(urls.legal.href())).body)).toContain("Région d’Exemple");
  expect(await facts()).toEqual([
    ["setting-proposed", agents.administrator, null, "Région d’Exemple"],
    ["setting-confirmed", agents.supervisor, null, "Région d’Exemple"],
  ]);
});

it("holds from its day on, not before", async () => {
  await administrator.post(name, { valeur: "Région de Demain", effet: "01/06/2026" });
  await supervisor.post(await openProposal(), { reponse: "confirmer" });
  expect(w.world.config.funder.name).toBe("Région d’Exemple");
  w.clock.set("2026-06-01T08:00:00Z");
  expect(w.world.config.funder.name).toBe("Région de Demain");
});

it("keeps one proposal at a time, and the same form sent twice is one", async () => {
  const typed = { valeur: "02 31 00 00 01" };
  const phone = urls.setting.href({ key: "funder.phone" });
  await administrator.post(phone, typed);
  expect((await administrator.postAndFollow(phone, typed)).body).toContain("C’est proposé");
  expect((await administrator.postAndFollow(phone, { valeur: "autre" })).body).toContain(
    "Une autre proposition attend",
  );
  const refused = await supervisor.postAndFollow(await openProposal(), { reponse: "refuser", motif: "Faux numéro" });
  expect(refused.body).toContain("La proposition est refusée");
  expect(w.world.config.funder.phone).toBe("02 00 00 00 00");
  expect((await administrator.get(phone)).body).toContain("Faux numéro");
});

it("says what is wrong at the field, nothing typed lost", async () => {
  const page = await administrator.post(urls.setting.href({ key: "delay.completion" }), {
    valeur: "999",
    motif: "essai",
  });
  expect(page.status).toBe(422);
  expect(page.body).toContain("Donnez un nombre de jours entre 5 et 180.");
  expect(page.body).toContain('value="999"');
  expect(page.body).toContain('value="essai"');
});

it("says who votes as it is set, on pages and with its article, and takes no name without one", async () => {
  const key = urls.setting.href({ key: "voting.name" });
  const bare = await administrator.post(key, { valeur: "Bureau" });
  expect([bare.status, plain(bare.body).includes("Écrivez ce nom avec son article")]).toEqual([422, true]);
  await administrator.post(key, { valeur: "le Bureau" });
  await supervisor.post(await openProposal(), { reponse: "confirmer" });
  const home = plain((await (await w.browser()).get(urls.home.href())).body);
  expect(home).toContain("le Bureau décide");
  const report = await (await w.browser(agents.approver)).get(urls.commissionReport.href());
  expect(plain(report.body)).toContain("Rapport au Bureau");
});

it("sets at once what binds nobody", async () => {
  await administrator.post(urls.setting.href({ key: "delay.draft-reminder" }), { valeur: "10" });
  expect(w.world.config.funder.delays.draftReminder).toBe(10);
});

it("never lets the database change or forget an answered version", async () => {
  const count = () =>
    w.inTx(
      async (tx) => (await tx.selectFrom("setting_version").select("id").where("value", "!=", "1").execute()).length,
    );
  const before = await count();
  await expect(w.inTx((tx) => tx.updateTable("setting_version").set({ value: "1" }).execute())).rejects.toThrow(
    /append-only/,
  );
  await w.inTx((tx) => tx.deleteFrom("setting_version").execute());
  expect(await count()).toBe(before);
});

it.each([
  ["officer", 403, 403, 403],
  ["approver", 403, 403, 403],
  ["auditor", 200, 403, 403],
  ["supervisor", 200, 403, 404],
  ["administrator", 200, 422, 404],
  ["animator", 404, 404, 404],
] as const)("lets an %s see (%d), propose (%d), confirm (%d)", async (role, see, propose, confirm) => {
  const browser = await w.browser(agents[role]);
  const absent = urls.settingProposal.href({ id: "00000000-0000-7000-8000-000000000000" });
  expect((await browser.get(urls.settings.href())).status).toBe(see);
  expect((await browser.get(name)).status).toBe(see);
  expect((await browser.post(name, { valeur: "" })).status).toBe(propose);
  expect((await browser.post(absent, { reponse: "confirmer" })).status).toBe(confirm);
});
