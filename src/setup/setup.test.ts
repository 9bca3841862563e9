import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fictionalSiren } from "#policy/demonstration/index.ts";
import { frameworkByVersion } from "#policy/index.ts";
import { makeDraft, makeOrganisation } from "#src/applications/applying.fixture.ts";
import { openApplication } from "#src/life/index.ts";
import { instructionOf, loadReviewed, schemeOf } from "#src/reviews/index.ts";
import { judge } from "#src/reviews/opinions/judge.ts";
import {
  agentVisitor,
  type FiledRequest,
  fileRequest,
  makeAgents,
  type TestAgents,
} from "#src/reviews/reviewing.fixture.ts";
import { appliedTo } from "#src/schemes/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld;
let agents: TestAgents;
let administrator: Browser;
let supervisor: Browser;
let early: FiledRequest;
/** The file filed under the doctrine, and the doubt that it closes. */
const departing: { id: string; doubt: string }[] = [];

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  administrator = await w.browser(agents.administrator);
  supervisor = await w.browser(agents.supervisor);
  early = await fileRequest(w, 2);
}, 300_000);
afterAll(() => w.close());

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

async function confirm(by: Browser): Promise<void> {
  const { id } = await w.inTx((tx) =>
    tx
      .selectFrom("setting_version")
      .select("id")
      .where("confirmed_at", "is", null)
      .where("refused_at", "is", null)
      .executeTakeFirstOrThrow(),
  );
  expect((await by.post(urls.settingProposal.href({ id }), { reponse: "confirmer" })).status).toBe(303);
}

const fileOf = (id: string) =>
  w.inTx(async (tx) => (await loadReviewed(tx, id, agents.officer)) ?? expect.fail("no file"));

it("closes a doubt for all requests filed after, tells it, and keeps what was filed before", async () => {
  const scheme = schemeOf((await fileOf(early.id)).application);
  const doubt =
    instructionOf(await fileOf(early.id)).asked.doubts.find(({ alternative }) => alternative !== null)?.id ??
    expect.fail("no doubt");
  const page = urls.doctrineOf.href({ scheme: "appui-conseil", doubt });
  expect(plain((await supervisor.get(page)).body)).toContain("1 dossier en cours rencontre ce doute");
  expect((await administrator.post(page, { lecture: "alternative", motifs: "x" })).status).toBe(403);
  expect((await supervisor.post(page, { lecture: "alternative" })).status).toBe(422);
  await supervisor.post(page, { lecture: "alternative", motifs: "Pour traiter tous de même." });
  // Proposed for today, it is kept for tomorrow, and said so.
  expect(plain((await supervisor.get(page)).body)).toContain("déposées à partir du 11 mars 2026");
  await confirm(administrator);
  expect(plain((await supervisor.get(page)).body)).toContain("Autre lecture, à partir du 11 mars 2026");
  expect(plain((await supervisor.get(urls.doctrine.href())).body)).toContain("Autre lecture, à partir du 11 mars 2026");
  const late = await fileRequest(w, 4);
  w.clock.set("2026-03-11T09:00:00Z");
  const after = await fileRequest(w, 6);
  for (const before of [early, late]) {
    const { application } = await fileOf(before.id);
    expect(schemeOf(application).ruleSetHash).toBe(scheme.ruleSetHash);
  }
  departing.push({ id: after.id, doubt });
  const { application, revision } = await fileOf(after.id);
  expect(appliedTo(schemeOf(application)).doctrine[doubt]?.reading).toBe("alternative");
  expect(schemeOf(application).ruleSetHash).not.toBe(scheme.ruleSetHash);
  expect(revision.ruleSetHash).toBe(schemeOf(application).ruleSetHash);
  const rules = plain((await (await w.browser()).get(urls.algorithmOf.href({ scheme: "appui-conseil" }))).body);
  expect(rules).toContain("Pour traiter tous de même.");
  const officer = await w.browser(agents.officer);
  expect(plain((await officer.get(urls.review.href({ id: after.id }))).body)).toContain("Doctrine depuis le 11");
  // What an officer would be refused is not offered to them.
  const radio = `name="point:${doubt}"`;
  expect((await officer.get(urls.review.href({ id: after.id }))).body).not.toContain(radio);
  expect((await supervisor.get(urls.review.href({ id: after.id }))).body).toContain(radio);
  expect(instructionOf(await fileOf(after.id)).left.some(({ subject }) => subject === doubt)).toBe(false);
});

it("lets only a supervisor depart from the doctrine on one file, with a reason", async () => {
  const [{ id, doubt } = expect.fail("no file under the doctrine")] = departing;
  const version = async () => (await fileOf(id)).application.version;
  const point = (reason: string) => ({
    points: [{ key: doubt, conclusion: "default", reason }],
    sharedReason: "",
    restIsSatisfying: false,
    costs: null,
    opinion: null,
  });
  const act = async (who: "officer" | "supervisor", reason: string) =>
    judge(
      w.world,
      await agentVisitor(w, agents[who], who),
      { id, key: randomUUID(), version: await version(), location: "/" },
      point(reason),
    );
  expect(JSON.stringify(await act("officer", "Cas à part."))).toContain("seul un responsable de service s’en écarte");
  expect((await act("supervisor", "")).kind).toBe("refused");
  expect((await act("supervisor", "Cas à part.")).kind).toBe("done");
});

it("adds a paper to what is filed later, words another, and removes none", async () => {
  const page = urls.schemeSetup.href({ scheme: "appui-conseil" });
  const own = frameworkByVersion("2025-07-15")?.scheme("appui-conseil");
  const papers = own?.status === "open" ? own.form.documents : [];
  const [first] = papers;
  const typed = Object.fromEntries(
    papers.flatMap(({ id, label, hint = "" }) => [
      [`piece-${id}-nom`, label],
      [`piece-${id}-aide`, hint],
    ]),
  );
  const refused = await administrator.post(page, { objet: "pieces", ...typed, [`piece-${first?.id}-nom`]: "" });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain("une pièce du dispositif ne se retire pas");
  const fields = {
    objet: "pieces",
    ...typed,
    [`piece-${first?.id}-nom`]: "Devis très détaillé",
    "ajout-1-nom": "Attestation sur l’honneur",
    "ajout-1-obligatoire": "oui",
  };
  expect((await administrator.post(page, fields)).status).toBe(303);
  await confirm(supervisor);
  w.clock.set("2026-03-12T09:00:00Z");
  const organisation = await makeOrganisation(w, 8);
  const { id } = await makeDraft(w, organisation, 8, { papers: false });
  const file = await w.inTx((tx) => openApplication(tx, id, w.clock.now()));
  const asked = file?.reading.documents.map(({ label }) => label) ?? [];
  expect(asked).toContain("Devis très détaillé");
  expect(file?.reading.gaps.map(({ label }) => label)).toContain("Attestation sur l’honneur");
  expect(file?.reading.scheme.form.documents).toHaveLength(papers.length + 1);
  expect(schemeOf((await fileOf(early.id)).application).form.documents).toHaveLength(papers.length);
  const stranger = await w.browser();
  // The page that is remembered goes once the database has told of the change, a moment later on a busy machine.
  await expect
    .poll(async () => (await stranger.get(urls.scheme.href({ scheme: "appui-conseil" }))).body)
    .toContain("Attestation sur l’honneur");
});

it("takes no request of a scheme that is closed, and says why", async () => {
  await administrator.post(urls.schemeSetup.href({ scheme: "appui-conseil" }), {
    objet: "ouverture",
    ouvert: "non",
    note: "Fermé jusqu’en mai.",
  });
  await confirm(supervisor);
  w.clock.set("2026-03-13T09:00:00Z");
  const organisation = await makeOrganisation(w, 9);
  const owner = await w.browser(organisation.owner);
  expect((await owner.get(urls.newApplication.href({}, { dispositif: "appui-conseil" }))).location).toBe(
    urls.scheme.href({ scheme: "appui-conseil" }),
  );
  await expect(fileRequest(w, 10)).rejects.toThrow("Fermé jusqu’en mai.");
});

it("writes a letter's words once two people agreed, after showing them in the real letter", async () => {
  const key = "text.mail.application-complete.body";
  const page = urls.textSetup.href({ key });
  expect((await administrator.post(page, { texte: "Bonjour {inconnu}" })).status).toBe(422);
  await administrator.post(page, { texte: "Le dossier {dossier} de {organisme} est complet." });
  await confirm(supervisor);
  expect(w.world.config.funder.texts[key]).toBe("Le dossier {dossier} de {organisme} est complet.");
  expect(plain((await administrator.get(page)).body)).toContain(
    "Le dossier AC-2026-00042 de Organisme d’exemple est complet.",
  );
});

it("takes aid of before from a spreadsheet: errors by cell, then a preview, then it counts until taken back", async () => {
  const siren = fictionalSiren(70_001);
  const sheet = async (rows: readonly (readonly (string | number)[])[]) => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet("Aides");
    page.addRow(["SIREN", "Dispositif", "Date", "Aide", "Jours", "Référence"]);
    for (const row of rows) page.addRow([...row]);
    return new File([(await book.xlsx.writeBuffer()) as ArrayBuffer], "aides.xlsx");
  };
  const send = async (file: File) => {
    const body = new FormData();
    body.append("fichier", file);
    const headers = { cookie: administrator.cookies(), origin: w.world.origin };
    return w.app.request(new URL(urls.grants.href(), w.world.origin).href, { method: "POST", body, headers });
  };
  const wrong = await send(await sheet([[siren, "Appui-conseil", "hier", "9 100", "12,3", ""]]));
  expect(wrong.status).toBe(422);
  const said = plain(await wrong.text());
  expect(said).toContain("Donnez des jours ou des demi-journées");
  expect(said).toContain("Donnez la délibération ou la convention");
  const read = await send(
    await sheet([
      [siren, "1.b", "15/10/2025", "9 100,50", "12,5", "CP 2025-10-15"],
      [siren, "1.b", "03/03/2021", 1000, 2, "CP 2021"],
    ]),
  );
  const older = await send(await sheet([[siren, "1.b", "03/03/2021", 1000, 2, "CP 2021"]]));
  const shownOnly = (await administrator.get(older.headers.get("location") ?? "")).body;
  expect(shownOnly).not.toContain("elles comptent");
  const preview = read.headers.get("location") ?? "";
  expect(plain((await administrator.get(preview)).body)).toContain(
    "2 aides : 1 dans les plafonds de cette version du cadre, 1 montrée seulement.",
  );
  const held = () =>
    w.inTx((tx) =>
      tx
        .selectFrom("past_grant")
        .select(["granted_on", "measures"])
        .where("siren", "=", siren)
        .orderBy("granted_on")
        .execute(),
    );
  expect(await held()).toEqual([]);
  await administrator.post(preview, { acte: "confirmer" });
  await administrator.post(preview, { acte: "confirmer" });
  expect(await held()).toEqual([
    { granted_on: "2021-03-03", measures: { aid: 100_000, days: 2 } },
    { granted_on: "2025-10-15", measures: { aid: 910_050, days: 12.5 } },
  ]);
  await administrator.post(preview, { acte: "retirer", motif: "Mauvais fichier" });
  expect(await held()).toEqual([]);
  expect((await supervisor.post(urls.grants.href())).status).toBe(403);
});

it("looks through the journal, exports it, and proves it at a click", async () => {
  const auditor = await w.browser(agents.auditor);
  const page = plain(
    (await auditor.get(urls.journal.href({}, { acte: "setting-confirmed", personne: "supervisor" }))).body,
  );
  expect(page).toContain("Réglage confirmé");
  expect(page).not.toContain("Agent administrator ,");
  const csv = (await auditor.get(urls.journalExport.href({}, { acte: "past-grants-removed" }))).body;
  expect(csv).toContain("Mauvais fichier");
  expect(plain((await auditor.post(urls.journalProof.href())).body)).toContain("Tout est intact");
  expect((await (await w.browser(agents.officer)).get(urls.journal.href())).status).toBe(403);
});

it("lets an agent name a deputy of the same role, and end it", async () => {
  const officer = await w.browser(agents.officer);
  const typed = { absent: agents.officer, du: "16/03/2026", au: "20/03/2026" };
  const deputies = (await officer.get(urls.leaves.href())).body.split('name="suppleant"')[1] ?? "";
  expect(deputies).toContain(agents.colleague);
  expect(deputies).not.toContain(agents.approver);
  expect(deputies).not.toContain(agents.officer);
  expect((await officer.post(urls.leaves.href(), { ...typed, suppleant: agents.approver })).status).toBe(422);
  expect((await officer.post(urls.leaves.href(), { ...typed, suppleant: agents.colleague })).status).toBe(303);
  expect(plain((await officer.get(urls.leaves.href())).body)).toContain("Agent officer Du 16");
  const other = await w.browser(agents.approver);
  expect((await other.get(urls.leaves.href())).body).toContain("personne ne peut suppléer");
  expect((await other.post(urls.leaves.href(), { ...typed, suppleant: agents.colleague })).status).toBe(403);
  const { id } = await w.inTx((tx) => tx.selectFrom("leave").select("id").executeTakeFirstOrThrow());
  expect((await other.post(urls.leaveEnd.href({ id }))).status).toBe(403);
  expect((await officer.post(urls.leaveEnd.href({ id }))).status).toBe(303);
});
