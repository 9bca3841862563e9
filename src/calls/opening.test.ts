import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SKIPPED_HOUR } from "#src/platform/legal-time.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { agentOf, beginCall, callParts, openSchemeOf, step, versionOf, writeCall } from "./calls.fixture.ts";

let w: TestWorld;
let administrator: Browser;
let supervisor: Browser;
let both: Browser;
let id: string;
const slug = "transitions-2026-appel-d-essai";

beforeAll(async () => {
  w = await openTestWorld({ now: "2026-03-02T09:00:00Z" });
  const author = await agentOf(w, "administrator");
  administrator = await w.browser(author);
  supervisor = await w.browser(await agentOf(w, "supervisor"));
  both = await w.browser(await agentOf(w, "administrator", "supervisor"));
  id = await beginCall(w, author, openSchemeOf("appui-conseil"));
});
afterAll(() => w.close());

describe("a call, from its first words to its closing", () => {
  it("says all that is missing, and is not proposed until nothing is", async () => {
    const { body } = await administrator.get(urls.deskCall.href({ id }));
    for (const label of ["Jour d’ouverture", "Enveloppe", "Analyses par projet", "Régime d’aide"]) {
      expect(body).toContain(label);
    }
    const refused = await step(administrator, id, "proposition");
    expect((await administrator.get(refused.location ?? "")).body).toContain("Rien n’est fait");
    expect((await (await w.browser()).get(urls.call.href({ slug }))).status).toBe(404);
  });

  it("keeps what was typed and says by the field what is wrong", async () => {
    const version = await versionOf(administrator, id);
    const wrong = { ...callParts.calendrier, version, closesOn: "01/03/2026", opensAtHour: "midi pile" };
    const page = await administrator.post(urls.deskCallPart.href({ id, part: "calendrier" }), wrong);
    expect(page.status).toBe(422);
    expect(page.body).toContain("Donnez une heure");
    expect(page.body).toContain('value="midi pile"');
    const marks = { ...callParts.analyse, version, tieRule: "spreading" };
    const unmarked = await administrator.post(urls.deskCallPart.href({ id, part: "analyse" }), marks);
    expect([unmarked.status, unmarked.body.includes("cet appel n’en donne pas")]).toEqual([422, true]);
    const backwards = { ...callParts.calendrier, version, closesOn: "01/03/2026" };
    const other = await administrator.post(urls.deskCallPart.href({ id, part: "calendrier" }), backwards);
    expect(other.body).toContain("La clôture vient après l’ouverture.");
  });

  it("is written part by part, previewed, proposed, and published by another person", async () => {
    await writeCall(administrator, id);
    expect((await administrator.get(urls.deskCall.href({ id }))).body).toContain("Rien ne manque");
    const preview = await administrator.get(urls.deskCallPreview.href({ id }));
    expect(preview.body).toContain("Un aperçu");
    expect(preview.body).toContain("Comité de sélection");
    expect((await step(supervisor, id, "publication")).status).toBe(303);
    await step(administrator, id, "proposition");
    expect((await step(administrator, id, "publication")).status).toBe(403);
    const day = async (agent: Browser) =>
      (await agent.get(urls.today.href())).body.includes(urls.deskCall.href({ id }));
    expect([await day(supervisor), await day(administrator), await day(both)]).toEqual([true, false, true]);
    const published = await step(supervisor, id, "publication");
    expect((await supervisor.get(published.location ?? "")).body).toContain("L’appel est publié.");
  });

  it("is not published by who wrote it, whatever their roles", async () => {
    const other = await beginCall(w, await agentOf(w, "administrator"), openSchemeOf("appui-conseil"));
    await writeCall(both, other);
    await step(both, other, "proposition");
    expect((await step(both, other, "publication")).status).toBe(403);
  });

  it("is announced to all, drawn from what was typed, in every form", async () => {
    const anyone = await w.browser();
    const page = await anyone.get(urls.call.href({ slug }));
    expect(page.body).toContain("Ouvre le 10\u00a0mars 2026 à 9\u00a0h\u00a000");
    expect(page.body).toContain("400\u202f000\u00a0€");
    expect(page.body).toContain("27\u00a0mai 2026");
    expect(page.body).toContain("20\u00a0% de l’aide sont versés au solde");
    for (const paper of openSchemeOf("appui-conseil").documents) expect(page.body).toContain(paper.label);
    expect((await anyone.get(urls.calls.href())).body).toContain("À venir");
    const calendar = new ICAL.Component(ICAL.parse((await anyone.get(urls.callsCalendar.href())).body));
    const dates = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(dates.map(({ summary, startDate }) => [summary, startDate.toJSDate().toISOString()])).toEqual([
      ["Ouverture : Transitions 2026 (appel d’essai)", "2026-03-10T08:00:00.000Z"],
      ["Clôture : Transitions 2026 (appel d’essai)", "2026-03-27T11:00:00.000Z"],
    ]);
    expect((await anyone.get(urls.callsFeed.href())).body).toContain('<title type="html"><![CDATA[Transitions 2026');
    const api = JSON.parse((await anyone.get(urls.callsApi.href({}, { quand: "a-venir" }))).body) as {
      items: readonly object[];
      next: string | null;
    };
    expect(api).toMatchObject({
      items: [{ phase: "to-come", closesAt: "2026-03-27T11:00:00Z", envelope: [{ committed: "400000.00" }] }],
      next: null,
    });
    expect((await anyone.get(urls.callsApi.href({}, { quand: "demain" }))).status).toBe(400);
    expect((await anyone.get(urls.call.href({ slug: "inconnu" }))).status).toBe(404);
  });

  it("takes questions until its day, and publishes the answers without a name", async () => {
    const asker = await w.browser(await agentOf(w, "organiser"));
    const anyone = await w.browser();
    await asker.post(urls.callQuestions.href({ slug }), { question: "Moi, Ana, puis-je répondre seule ?" });
    expect((await anyone.get(urls.call.href({ slug }))).body).not.toContain("puis-je répondre seule");
    const desk = await supervisor.get(urls.deskCall.href({ id }));
    const question = /questions\/([0-9a-f-]{36})/.exec(desk.body)?.[1] ?? "";
    // Who may answer finds it on the page of their day, until it is answered.
    const day = async () => (await supervisor.get(urls.today.href())).body;
    expect(await day()).toContain("1\u00a0question sans réponse");
    const words = { question: "Peut-on répondre seul ?", reponse: "Oui." };
    await supervisor.post(urls.deskCallAnswer.href({ id, question }), words);
    expect(await day()).not.toContain("sans réponse");
    const page = await anyone.get(urls.call.href({ slug }));
    expect(page.body).toContain("Peut-on répondre seul ?");
    expect(page.body).not.toContain("Ana");
    // Who asked is told, once: an answer mended is not news.
    await supervisor.post(urls.deskCallAnswer.href({ id, question }), { ...words, reponse: "Oui, ou à plusieurs." });
    expect((await anyone.get(urls.call.href({ slug }))).body).toContain("Oui, ou à plusieurs.");
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select(["subject", "body"]).where("to_address", "like", "organiser-%").execute(),
    );
    expect(mails).toEqual([
      { subject: expect.stringContaining("Réponse à votre question"), body: expect.stringContaining("\n\nOui.\n\n") },
    ]);
    expect(mails[0]?.body).toContain("parce que vous avez posé cette question");
    expect(mails[0]?.body).toContain(`${urls.call.href({ slug })}#questions`);
    expect(mails[0]?.body).not.toContain("Ana");
  });

  it("can be taken back until it opens, and never changes after", async () => {
    const { body } = await supervisor.get(urls.deskCall.href({ id }));
    expect(body).toContain("Retirer pour corriger");
    // Two forms of this page ask why: each has a field of its own.
    expect(body.match(/id="champ-motif[^"]*"/g)).toEqual(['id="champ-motif-retrait"', 'id="champ-motif"']);
    w.clock.set("2026-03-10T08:00:00Z");
    const late = await step(supervisor, id, "retrait", { motif: "Une erreur." });
    expect((await supervisor.get(late.location ?? "")).body).toContain("Rien n’est fait");
    const part = urls.deskCallPart.href({ id, part: "calendrier" });
    expect((await administrator.get(part)).status).toBe(403);
    expect((await administrator.post(part, { ...callParts.calendrier, version: "1" })).status).toBe(403);
    expect((await (await w.browser()).get(urls.call.href({ slug }))).body).toContain("dans 17\u00a0jours");
  });

  it("is only extended, with a reason that everyone reads; once closed, for an outage and three working days", async () => {
    const extend = async (fields: Readonly<Record<string, string>>) =>
      supervisor.post(urls.deskCallExtension.href({ id }), { version: await versionOf(supervisor, id), ...fields });
    const later = { jour: "30/03/2026", heure: "12 h", motif: "Le formulaire a changé." };
    expect((await extend({ ...later, motif: "" })).body).toContain("Dites pourquoi");
    expect((await extend({ ...later, jour: "20/03/2026" })).body).toContain("vient après celle d’aujourd’hui");
    const both = (await extend({ ...later, jour: "20/03/2026", heure: "midi" })).body;
    expect(both).toContain("vient après celle d’aujourd’hui");
    expect(both).toContain("Donnez une heure");
    // The night when the clocks change: no clock shows this hour.
    expect((await extend({ ...later, jour: "29/03/2026", heure: "2 h 30" })).body).toContain(SKIPPED_HOUR);
    expect((await extend(later)).status).toBe(303);
    const page = await (await w.browser()).get(urls.call.href({ slug }));
    expect(page.body).toContain("Prolongé jusqu’au 30\u00a0mars 2026 à 12\u00a0h\u00a000");
    expect(page.body).toContain("Le formulaire a changé.");
    w.clock.set("2026-03-31T09:00:00Z");
    const again = { jour: "06/04/2026", heure: "12 h", motif: "Panne du 30 mars." };
    expect((await extend(again)).status).toBe(422);
    expect((await extend({ ...again, panne: "oui" })).status).toBe(303);
    // Closed on 6 April, Easter Monday: three working days later is the 9th, and the form is gone after it.
    w.clock.set("2026-04-09T09:00:00Z");
    const desk = async () => (await supervisor.get(urls.deskCall.href({ id }))).body;
    expect(await desk()).toContain("le 9\u00a0avril 2026 au plus tard");
    w.clock.set("2026-04-10T09:00:00Z");
    expect(await desk()).not.toContain("Prolonger l’appel");
    expect((await extend({ jour: "20/04/2026", heure: "12 h", motif: "Panne.", panne: "oui" })).status).toBe(422);
  });

  it("has its grid voted by a committee of the service, whose decision it then leads to (D-29)", async () => {
    const other = await beginCall(w, await agentOf(w, "administrator"), openSchemeOf("transitions"));
    const item = await adoptGrid();
    const vote = async (decision: string) =>
      administrator.post(urls.deskCallVote.href({ id: other }), {
        version: await versionOf(administrator, other),
        decision,
      });
    expect((await vote(randomUUID())).status).toBe(422);
    expect((await vote(item)).status).toBe(303);
    const { body } = await administrator.get(urls.deskCall.href({ id: other }));
    expect(body).toContain("Poids votés le 2\u00a0mars 2026 par Comité d’essai, réunion 3");
    const meeting = urls.meeting.href({ slug: "essai", number: "3" });
    expect(body).not.toContain(meeting);
    const officer = await w.browser(await agentOf(w, "officer", "administrator"));
    expect((await officer.get(urls.deskCall.href({ id: other }))).body).toContain(meeting);
  });

  it("is copied for the next year without its days or its amounts, once however often that is asked", async () => {
    const copies = [await step(administrator, id, "copie"), await step(administrator, id, "copie")];
    const [copy = ""] = copies.map(({ location }) => location ?? "");
    expect(new Set(copies.map(({ location }) => location)).size).toBe(1);
    expect(copy).not.toBe(urls.deskCall.href({ id }));
    const { body } = await administrator.get(copy);
    for (const missing of ["Jour d’ouverture", "Jour de clôture", "Enveloppe"]) expect(body).toContain(missing);
    expect(body).not.toContain("Régime d’aide</a>");
  });

  it("keeps each of its versions", async () => {
    const { body } = await supervisor.get(urls.deskCall.href({ id }));
    for (const words of ["commencée", "enregistrée", "proposée", "publiée", "prolongée"]) expect(body).toContain(words);
    const change = w.inTx((tx) =>
      tx.updateTable("call_version").set({ reason: "x" }).where("call_id", "=", id).execute(),
    );
    await expect(change).rejects.toThrow("append-only");
  });
});

/** A committee of selection that adopted a grid; gives the item of its agenda. */
async function adoptGrid(): Promise<string> {
  const at = "2026-03-02T10:00:00Z";
  return w.inTx(async (tx) => {
    const { rows } = await sql<{ item: string }>`
      WITH c AS (INSERT INTO committee (slug, kind, name, purpose, quorum_percent, made_at)
          VALUES ('essai', 'selection', 'Comité d’essai', 'Choisir', 0, ${at}::timestamptz) RETURNING id),
        m AS (INSERT INTO meeting (committee_id, number, title, starts_at, place, state)
          SELECT id, 3, 'Grille', ${at}::timestamptz, 'Caen', 'closed' FROM c RETURNING id),
        i AS (INSERT INTO agenda_item (meeting_id, position, title, to_decide)
          SELECT id, 1, 'Vote de la grille', true FROM m RETURNING id),
        d AS (INSERT INTO committee_decision (item_id, text, in_favour, against, abstained, adopted, decided_at)
          SELECT id, 'Adoptée', 3, 0, 0, true, ${at}::timestamptz FROM i RETURNING item_id)
      SELECT item_id AS item FROM d`.execute(tx);
    return rows[0]?.item ?? "";
  });
}
