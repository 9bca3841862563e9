import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modernisationProject } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/project.ts";
import { makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { urls } from "#src/urls.ts";
import { allJobs } from "#src/worker.ts";
import type { Browser, Fields } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { agentOf, beginCall, callParts, modernisationTerms, openSchemeOf, step, writeCall } from "./calls.fixture.ts";

const slug = "transitions-2026-appel-d-essai";
let w: TestWorld;
let administrator: Browser;
let officer: Browser;
let lead: Browser;
let organisation: TestOrganisation;
let id: string;

beforeAll(async () => {
  w = await openTestWorld({ now: "2026-03-02T09:00:00Z" });
  organisation = await makeOrganisation(w, 0);
  lead = await w.browser(organisation.owner);
  const author = await agentOf(w, "administrator");
  administrator = await w.browser(author);
  officer = await w.browser(await agentOf(w, "officer"));
  id = await beginCall(w, author, openSchemeOf("modernisation"));
  const parts = { modalites: modernisationTerms, reponses: { ...callParts.reponses, note: "oui" } };
  await writeCall(administrator, id, parts);
});
afterAll(() => w.close());

describe("a filing tried before the call opens", () => {
  it("shows an example reckoned with the terms of the call", async () => {
    const { body } = await administrator.get(urls.deskCallTrial.href({ id }));
    expect(body).toContain("Un exemple chiffré");
    expect(body).toContain("10\u202f000\u00a0€");
  });

  it("says what an applicant would be told, and keeps nothing", async () => {
    const empty = await administrator.post(urls.deskCallTrial.href({ id }), { title: "Un essai" });
    expect(empty.body).toMatch(/\d+\u00a0points à régler avant de déposer/);
    expect(empty.body).toContain('value="Un essai"');
    const raw = modernisationProject(demoApplication(0).organisation, 2026);
    const whole = await administrator.post(urls.deskCallTrial.href({ id }), raw as Fields);
    expect(whole.body).toContain("Avec ses pièces, ce dossier pourrait être déposé");
    expect(whole.body).toContain("10\u202f000\u00a0€");
    const refused = await administrator.post(urls.deskCallTrial.href({ id }), { ...(raw as Fields), "call.q1": "non" });
    expect(refused.body).toContain("Condition propre à l’appel, non remplie");
    expect(await w.inTx((tx) => tx.selectFrom("application").select("id").execute())).toEqual([]);
  });
});

it("is copied with its terms, but for their days", async () => {
  const { location } = await step(administrator, id, "copie");
  const part = urls.deskCallPart.href({ id: location?.split("/").at(-1) ?? "", part: "modalites" });
  const { body } = await administrator.get(part);
  expect(body).toMatch(/name="terms.rate"[^>]*value="50"|value="50"[^>]*name="terms.rate"/);
  expect(body).not.toContain("10/03/2026");
});

describe("a note before a file", () => {
  it("is asked on the page of the call, sent once for an organisation, and answered without deciding", async () => {
    await step(administrator, id, "proposition");
    await step(await w.browser(await agentOf(w, "supervisor")), id, "publication");
    w.clock.set("2026-03-11T09:00:00Z");
    expect((await lead.get(urls.call.href({ slug }))).body).toContain(urls.callNotes.href({ slug }));
    const note = { organisme: organisation.id, titre: "Un accueil repensé", note: "Le besoin, et ce que nous ferons." };
    const missing = await lead.post(urls.callNotes.href({ slug }), { ...note, titre: "" });
    expect(missing.status).toBe(422);
    expect(missing.body).toContain("Le besoin, et ce que nous ferons.");
    for (let times = 0; times < 2; times += 1) await lead.post(urls.callNotes.href({ slug }), note);
    const desk = await officer.get(urls.deskCall.href({ id }));
    expect(desk.body.split("Un accueil repensé")).toHaveLength(2);
    const one = /notes\/([0-9a-f-]{36})/.exec(desk.body)?.[1] ?? "";
    await officer.post(urls.deskCallNote.href({ id, note: one }), { reponse: "Voyez plutôt les transitions." });
    expect((await lead.get(urls.callNotes.href({ slug }))).body).toContain("Voyez plutôt les transitions.");
    const mails = await w.inTx((tx) => tx.selectFrom("mail").select(["to_address", "body"]).execute());
    expect(mails).toEqual([
      { to_address: "owner-0@formation.example", body: expect.stringContaining("Voyez plutôt les transitions.") },
    ]);
  });

  it("is read by its organisation alone, and by the funder", async () => {
    const other = await makeOrganisation(w, 1);
    const page = await (await w.browser(other.owner)).get(urls.callNotes.href({ slug }));
    expect(page.body).not.toContain("Un accueil repensé");
    const rows = await w.inTx((tx) => tx.selectFrom("call_note").select("id").execute(), { person: other.owner });
    expect(rows).toEqual([]);
  });
});

describe("the drafts of a call", () => {
  it("are counted by the first part that waits, and what they say is not shown", async () => {
    const page = await lead.get(urls.newApplication.href({}, { appel: slug }));
    const cle = /name="cle" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const begun = await lead.post(urls.newApplication.href(), { cle, appel: slug, organisme: organisation.id });
    const draft = /demandes\/([0-9a-f-]{36})/.exec(begun.location ?? "")?.[1] ?? "";
    const save = (raw: object) =>
      w.inTx((tx) =>
        tx
          .updateTable("application")
          .set({ raw: JSON.stringify(raw) })
          .where("id", "=", draft)
          .execute(),
      );
    const whole = modernisationProject(demoApplication(0).organisation, 2026);
    await save({ ...whole, title: "Un secret d’équipe", "project.need": "" });
    const desk = (await officer.get(urls.deskCall.href({ id }))).body;
    expect(desk).toContain("1\u00a0brouillon pour cet appel");
    expect(desk).toMatch(/Le besoin et le contexte<\/th><td[^>]*>1</);
    expect(desk).not.toContain("Un secret d’équipe");
    await save(whole);
    expect((await officer.get(urls.deskCall.href({ id }))).body).toMatch(/Pièces à joindre<\/th><td[^>]*>1</);
  });
});

it("forgets notes and who asked, a year after the call closed", async () => {
  await lead.post(urls.callQuestions.href({ slug }), { question: "Puis-je ?" });
  const left = async () =>
    w.inTx(async (tx) => ({
      notes: (await tx.selectFrom("call_note").select("id").execute()).length,
      questions: (await tx.selectFrom("call_question").select("id").execute()).length,
    }));
  w.clock.set("2027-03-26T10:00:00Z");
  await allJobs(w.world)["calls-night"]?.({});
  expect(await left()).toEqual({ notes: 1, questions: 1 });
  w.clock.set("2027-03-28T10:00:00Z");
  await allJobs(w.world)["calls-night"]?.({});
  expect(await left()).toEqual({ notes: 0, questions: 0 });
});
