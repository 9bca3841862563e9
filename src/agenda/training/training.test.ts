import { createHash, createPublicKey, verify } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "#policy/index.ts";
import { makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { createPerson, grantAgentRole } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { linkOf, mailsTo, makeRunner, openSession, planFields, standAt, tick } from "../agenda.fixture.ts";
import { readPlan } from "./year/plan.ts";

let w: TestWorld;
let operator: Browser;
let member: Browser;
let officer: Browser;
let organisation: TestOrganisation;
let session: Awaited<ReturnType<typeof openSession>>;

beforeAll(async () => {
  w = await openTestWorld();
  operator = await w.browser(await makeRunner(w, "operator"));
  organisation = await makeOrganisation(w, 0);
  member = await w.browser(organisation.owner);
  const agent = await w.inTx(async (tx) => {
    const id = await createPerson(tx, { name: "Agent instructeur", email: "officer@region.example" });
    await grantAgentRole(tx, id, "officer");
    return id;
  });
  officer = await w.browser(agent);
  session = await openSession(operator);
});
afterAll(() => w.close());

/** Sends a multipart form as a browser does, a file included. */
async function sendSheet(rows: readonly (readonly string[])[]) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Équipe");
  for (const row of rows) sheet.addRow([...row]);
  const form = new FormData();
  form.set("organisme", organisation.id);
  form.set("liste", "");
  form.set("fichier", new File([await book.xlsx.writeBuffer()], "equipe.xlsx"));
  return w.app.request(new URL(urls.teamRegistration.href({ slug: session.slug }), w.world.origin).href, {
    method: "POST",
    headers: { origin: w.world.origin, cookie: member.cookies() },
    body: form,
  });
}

const team = [
  ["Nom", "Courriel", "Métier", "Sexe", "Département", "Payé par l’OPCO", "Accord du responsable"],
  ["Alix Un", "alix@formation.example", "Formatrice", "Femme", "14", "Non", "Oui"],
  ["Basile Deux", "basile@formation.example", "formateurs", "H", "Calvados", "en partie", "oui"],
  ["Cora Trois", "cora@formation.example", "Accueil", "femme", "50", "", ""],
  ["Dan Quatre", "dan@formation.example", "", "", "", "", ""],
  ["Eli Cinq", "eli@formation.example", "", "", "", "", ""],
];

describe("a course, from its programme to what its employers get back", () => {
  it("is in the catalogue and the agenda, found by its words, with the year's programme beside 2019", async () => {
    const anyone = await w.browser();
    expect((await anyone.get(urls.catalogue.href({}, { q: "hybrides" }))).body).toContain(
      "Concevoir un module hybride",
    );
    expect((await anyone.get(urls.catalogue.href({}, { q: "soudure" }))).body).toContain("Aucune formation ne répond");
    expect((await anyone.get(urls.catalogue.href({}, { qui: "personne" }))).status).toBe(400);
    expect((await anyone.get(urls.agenda.href({}, { mois: "2026-04", quoi: "formations" }))).body).toContain(
      "Concevoir un module hybride",
    );
    await operator.post(urls.runVolume.href({ year: "2026" }), {
      sessions: "10",
      places: "100",
      heures: "70",
      personnes: "80",
      source: "Rapport d’activité (fictif)",
    });
    const year = (await anyone.get(urls.trainingYear.href({ year: "2026" }))).body;
    expect(year).toContain("Rapport d’activité (fictif)");
    expect(year).toContain("prend 50\u00a0% de ce qui reste à l’employeur");
  });

  it("names the wrong lines of a team's list, keeps it, and then registers five colleagues from a spreadsheet", async () => {
    const wrong = await sendSheet([...team.slice(0, 2), ["", "pas-une-adresse", "astronaute"]]);
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain("Ligne 3 : il manque le nom.");
    expect(page).toContain("« pas-une-adresse » n’est pas une adresse électronique.");
    expect(page).toContain("métier inconnu : « astronaute ».");
    expect(page).toContain("alix@formation.example\t");
    const sent = await sendSheet(team);
    expect(sent.status).toBe(303);
    const states = await w.inTx((tx) =>
      tx.selectFrom("registration").select(["name", "state"]).orderBy("name").execute(),
    );
    // Four places: the fifth waits.
    expect(states.map((one) => one.state)).toEqual(["registered", "registered", "registered", "registered", "waiting"]);
    const trainees = await w.inTx((tx) => tx.selectFrom("trainee").selectAll().execute());
    expect(trainees.map((one) => [one.job_family, one.sex, one.department, one.opco_pays])).toContainEqual([
      "trainer",
      "man",
      "14",
      "part",
    ]);
  });

  it("tells each colleague who entered them, why, how long, and how to object, which erases them", async () => {
    const [mail] = await mailsTo(w, "dan@formation.example");
    for (const said of ["Personne owner 0", "vous a inscrit", "5\u00a0ans", "Je ne veux pas être inscrit"]) {
      expect(mail?.body).toContain(said);
    }
    const dan = await w.browser();
    await dan.post(`${await linkOf(w, "dan@formation.example")}/renonciation`, { motif: "opposition" });
    const left = await w.inTx((tx) =>
      tx.selectFrom("registration").select("name").where("ended", "=", "objected").execute(),
    );
    expect(left).toEqual([{ name: "" }]);
    // The place goes to who waited.
    const eli = await linkOf(w, "eli@formation.example");
    await dan.post(`${eli}/place`);
    expect((await dan.get(eli)).body).toContain("Vous êtes inscrit");
  });

  it("is signed by half day, by the trainee then by the trainer, and only while it lasts", async () => {
    const alix = await w.browser();
    const link = await linkOf(w, "alix@formation.example");
    expect((await alix.get(link)).body).not.toContain("Signer ma présence");
    standAt(w, "2026-04-13T07:10:00Z");
    const page = await alix.get(link);
    expect(page.body).toContain("Signer ma présence");
    const slot = /name="seance" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    expect((await alix.postAndFollow(`${link}/presence`, { seance: slot })).body).toContain(
      "Votre présence est signée",
    );
    await operator.post(urls.runOccasionCrew.href({ id: session.id }), {
      nom: "Théo Formateur",
      courriel: "theo@formation.example",
      role: "trainer",
    });
    const theo = await w.browser(
      await w.inTx((tx) => createPerson(tx, { name: "Théo Formateur", email: "theo@formation.example" })),
    );
    // Each finds it at home: who teaches, and who was entered by somebody else, once they have an account.
    const basileAtHome = await w.browser(
      await w.inTx((tx) => createPerson(tx, { name: "Basile Deux", email: "basile@formation.example" })),
    );
    const home = async (one: Browser) => wordsOf((await one.get(urls.dashboard.href())).body);
    expect(await home(theo)).toMatch(/Mes rendez-vous.*Formateur.*Concevoir un module hybride/);
    expect(await home(basileAtHome)).toMatch(/Mes rendez-vous.*Inscrit.*Concevoir un module hybride/);
    expect(await home(member)).not.toContain("Mes rendez-vous");
    expect((await theo.get(urls.myOccasions.href())).body).toContain("Ceux que j’anime");
    expect((await basileAtHome.get(urls.myOccasions.href())).body).toContain("Basile Deux");
    standAt(w, "2026-04-13T15:30:00Z");
    const sheet = await theo.get(urls.runAttendance.href({ id: session.id }));
    const boxes = [...sheet.body.matchAll(/name="present" value="([^"]+)"/g)].map((found) => found[1] ?? "");
    expect(boxes).toHaveLength(8);
    const names = await w.inTx((tx) => tx.selectFrom("registration").select(["id", "name"]).execute());
    const cora = names.find((one) => one.name === "Cora Trois")?.id ?? "";
    const basile = names.find((one) => one.name === "Basile Deux")?.id ?? "";
    // Cora never came, Basile left at noon.
    const present = boxes.filter((box) => !box.startsWith(cora) && box !== `${basile}.1`);
    // The operator runs the session, and is not its trainer: signing is not theirs.
    expect((await operator.post(urls.runAttendance.href({ id: session.id }), { present })).status).toBe(403);
    expect((await theo.post(urls.runAttendance.href({ id: session.id }), { present })).status).toBe(303);
    // The trainer reads the sheet, and runs nothing.
    expect((await theo.get(urls.runOccasionEdit.href({ id: session.id }))).status).toBe(403);
    const printed = await theo.get(urls.runSheet.href({ id: session.id }));
    expect(printed.body.startsWith("%PDF-")).toBe(true);
  });

  it("is closed once over: certificates in PDF and Open Badges for the hours attended, none for who never came", async () => {
    const closing = urls.runSessionClosing.href({ id: session.id });
    standAt(w, "2026-04-13T15:10:00Z");
    const closed = await operator.postAndFollow(closing);
    expect(closed.body).toContain("Session close : 3\u00a0attestations délivrées");
    expect((await operator.postAndFollow(closing)).body).toContain("déjà close");
    const basile = await linkOf(w, "basile@formation.example");
    const anyone = await w.browser();
    expect((await anyone.get(`${basile}/attestation.pdf`)).body.startsWith("%PDF-")).toBe(true);
    const badge = JSON.parse((await anyone.get(`${basile}/badge.json`)).body) as Badge;
    expect(badge.credentialSubject.creditsEarned).toBe(7);
    expect(isVerified(badge)).toBe(true);
    expect(isVerified({ ...badge, credentialSubject: { ...badge.credentialSubject, creditsEarned: 14 } })).toBe(false);
    expect(JSON.stringify(badge)).not.toContain("basile@");
    expect((await anyone.get(`${await linkOf(w, "cora@formation.example")}/attestation.pdf`)).status).toBe(404);
  });

  it("is cancelled by nobody once over, nor is the place of who was there: what was attended stays", async () => {
    const page = await operator.get(urls.runOccasion.href({ id: session.id }));
    expect(page.body).not.toContain("Annuler et prévenir");
    const { version } = await w.inTx((tx) =>
      tx.selectFrom("occasion").select("version").where("id", "=", session.id).executeTakeFirstOrThrow(),
    );
    const calledOff = await operator.post(urls.runOccasionCancellation.href({ id: session.id }), {
      version: String(version),
    });
    expect(calledOff.status).toBe(409);
    const basile = await linkOf(w, "basile@formation.example");
    for (const motif of ["", "opposition"]) await (await w.browser()).post(`${basile}/renonciation`, { motif });
    expect((await (await w.browser()).get(`${basile}/attestation.pdf`)).status).toBe(200);
  });

  it("leaves a folder that an auditor reads: what was announced, who was expected, who came, what it came to", async () => {
    const folder = urls.runFolder.href({ id: session.id });
    const { body, headers } = await operator.get(folder);
    expect(headers.get("content-type")).toBe("application/zip");
    for (const name of ["lisez-moi.txt", "programme.txt", "inscriptions.csv", "emargement.pdf", "evaluations.csv"])
      expect(body).toContain(name);
    expect(body.match(/attestations\/[\w-]+\.pdf/g)?.length).toBeGreaterThanOrEqual(3);
    expect((await member.get(folder)).status).toBe(404);
  });

  it("asks what they think, each question at its field", async () => {
    const anyone = await w.browser();
    const alix = `${await linkOf(w, "alix@formation.example")}/avis/a-chaud`;
    const refused = await anyone.post(alix, { expectations: "4", level: "9" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Choisissez une des réponses.");
    const kept = await anyone.post(alix, {
      expectations: "4",
      level: "3",
      learnt: "4",
      usable: "3",
      better: "Plus long",
    });
    expect(kept.status).toBe(303);
    expect((await anyone.get(alix)).body).toContain("Plus long");
  });

  it("is judged again three months later by what was done with it, asked once", async () => {
    const at = w.clock.now();
    const subjects = async () => (await mailsTo(w, "alix@formation.example")).map((one) => one.subject);
    const cold = "Qu’en avez-vous fait ? Concevoir un module hybride";
    standAt(w, "2026-07-12T09:00:00Z");
    await tick(w);
    expect(await subjects()).not.toContain(cold);
    standAt(w, "2026-07-14T09:00:00Z");
    await tick(w);
    await tick(w);
    expect((await subjects()).filter((one) => one === cold)).toHaveLength(1);
    const page = await (await w.browser()).get(`${await linkOf(w, "alix@formation.example")}/avis/a-froid`);
    expect([page.status, wordsOf(page.body).includes("Qu’en avez-vous fait ?")]).toEqual([200, true]);
    standAt(w, at.toString());
  });

  it("announces no amount while a year has no rule for it (D-51)", async () => {
    const at = w.clock.now();
    const read = readPlan({ ...planFields, part: "", plafond: "", assiette: [] });
    expect(read).toMatchObject({ content: { remainingCost: null } });
    standAt(w, "2027-02-01T09:00:00Z");
    const asked = urls.remainingCost.href({}, { salaire: "340", deplacement: "60" });
    for (const plan of [null, { ...planFields, part: "", plafond: "", assiette: [] }]) {
      if (plan !== null) await operator.post(urls.runPlan.href({ year: "2027" }), plan);
      const { body } = await (await w.browser()).get(asked);
      expect(wordsOf(body)).not.toMatch(/\d €/);
    }
    standAt(w, at.toString());
  });

  it("simulates what the employer may get back, by an address that says it all", async () => {
    const anyone = await w.browser();
    const told = await anyone.get(urls.remainingCost.href({}, { salaire: "340", deplacement: "60", opco: "100" }));
    expect(told.body).toContain("150\u00a0€ au plus pour cette personne");
    const wrong = await anyone.get(urls.remainingCost.href({}, { salaire: "beaucoup" }));
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="beaucoup"');
  });

  it("takes a request for attended seats only, each once, checks it, decides it, and tells", async () => {
    const mine = await member.get(urls.costRequests.href());
    expect(mine.body).toContain("Alix Un");
    expect(mine.body).not.toContain("Cora Trois");
    const seats = [...mine.body.matchAll(/name="place\.([^.]+)\.choisie"/g)].map((found) => found[1] ?? "");
    const [alix, basile] = seats;
    const asked = {
      organisme: organisation.id,
      annee: "2026",
      [`place.${alix}.choisie`]: "oui",
      [`place.${alix}.salaire`]: "400",
      [`place.${basile}.choisie`]: "oui",
      [`place.${basile}.salaire`]: "2 000",
    };
    // The OPCO pays part of Basile's seat, as was told when he was registered (D-06).
    const refused = await member.post(urls.costRequests.href(), asked);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("L’OPCO paie une part de la place de Basile Deux");
    const filed = await member.post(urls.costRequests.href(), { ...asked, [`place.${basile}.opco`]: "500" });
    expect(filed.status).toBe(303);
    const again = await member.post(urls.costRequests.href(), { ...asked, [`place.${basile}.opco`]: "500" });
    expect(again.status).toBe(422);
    const id = filed.location?.split("/").at(-1) ?? "";
    const desk = urls.costDeskRequest.href({ id });
    // Alix: half of 400; Basile: half of 1 500, up to the ceiling of 300.
    expect((await operator.get(desk)).body).toContain("500,00\u00a0€");
    const decision = { acte: "decision", version: "2", [`montant.${alix}`]: "200", [`montant.${basile}`]: "250" };
    expect((await operator.post(desk, { acte: "decision", version: "1" })).status).toBe(422);
    await operator.post(desk, { acte: "verification", version: "1", mot: "Émargements vus." });
    expect((await officer.post(desk, { ...decision, [`montant.${basile}`]: "301" })).body).toContain(
      "dépasse ce que la règle donne",
    );
    expect((await officer.post(desk, decision)).body).toContain("Dites pourquoi un montant est réduit.");
    expect((await operator.post(desk, { ...decision, motif: "x" })).status).toBe(403);
    expect((await officer.post(desk, { ...decision, motif: "Bulletin incomplet." })).status).toBe(303);
    expect((await officer.post(desk, { ...decision, motif: "Bulletin incomplet." })).status).toBe(409);
    const [told] = await mailsTo(w, "owner-0@formation.example");
    expect(told?.body).toContain("450\u00a0€");
    expect(told?.body).toContain("Bulletin incomplet.");
    expect((await member.get(filed.location ?? "")).body).toContain("450\u00a0€ décidés");
  });
});

interface Badge {
  readonly issuer: { readonly id: string };
  readonly credentialSubject: { readonly creditsEarned: number };
  readonly proof: { readonly proofValue: string; readonly [name: string]: unknown };
}

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function bytesOf(multibase: string): Buffer {
  let value = 0n;
  for (const letter of multibase.slice(1)) value = value * 58n + BigInt(ALPHABET.indexOf(letter));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
}

/** What a reader of badges does, from the badge alone (eddsa-jcs-2022). */
function isVerified(badge: Badge): boolean {
  const { proof, ...document } = badge;
  const { proofValue, ...options } = proof;
  const key = bytesOf(badge.issuer.id.slice("did:key:".length)).subarray(2);
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]);
  const hash = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest();
  const signed = Buffer.concat([hash(options), hash(document)]);
  return verify(null, signed, createPublicKey({ key: spki, format: "der", type: "spki" }), bytesOf(proofValue));
}
