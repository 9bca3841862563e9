import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cents, sayMoney } from "#policy/index.ts";
import { joinPdf, visitorOf } from "#src/applications/applying.fixture.ts";
import { findApplication, latestRevision } from "#src/life/index.ts";
import { formatMoney } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type FiledRequest, fileRequest, makeAgents } from "../reviewing.fixture.ts";

let w: TestWorld;
let officer: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  officer = await w.browser((await makeAgents(w)).officer);
});
afterAll(() => w.close());

const lastOf = (id: string) => w.inTx((tx) => latestRevision(tx, id));
const read = (id: string) => w.inTx((tx) => findApplication(tx, id));

async function act(id: string, action: string, fields: Record<string, string | readonly string[]>): Promise<void> {
  const version = String((await read(id))?.version);
  expect((await officer.post(action, { cle: randomUUID(), version, ...fields })).status).toBe(303);
}

/** A filed request whose applicant prepared an answer and a paper, before the officer closed what was asked. */
async function preparedAndClosed(): Promise<FiledRequest> {
  const request = await fileRequest(w, 0);
  const { id, organisation } = request;
  const items = { champ: ["title", "document:quote"], echeance: "10/04/2026" };
  await act(id, urls.reviewCompletion.href({ id }), items);
  await joinPdf(w.world, await visitorOf(w, organisation.owner), id, "quote", "pas encore envoyé");
  const applicant = await w.browser(organisation.owner);
  await applicant.post(urls.applicationCompletion.href({ id }), { title: "Préparé" });
  await act(id, urls.reviewCompletionClosing.href({ id }), { motif: "Reçu par téléphone." });
  return request;
}

describe("a corrected commune", () => {
  it("is told by its name to both sides, never by its code alone", async () => {
    const { id, organisation } = await fileRequest(w, 1);
    const path = "structures.0.commune";
    await act(id, urls.reviewCorrection.href({ id }), { champ: path, [path]: "27229", motif: "Le siège." });
    const applicant = await w.browser(organisation.owner);
    for (const page of [
      await applicant.get(urls.application.href({ id })),
      await officer.get(urls.review.href({ id })),
    ]) {
      expect(page.body).toContain("Évreux");
      expect(page.body).not.toMatch(/>\s*27229\s*</);
    }
  });
});

describe("a correction that changes the aid", () => {
  it("shows what was asked before it beside what is asked now", async () => {
    const { id } = await fileRequest(w, 3);
    const before = (await read(id))?.requestedAid ?? null;
    const path = "structures.0.phases.0.days";
    await act(id, urls.reviewCorrection.href({ id }), { champ: path, [path]: "1", motif: "Coquille." });
    expect((await read(id))?.requestedAid).not.toBe(before);
    const { body } = await officer.get(urls.review.href({ id }));
    const [, told = ""] = /<dt>Aide demandée<\/dt><dd>(.*?)<\/dd>/.exec(body) ?? [];
    expect(told).toContain(`Après correction par le service ; ${sayMoney(cents(before ?? 0))} avant elle`);
    expect(told).toContain(formatMoney((await read(id))?.requestedAid ?? 0));
  });
});

describe("the page of a correction", () => {
  it("names the answer as the form does, the colon held to the word before it", async () => {
    const { id } = await fileRequest(w, 9);
    const champ = "structures.0.headcount";
    const { body } = await officer.get(urls.reviewCorrection.href({ id }, { champ }));
    expect(body).toContain("Combien de salariés");
  });
});

describe("a correction after a request for more was closed", () => {
  it("freezes no paper that was not sent, and keeps what the applicant had prepared", async () => {
    const { id, organisation } = await preparedAndClosed();
    const filed = await lastOf(id);
    const path = "structures.0.headcount";
    await act(id, urls.reviewCorrection.href({ id }), { champ: path, [path]: "113", motif: "Coquille." });
    const after = await lastOf(id);
    expect(after?.number).toBe(2);
    expect(after?.attachments).toEqual(filed?.attachments);
    expect(after?.raw).toEqual({ ...filed?.raw, [path]: "113" });
    const draft = (await read(id))?.raw;
    expect([draft?.title, draft?.[path]]).toEqual(["Préparé", "113"]);
    const page = await (await w.browser(organisation.owner)).get(urls.application.href({ id }));
    expect(page.body).not.toContain("Préparé");
  });
});

describe("a correction of what was already concluded", () => {
  const path = "structures.0.headcount";
  const finding = (reason: string) => ({ "point:CS-4@party.0": "met", "motif:CS-4@party.0": reason });

  it("says beforehand which points it reopens, and is made once that was read", async () => {
    const { id } = await fileRequest(w, 2);
    await act(id, urls.reviewStep.href({ id, step: "declare-complete" }), {});
    await act(id, urls.reviewStep.href({ id, step: "start-review" }), {});
    await act(id, urls.reviewJudgement.href({ id }), finding("Vu sur place."));
    const href = urls.reviewCorrection.href({ id });
    const fields = async () => ({ cle: randomUUID(), version: String((await read(id))?.version) });
    const slip = { champ: path, [path]: "3", motif: "Un chiffre doublé." };

    const warned = await officer.post(href, { ...(await fields()), ...slip });
    expect(warned.status).toBe(422);
    expect(warned.body).toContain("Ce que cette correction rouvre");
    expect(warned.body).toMatch(/<li>CS-4, [^<]*le constat ne compte plus/);
    expect((await lastOf(id))?.number).toBe(1);

    const done = await officer.post(href, { ...(await fields()), ...slip, suites: "vues" });
    expect(done.status).toBe(303);
    expect((await lastOf(id))?.number).toBe(2);
    const { body } = await officer.get(urls.review.href({ id }));
    expect(body).toContain("il ne compte plus tant qu’il n’est pas refait");
  });

  it("says nothing where nothing settled changes", async () => {
    const { id } = await fileRequest(w, 4);
    await act(id, urls.reviewJudgement.href({ id }), finding("Vu."));
    const title = { champ: "title", title: "Un autre titre", motif: "Une faute de frappe." };
    await act(id, urls.reviewCorrection.href({ id }), title);
    expect((await lastOf(id))?.number).toBe(2);
  });
});
