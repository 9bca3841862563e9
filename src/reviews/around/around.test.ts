import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfBytes, visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, sendForm, type TestAgents, troupeOf } from "../reviewing.fixture.ts";
import { forgetAround } from "./retention.ts";

let w: TestWorld;
let agents: TestAgents;
let officer: Browser;
let supervisor: Browser;
let id: string;
let twin: string;
let owner: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  w.clock.set("2026-03-10T09:00:00Z");
  const first = await fileRequest(w, 0);
  id = first.id;
  const short = { "structures.0.phases.0.days": "1", "structures.0.phases.1.days": "1" };
  twin = (await fileRequest(w, 0, short, first.organisation)).id;
  officer = await w.browser(agents.officer);
  supervisor = await w.browser(agents.supervisor);
  owner = await w.browser(first.organisation.owner);
  const stage = await troupeOf(w, agents);
  const applicant = await visitorOf(w, first.organisation.owner);
  await leadTo(stage, { id, applicant, n: 1 }, "proposed-favourable");
});
afterAll(() => w.close());

const page = async (browser: Browser, of = id) => (await browser.get(urls.review.href({ id: of }))).body;
const plain = (body: string) => body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("around a file", () => {
  it("what others did since one's last visit stands out, until it is seen", async () => {
    await page(supervisor);
    w.clock.set("2026-04-01T09:00:00Z");
    await owner.get(urls.application.href({ id }));
    const asked = await owner.get(urls.application.href({ id }));
    const sent = await sendMultipart(owner, asked.body, urls.applicationMessages.href({ id }), {
      message: "Le devis corrigé est joint.",
    });
    expect(sent).toBe(303);
    const seen = await page(supervisor);
    expect(plain(seen)).toContain("Message envoyé");
    expect(seen).toContain("Tout est vu");
    expect(seen).toContain("Non lu");
    expect((await sendForm(supervisor, { body: seen }, urls.reviewSeen.href({ id }))).status).toBe(303);
    expect(await page(supervisor)).not.toContain("Tout est vu");
    expect(await page(supervisor)).not.toContain("Non lu");
  });

  it("a file sent with a message is read by both sides and by nobody else", async () => {
    const mail = (await officer.get(urls.review.href({ id }))).body;
    const status = await sendMultipart(
      officer,
      mail,
      urls.reviewMessages.href({ id }),
      { message: "Le modèle." },
      "modele.pdf",
    );
    expect(status).toBe(303);
    const read = (await owner.get(urls.application.href({ id }))).body;
    const href = new RegExp(`${urls.applicationMessages.href({ id })}/[0-9a-f-]{36}`).exec(read)?.[0] ?? "";
    expect((await owner.get(href)).status).toBe(200);
    const file = href.split("/").at(-1) ?? "";
    expect((await officer.get(urls.reviewMessageFile.href({ id, file }))).status).toBe(200);
    expect((await officer.get(urls.reviewMessageFile.href({ id: twin, file }))).status).toBe(404);
    const wrong = await sendMultipart(
      officer,
      mail,
      urls.reviewMessages.href({ id }),
      { message: "Bis." },
      "liste.exe",
    );
    expect(wrong).toBe(422);
  });

  it("a task has a day and a person, and ends once", async () => {
    const href = urls.reviewTasks.href({ id });
    const form = { body: await page(officer) };
    const late = await sendForm(officer, form, href, {
      tache: "Appeler",
      "pour-le": "01/01/2020",
      "pour-qui": agents.colleague,
    });
    expect(late.status).toBe(422);
    expect(late.body).toContain("Ce jour est passé");
    const noted = await sendForm(officer, form, href, {
      tache: "Appeler le réseau",
      "pour-le": "01/06/2027",
      "pour-qui": agents.colleague,
    });
    expect(noted.status).toBe(303);
    const shown = await page(officer);
    expect(plain(shown)).toContain("Appeler le réseau");
    const end = new RegExp(`${href}/[0-9a-f-]{36}/fin`).exec(shown)?.[0] ?? "";
    expect((await sendForm(officer, { body: shown }, end)).status).toBe(303);
    expect(plain(await page(officer))).toContain("terminée par Agent officer");
  });

  it("two files of one organisation under one scheme are told, and a person's word stands on both", async () => {
    const shown = await page(officer, twin);
    expect(plain(shown)).toContain("même organisme et même dispositif, titre voisin");
    const said = await sendForm(officer, { body: shown }, urls.reviewLikeness.href({ id: twin }), {
      action: "distincts",
      raison: "Deux années.",
    });
    expect(said.status).toBe(303);
    for (const one of [id, twin])
      expect(plain(await page(officer, one))).toContain("Projets distincts , dit par Agent officer");
  });

  it("a label is put and taken off from the file, and what one does keeps the list one came from", async () => {
    const liste = "vue=tous";
    const href = urls.reviewLabels.href({ id });
    const shown = async () => (await officer.get(urls.review.href({ id }, { liste }))).body;
    const label = () => w.inTx((tx) => tx.selectFrom("label").select("name").execute());
    expect((await sendForm(officer, { body: await shown() }, href, { etiquette: "" })).status).toBe(422);
    const put = await sendForm(officer, { body: await shown() }, href, { etiquette: "À revoir" });
    expect(put.location).toBe(`${urls.review.href({ id }, { liste })}#resume`);
    expect(await shown()).toContain("Retirer l’étiquette À revoir");
    expect(await label()).toEqual([{ name: "À revoir" }]);
    await sendForm(officer, { body: await shown() }, href, { retirer: "À revoir" });
    expect(await label()).toEqual([]);
    const write = await sendForm(officer, { body: await shown() }, urls.reviewNotes.href({ id }), { note: "Vu." });
    expect(write.location).toContain("liste=vue");
    expect(await page(await w.browser(agents.auditor))).not.toContain(href);
  });

  it("one follows a file and leaves it", async () => {
    const href = urls.reviewFollowing.href({ id });
    const count = () =>
      w.inTx(
        async (tx) =>
          (await tx.selectFrom("follower").select("person_id").where("application_id", "=", id).execute()).length,
      );
    expect((await sendForm(officer, { body: await page(officer) }, href, { action: "suivre" })).status).toBe(303);
    expect(await count()).toBe(1);
    expect((await sendForm(officer, { body: await page(officer) }, href, { action: "laisser" })).status).toBe(303);
    expect(await count()).toBe(0);
  });

  it("a template is filled from the file, and one that names an unknown field is refused", async () => {
    const href = urls.reviewTemplates.href();
    const refused = await supervisor.post(href, { titre: "Précision", texte: "Bonjour {inconnu}." });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("{inconnu}");
    expect(
      (await supervisor.post(href, { titre: "Précision", texte: "Dossier {numero}, signé {agent}." })).status,
    ).toBe(303);
    const template = await w.inTx((tx) => tx.selectFrom("message_template").select("id").executeTakeFirstOrThrow());
    const { body } = await officer.get(urls.review.href({ id }, { modele: template.id }));
    expect(body).toMatch(/<textarea[^>]*name="message"[^>]*>Dossier AC-2026-\d+, signé Agent officer\./);
  });

  it("an opinion is taken back by who gave it, while nobody validated it", async () => {
    const other = await w.browser(agents.colleague);
    const step = urls.reviewStep.href({ id, step: "take-back" });
    expect(await page(other)).not.toContain("Reprendre mon avis");
    const shown = await page(officer);
    expect((await sendForm(officer, { body: shown }, step)).status).toBe(303);
    const again = await page(officer);
    expect(again).toMatch(/name="sens"[^>]*value="favorable"[^>]*checked/);
    expect(again).not.toContain("L’avis est renvoyé");
    await sendForm(officer, { body: again }, urls.reviewJudgement.href({ id }), {
      acte: "transmettre",
      sens: "favorable",
      aide: "",
      avis: "Avis amendé.",
    });
  });

  it("a supervisor validates with the motivation before the eyes, and comes back to the others", async () => {
    const way = `href="${urls.reviewSeries.href()}"`;
    const home = () => supervisor.get(urls.today.href());
    expect((await home()).body).toContain(way);
    expect((await officer.get(urls.today.href())).body).not.toContain(way);
    const series = await supervisor.get(urls.reviewSeries.href());
    expect(series.body).toContain("Avis amendé.");
    const done = await sendForm(supervisor, series, urls.reviewValidation.href({ id }), { action: "valider" });
    expect([done.status, done.location]).toEqual([303, urls.reviewSeries.href()]);
    expect((await supervisor.get(urls.reviewSeries.href())).body).toContain("Aucun avis n’attend");
    expect((await home()).body).not.toContain(way);
  });

  it("a visit is forgotten a year after", async () => {
    const visits = () => w.inTx(async (tx) => (await tx.selectFrom("file_visit").select("person_id").execute()).length);
    expect(await visits()).toBeGreaterThan(0);
    w.clock.set("2028-01-01T09:00:00Z");
    await forgetAround(w.world);
    expect(await visits()).toBe(0);
  });
});

/** Sends a form with a file, its hidden fields kept; the status of the answer. */
async function sendMultipart(
  browser: Browser,
  body: string,
  action: string,
  fields: Readonly<Record<string, string>>,
  file?: string,
): Promise<number> {
  const form = body.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  const sent = new FormData();
  for (const [, name = "", value = ""] of (form.split("</form>")[0] ?? "").matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  )) {
    sent.set(name, value);
  }
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  if (file !== undefined) {
    sent.set("piece", new File([new Uint8Array(pdfBytes("modele"))], file));
  }
  const response = await w.app.request(new URL(action, w.world.origin).href, {
    method: "POST",
    headers: { cookie: browser.cookies(), origin: w.world.origin },
    body: sent,
  });
  return response.status;
}
