import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeStep } from "#src/life/act.ts";
import { listAttachments } from "#src/life/attachments.ts";
import { findApplication } from "#src/life/store.ts";
import { inTransaction, json } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import { directoryAnswer, type FakeDirectory, startFakeDirectory } from "#test/support/company-directory.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  actOf,
  allTicked,
  joinPdf,
  makeAgent,
  makeDraft,
  makeOrganisation,
  type TestOrganisation,
  visitorOf,
} from "../applying.fixture.ts";

const SIRET = "73282932000074";
let directory: FakeDirectory;
let w: TestWorld;
let organisation: TestOrganisation;
let officer: string;

beforeAll(async () => {
  const establishments = [{ siret: SIRET, commune: "14118", postcode: "14000" }];
  directory = await startFakeDirectory(
    directoryAnswer({ siren: SIRET.slice(0, 9), name: "CABINET D’ESSAI", establishments }),
  );
  w = await openTestWorld({ settings: { ESSAIM_COMPANY_DIRECTORY_URL: directory.url } });
  organisation = await makeOrganisation(w, 0);
  officer = await makeAgent(w, "officer");
});
afterAll(async () => {
  await w.close();
  await directory.stop();
});

const application = (id: string) => w.inTx((tx) => findApplication(tx, id));

/** A filed request for which the officer asks for a field and a paper again. */
async function asked(n: number): Promise<string> {
  w.clock.set("2026-03-10T09:00:00Z");
  const { id } = await makeDraft(w, organisation, n);
  const browser = await w.browser(organisation.owner);
  const action = urls.applicationSubmission.href({ id });
  await browser.post(action, { ...actOf((await browser.get(action)).body, action), ...allTicked });
  w.clock.set("2026-03-20T09:00:00Z");
  const agent = { ...(await visitorOf(w, officer)), agentRoles: ["officer"] as const };
  const request = { id, key: crypto.randomUUID(), version: 2, location: "/" };
  const outcome = await takeStep(w.world, agent, "request-completion", request, async (tx, one, at) => {
    const items = [
      { path: "structures.0.headcount", message: "Précisez l’effectif." },
      { path: "document:quote", message: "Le devis n’est pas daté." },
    ];
    await tx
      .insertInto("completion_request")
      .values({ application_id: one.id, items: json(items), due_on: "2026-04-20", asked_by: officer, asked_at: at })
      .execute();
    return { suspendUntil: Temporal.PlainDate.from("2026-04-20"), letter: "none" };
  });
  expect(outcome.kind).toBe("done");
  return id;
}

describe("answering a request for more", () => {
  it("stops the clock, leads to the very field, and opens nothing else", async () => {
    const id = await asked(1);
    expect(await application(id)).toMatchObject({ suspendedOn: "2026-03-20", suspendedUntil: "2026-04-20" });
    const browser = await w.browser(organisation.editor);
    expect((await browser.get("/accueil")).body).toContain(urls.applicationCompletion.href({ id }));
    const page = await browser.get(urls.applicationCompletion.href({ id }));
    expect(page.body).toContain("Précisez l’effectif.");
    expect(page.body).toContain("Le devis n’est pas daté.");
    expect(page.body).toContain('name="structures.0.headcount"');
    expect(page.body).not.toContain('name="title"');
    const before = (await application(id))?.raw.title;
    await browser.post(urls.applicationCompletion.href({ id }), {
      "structures.0.headcount": "21",
      title: "Autre titre",
    });
    const raw = (await application(id))?.raw;
    expect([raw?.["structures.0.headcount"], raw?.title]).toEqual(["21", before]);
  });

  it("waits for the paper asked, then makes a new revision and starts the clock again", async () => {
    const id = await asked(2);
    const browser = await w.browser(organisation.editor);
    const action = urls.applicationCompletion.href({ id });
    const fields = async () => {
      const body = (await browser.get(action)).body;
      const form = body.split("<form").find((part) => part.includes('value="envoyer"')) ?? "";
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "";
      return { cle: field("cle"), version: field("version"), aller: "envoyer" };
    };
    const refused = await browser.post(action, await fields());
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Joignez la pièce demandée.");
    await joinPdf(w.world, await visitorOf(w, organisation.editor), id, "quote", "nouveau devis");
    w.clock.set("2026-03-30T09:00:00Z");
    const sent = await fields();
    const [one, two] = await Promise.all([browser.post(action, sent), browser.post(action, sent)]);
    expect([one.status, two.status, one.location]).toEqual([303, 303, urls.application.href({ id })]);
    expect(await application(id)).toMatchObject({
      state: "submitted",
      revision: 2,
      implicitRefusalOn: "2026-05-20",
      suspendedOn: null,
    });
    const page = await browser.get(urls.application.href({ id }));
    expect(page.body).toContain("Version 2");
    expect(page.body).toContain("Pièce ajoutée : piece.pdf");
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select("to_address").where("application_id", "=", id).execute(),
    );
    expect(mails.map((one) => one.to_address)).toContain(w.world.config.funder.email);
  });

  it("says what the new answers change before they are sent, and the aid of the last version after", async () => {
    const id = await asked(7);
    const browser = await w.browser(organisation.editor);
    const action = urls.applicationCompletion.href({ id });
    await joinPdf(w.world, await visitorOf(w, organisation.editor), id, "quote", "nouveau devis");
    expect((await browser.get(action)).body).not.toContain("n’est plus remplie");
    await browser.post(action, { "structures.0.headcount": "3" });
    const warned = await browser.get(action);
    expect(warned.body).toContain("Avec ces réponses, une condition n’est plus remplie");
    expect(warned.body).toContain("aucun montant n’est annoncé");
    const send = async (more: Readonly<Record<string, string>>) => {
      const form = (await browser.get(action)).body.split("<form").find((part) => part.includes('value="envoyer"'));
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form ?? "")?.[1] ?? "";
      return browser.post(action, { cle: field("cle"), version: field("version"), aller: "envoyer", ...more });
    };
    const refused = await send({});
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Dites que vous avez lu ce que vos nouvelles réponses changent.");
    w.clock.set("2026-03-30T09:00:00Z");
    expect((await send({ "declarations.sachant": "oui" })).status).toBe(303);
    const page = (await browser.get(urls.application.href({ id }))).body;
    expect(page).toContain("Aide recalculée sur vos compléments du 30 mars 2026 (version 2)");
    expect(page).not.toContain("Aide calculée au dépôt");
    expect(page).toContain("Une condition n’est pas remplie d’après vos réponses");
  });

  it("lets no paper change but those asked", async () => {
    const id = await asked(4);
    const browser = await w.browser(organisation.editor);
    const held = await w.inTx((tx) => listAttachments(tx, id));
    const other = held.find((one) => one.key !== "quote");
    const removal = urls.applicationAttachmentRemoval.href({ id, attachment: other?.id ?? "" });
    await browser.post(removal, {});
    const visitor = await visitorOf(w, organisation.editor);
    await expect(joinPdf(w.world, visitor, id, other?.key ?? "", "autre")).rejects.toThrow("not-asked");
    expect((await w.inTx((tx) => listAttachments(tx, id))).map((one) => one.id)).toEqual(held.map((one) => one.id));
    expect((await browser.get(urls.applicationCompletion.href({ id }))).body).toContain(
      "Le service n’a pas demandé cette pièce",
    );
    await joinPdf(w.world, visitor, id, "quote", "nouveau devis");
    const joined = (await w.inTx((tx) => listAttachments(tx, id))).find((one) => one.key === "quote");
    expect(joined?.id).not.toBe(held.find((one) => one.key === "quote")?.id);
    await browser.post(urls.applicationAttachmentRemoval.href({ id, attachment: joined?.id ?? "" }), {});
    expect((await w.inTx((tx) => listAttachments(tx, id))).some((one) => one.key === "quote")).toBe(false);
    // What is prepared and not sent is not what was filed.
    await browser.post(urls.applicationCompletion.href({ id }), { "structures.0.headcount": "77" });
    const filed = await browser.get(urls.application.href({ id }));
    expect(filed.body).not.toContain("77\u00a0salariés");
    expect(filed.body).toContain(`Les pièces (${held.length})`);
  });

  it("lets a paper that proved infected once filed be replaced, though nobody asked for it", async () => {
    const id = await asked(6);
    const visitor = await visitorOf(w, organisation.editor);
    const infected = (await w.inTx((tx) => listAttachments(tx, id))).find((one) => one.key === "bank-details");
    if (infected === undefined) throw new Error("no such paper");
    await w.inTx((tx) => tx.updateTable("file").set({ scan: "infected" }).where("id", "=", infected.fileId).execute());
    await joinPdf(w.world, visitor, id, "quote", "nouveau devis");
    const browser = await w.browser(organisation.editor);
    const action = urls.applicationCompletion.href({ id });
    const answered = async () => {
      const form = (await browser.get(action)).body.split("<form").find((part) => part.includes('value="envoyer"'));
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form ?? "")?.[1] ?? "";
      return browser.post(action, { cle: field("cle"), version: field("version"), aller: "envoyer" });
    };
    expect((await answered()).status).toBe(422);
    expect((await browser.get(action)).body).toContain("Virus trouvé : remplacez ce fichier");
    await joinPdf(w.world, visitor, id, "bank-details", "pièce saine");
    expect((await answered()).status).toBe(303);
    expect(await application(id)).toMatchObject({ state: "submitted", revision: 2 });
  });

  it("keeps the first revision as it was filed", async () => {
    const id = await asked(3);
    const read = () =>
      inTransaction(w.world.db, "system", (tx) =>
        tx.selectFrom("revision").select(["raw", "hash"]).where("application_id", "=", id).execute(),
      );
    const before = await read();
    const browser = await w.browser(organisation.editor);
    await browser.post(urls.applicationCompletion.href({ id }), { "structures.0.headcount": "99" });
    expect(await read()).toEqual(before);
  });
});

describe("what the directory of companies knows", () => {
  it("puts the establishment's own commune beside a new SIRET, unless it is typed with it (CS-2)", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const elsewhere = { "structures.0.siret": "", "structures.0.commune": "76540" };
    const { id } = await makeDraft(w, organisation, 5, { papers: false, twist: elsewhere });
    const browser = await w.browser(organisation.editor);
    const section = urls.applicationSection.href({ id, section: "organisations" });
    await browser.post(section, { "structures.0.siret": SIRET, aller: "suite" });
    expect((await browser.get(section)).body).toContain("La commune est maintenant celle de ce SIRET.");
    expect((await application(id))?.raw["structures.0.commune"]).toBe("14118");
    const other = await makeDraft(w, organisation, 5, { papers: false, twist: elsewhere });
    const there = urls.applicationSection.href({ id: other.id, section: "organisations" });
    await browser.post(there, { "structures.0.siret": SIRET, "structures.0.commune": "61001", aller: "suite" });
    expect((await application(other.id))?.raw["structures.0.commune"]).toBe("61001");
  });

  it("fills the fields beside a SIRET, never over what was typed", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id } = await makeDraft(w, organisation, 5, {
      papers: false,
      twist: { "provider.siret": "", "provider.legalName": "", "provider.createdOn": "01/01/2012" },
    });
    const browser = await w.browser(organisation.editor);
    const section = urls.applicationSection.href({ id, section: "provider" });
    const answer = await browser.post(section, {
      "provider.siret": "732 829 320 00074",
      "provider.legalName": "",
      aller: "suite",
    });
    expect(answer.location).toBe(section);
    const page = await browser.get(section);
    expect(page.body).toContain("L’annuaire des entreprises a complété");
    const raw = (await application(id))?.raw;
    expect([raw?.["provider.legalName"], raw?.["provider.createdOn"], raw?.["provider.siret"]]).toEqual([
      "CABINET D’ESSAI",
      "01/01/2012",
      "732 829 320 00074",
    ]);
  });
});
