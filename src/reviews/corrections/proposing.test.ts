import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOf, pdfBytes } from "#src/applications/applying.fixture.ts";
import { listProposals } from "#src/applications/index.ts";
import { findApplication, latestRevision, listRevisions, type State } from "#src/life/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type FiledRequest, fileRequest, makeAgents, type TestAgents } from "../reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
let officer: Browser;
let n = 0;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  officer = await w.browser(agents.officer);
});
afterAll(() => w.close());

const path = "structures.0.headcount";
const read = (id: string) => w.inTx((tx) => findApplication(tx, id));
const proposalsOf = (id: string) => w.inTx((tx) => listProposals(tx, id));
const lastOf = (id: string) => w.inTx((tx) => latestRevision(tx, id));

async function filed(): Promise<FiledRequest & { readonly owner: Browser }> {
  const request = await fileRequest(w, n++);
  return { ...request, owner: await w.browser(request.organisation.owner) };
}

async function propose(browser: Browser, id: string, fields: Record<string, string>) {
  const action = urls.applicationCorrections.href({ id });
  const page = await browser.get(urls.applicationCorrections.href({ id }, { champ: fields.champ ?? path }));
  return browser.post(action, { ...actOf(page.body, action), champ: path, ...fields });
}

async function reply(browser: Browser, id: string, fields: Record<string, string>) {
  const [proposal] = await proposalsOf(id);
  const act = { cle: randomUUID(), version: String((await read(id))?.version) };
  return browser.post(urls.reviewProposal.href({ id, proposal: proposal?.id ?? randomUUID() }), { ...act, ...fields });
}

const put = (id: string, state: State) =>
  w.inTx((tx) => tx.updateTable("application").set({ state }).where("id", "=", id).execute());

describe("an answer that the applicant proposes to correct", () => {
  it("changes nothing until an agent accepts it, then makes a version beside the frozen one; both see before and after", async () => {
    const { id, owner } = await filed();
    const before = await lastOf(id);
    const sent = await propose(owner, id, { [path]: "113", motif: "Deux chiffres inversés." });
    expect([sent.status, sent.location]).toEqual([303, `/demandes/${id}#corrections`]);
    expect((await lastOf(id))?.number).toBe(1);
    for (const page of [await owner.get(urls.application.href({ id })), await officer.get(urls.review.href({ id }))]) {
      const text = page.body.replaceAll(/[\u00a0\u202f]/g, " ");
      const filedAs = `${String(before?.raw[path])} salariés`;
      for (const words of ["113 salariés", filedAs, "Deux chiffres inversés.", "Attend une réponse"])
        expect(text.includes(words), words).toBe(true);
    }
    const accepted = await reply(officer, id, { reponse: "accepter" });
    expect(accepted.status).toBe(303);
    const revisions = await w.inTx((tx) => listRevisions(tx, id));
    expect(revisions.map((one) => [one.number, one.raw[path]])).toEqual([
      [2, "113"],
      [1, before?.raw[path]],
    ]);
    expect(revisions[1]?.hash).toBe(before?.hash);
    expect((await owner.get(urls.application.href({ id }))).body).toContain("Acceptée");
    const acts = await w.inTx((tx) =>
      tx
        .selectFrom("journal")
        .select(["act", "visible_to_applicant"])
        .where("chain", "=", `application:${id}`)
        .orderBy("position")
        .execute(),
    );
    expect(acts.slice(-2)).toEqual([
      { act: "correction-proposed", visible_to_applicant: true },
      { act: "correction-accepted", visible_to_applicant: true },
    ]);
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select("subject").where("application_id", "=", id).execute(),
    );
    expect(mails.map(({ subject }) => subject.replace(/ \(.*/, ""))).toEqual(
      expect.arrayContaining(["Votre correction est acceptée"]),
    );
  });

  it("is refused with a reason, which the applicant reads; the file stays as it was", async () => {
    const { id, owner } = await filed();
    await propose(owner, id, { [path]: "113", motif: "Erreur." });
    const silent = await reply(officer, id, { reponse: "refuser" });
    expect([silent.status, silent.body.includes("Dites pourquoi")]).toEqual([422, true]);
    expect((await reply(officer, id, { reponse: "refuser", motif: "Le bilan dit 13." })).status).toBe(303);
    expect((await lastOf(id))?.number).toBe(1);
    expect((await owner.get(urls.application.href({ id }))).body).toContain("Le bilan dit 13.");
    const again = await reply(officer, id, { reponse: "accepter" });
    expect([again.status, again.body.includes("a déjà répondu")]).toEqual([422, true]);
    expect((await lastOf(id))?.number).toBe(1);
  });

  it.each([
    [{ [path]: "beaucoup", motif: "x" }, "nombre"],
    [{ [path]: "", motif: "x" }, "Donnez la réponse corrigée."],
    [{ [path]: "113", motif: "" }, "Dites pourquoi"],
    [{ [path]: "113", motif: "\u200b" }, "Dites pourquoi"],
    [{ [path]: "113", motif: "x".repeat(2001) }, "Raccourcissez ce motif"],
  ])("is told what is wrong, beside what was typed: %o", async (fields, words) => {
    const { id, owner } = await filed();
    const refused = await propose(owner, id, fields);
    expect([refused.status, refused.body.includes(words)]).toEqual([422, true]);
    expect(await proposalsOf(id)).toEqual([]);
  });

  it("is asked once at a time, whatever is pressed twice, and again once answered", async () => {
    const { id, owner } = await filed();
    await propose(owner, id, { [path]: "113", motif: "Erreur." });
    const second = await propose(owner, id, { [path]: "114", motif: "Erreur." });
    expect([second.status, second.body.includes("déjà proposé")]).toEqual([422, true]);
    await reply(officer, id, { reponse: "refuser", motif: "Non." });
    expect((await propose(owner, id, { [path]: "114", motif: "Erreur." })).status).toBe(303);
    expect(await proposalsOf(id)).toHaveLength(2);
  });

  it("keeps an emoji whole at the end of a long reason", async () => {
    const { id, owner } = await filed();
    const motif = `${"a".repeat(1999)}😀`;
    expect((await propose(owner, id, { [path]: "113", motif })).status).toBe(303);
    expect((await proposalsOf(id))[0]?.reason).toBe(motif);
  });
});

describe("a paper that the applicant proposes", () => {
  async function proposePaper(id: string, person: string, bytes = pdfBytes("nouveau devis")) {
    const form = new FormData();
    const act = { cle: randomUUID(), version: "1", motif: "Le devis a été corrigé." };
    for (const [name, value] of Object.entries(act)) form.append(name, value);
    form.append("fichier", new File([new Uint8Array(bytes)], "devis-2.pdf"));
    const href = urls.applicationCorrectionPaper.href({ id }, { piece: "quote" });
    const headers = { origin: w.world.origin, cookie: await w.signIn(person) };
    return w.app.request(new URL(href, w.world.origin).href, { method: "POST", body: form, headers });
  }

  it("waits aside, opens for the agent, and takes the place of the other once accepted", async () => {
    const { id, organisation } = await filed();
    const before = (await lastOf(id))?.attachments.find((one) => one.key === "quote");
    expect((await proposePaper(id, organisation.owner)).status).toBe(303);
    const [proposal] = await proposalsOf(id);
    const attachment = proposal?.attachmentId ?? "";
    const opened = await officer.get(urls.reviewAttachment.href({ id, attachment }));
    expect(opened.headers.get("content-type")).toBe("application/pdf");
    expect((await lastOf(id))?.attachments.some((one) => one.id === attachment)).toBe(false);
    expect((await reply(officer, id, { reponse: "accepter" })).status).toBe(303);
    const after = await lastOf(id);
    expect(after?.attachments.filter((one) => one.key === "quote").map((one) => one.id)).toEqual([attachment]);
    const [, first] = await w.inTx((tx) => listRevisions(tx, id));
    expect(first?.attachments.find((one) => one.key === "quote")).toEqual(before);
    const held = await w.inTx((tx) =>
      tx
        .selectFrom("attachment")
        .select("id")
        .where("application_id", "=", id)
        .where("document", "=", "quote")
        .where("removed_at", "is", null)
        .execute(),
    );
    expect(held).toEqual([{ id: attachment }]);
  });

  it("that is not what it says is not taken, and nothing is kept of it", async () => {
    const { id, organisation } = await filed();
    const refused = await proposePaper(id, organisation.owner, Buffer.from("MZ"));
    expect([refused.status, (await refused.text()).includes("n’est pas pris")]).toEqual([422, true]);
    expect(await proposalsOf(id)).toEqual([]);
  });
});

describe("who and when", () => {
  it("its owners and editors propose; readers are told no, others find nothing", async () => {
    const { id, organisation } = await filed();
    const other = await fileRequest(w, n++);
    const href = urls.applicationCorrections.href({ id });
    for (const [person, status] of [
      [organisation.editor, 200],
      [organisation.reader, 403],
      [other.organisation.owner, 404],
      [agents.officer, 404],
    ] as const)
      expect((await (await w.browser(person)).get(href)).status, person).toBe(status);
  });

  it.each(["draft", "completion-requested", "awarded", "rejected", "withdrawn", "signed"] as const)(
    "not while it is %s",
    async (state) => {
      const { id, owner } = await filed();
      await put(id, state);
      const sent = await owner.post(urls.applicationCorrections.href({ id }), {
        cle: randomUUID(),
        version: "1",
        champ: path,
        [path]: "113",
        motif: "x",
      });
      expect([sent.status, await proposalsOf(id)]).toEqual([403, []]);
    },
  );

  it.each(["proposed-favourable", "validated-unfavourable"] as const)(
    "while it is %s it is refused, or accepted once the opinion is sent back",
    async (state) => {
      const { id, owner } = await filed();
      await put(id, state);
      await propose(owner, id, { [path]: "113", motif: "Erreur." });
      const accepted = await reply(officer, id, { reponse: "accepter" });
      expect([accepted.status, accepted.body.includes("renvoyez-le à l’instruction")]).toEqual([422, true]);
      expect((await lastOf(id))?.number).toBe(1);
      await put(id, "under-review");
      expect((await reply(officer, id, { reponse: "accepter" })).status).toBe(303);
    },
  );

  it("an agent answers none of it after the vote, and the applicant is told that nobody did", async () => {
    const { id, owner } = await filed();
    await propose(owner, id, { [path]: "113", motif: "Erreur." });
    await put(id, "awarded");
    expect((await reply(officer, id, { reponse: "refuser", motif: "Trop tard." })).status).toBe(422);
    expect((await owner.get(urls.application.href({ id }))).body).toContain("Sans réponse avant la décision");
  });

  it.each(["approver", "accountant", "administrator", "auditor"] as const)(
    "an agent who is %s answers none",
    async (role) => {
      const { id, owner } = await filed();
      await propose(owner, id, { [path]: "113", motif: "Erreur." });
      expect((await reply(await w.browser(agents[role]), id, { reponse: "accepter" })).status).toBe(403);
      expect((await lastOf(id))?.number).toBe(1);
    },
  );
});
