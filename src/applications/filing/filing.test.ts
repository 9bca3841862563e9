import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/store.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  actOf,
  allTicked,
  joinEveryPaper,
  makeDraft,
  makeOrganisation,
  type TestOrganisation,
} from "../applying.fixture.ts";
import { issueReceipt } from "./receipt.ts";
import type { ReceiptLetter } from "./receipt-letter.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const application = (id: string) => w.inTx((tx) => findApplication(tx, id));

describe("filing a request", () => {
  it("says every gap at once, each with a link to its field", async () => {
    const { id } = await makeDraft(w, organisation, 8, {
      papers: false,
      twist: { title: "", "structures.0.headcount": "beaucoup" },
    });
    const browser = await w.browser(organisation.owner);
    const page = await browser.get(urls.applicationSubmission.href({ id }));
    expect(page.body).toContain(`/demandes/${id}/formulaire/project?verifier=1#champ-title`);
    const answer = await browser.post(urls.applicationSubmission.href({ id }), {
      ...actOf(page.body, urls.applicationSubmission.href({ id })),
      "declarations.honour": "oui",
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("Votre demande n’est pas déposée");
    const unticked = [...answer.body.matchAll(/<li><a href="#champ-declarations-[^"]+">([^<]+)</g)].map(
      ([, said]) => said,
    );
    expect(unticked.length).toBeGreaterThan(1);
    expect(new Set(unticked).size).toBe(unticked.length);
    for (const said of unticked) expect(said).toMatch(/^Cochez cette déclaration\u00a0: «\u202f.{20,}\u202f»$/);
    expect(answer.body).toContain("Devis du prestataire");
    expect((await application(id))?.state).toBe("draft");
  });

  it("makes one filing of ten clicks, numbered, frozen, journaled, with a receipt sent", async () => {
    const { id, demo } = await makeDraft(w, organisation, 0);
    const browser = await w.browser(organisation.owner);
    const action = urls.applicationSubmission.href({ id });
    const page = await browser.get(action);
    expect(page.body).toContain("Votre dossier est complet");
    // All that is filed is read again, each part a step from where it is changed.
    const recap = page.body.split('id="reponses"')[1]?.split('id="budget-recapitulatif"')[0] ?? "";
    for (const words of [demo.title, demo.organisation.name, "piece.pdf", "Les pièces ("])
      expect(recap).toContain(words);
    for (const section of ["organisations", "project", "sustainability", "approach", "provider", "budget"])
      expect(recap).toContain(`href="${urls.applicationSection.href({ id, section })}"`);
    expect(recap).toContain(`href="${urls.applicationAttachments.href({ id })}"`);
    const fields = { ...actOf(page.body, action), ...allTicked };
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.post(action, fields)));
    expect(new Set(answers.map((one) => `${one.status} ${one.location}`))).toEqual(
      new Set([`303 /demandes/${id}/deposee`]),
    );

    const filed = await application(id);
    expect(filed?.number).toMatch(/^AC-2026-\d{5}$/);
    expect(filed?.implicitRefusalOn).toBe("2026-05-10");
    expect(filed?.title).toBe(demo.title);
    const revisions = await w.inTx((tx) =>
      tx.selectFrom("revision").selectAll().where("application_id", "=", id).execute(),
    );
    expect(revisions).toHaveLength(1);
    expect(revisions[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    const shares = await w.inTx((tx) =>
      tx.selectFrom("party").selectAll().where("application_id", "=", id).where("funded", "=", true).execute(),
    );
    expect(shares).toHaveLength(1);
    expect(shares[0]?.asked).toMatchObject({ aid: filed?.requestedAid });
    const submitted = await w.inTx((tx) =>
      tx
        .selectFrom("journal")
        .select("id")
        .where("chain", "=", `application:${id}`)
        .where("act", "=", "application-submitted")
        .execute(),
    );
    expect(submitted).toHaveLength(1);

    await issueReceipt(w.world, { application: id, revision: 1 });
    await issueReceipt(w.world, { application: id, revision: 1 });
    const documents = await w.inTx((tx) =>
      tx.selectFrom("document").selectAll().where("application_id", "=", id).execute(),
    );
    expect(documents.map((one) => one.number)).toEqual([`${filed?.number}-AR1`]);
    const mails = await w.inTx((tx) => tx.selectFrom("mail").selectAll().where("application_id", "=", id).execute());
    expect(mails.map((mail) => mail.to_address).sort()).toEqual([
      "editor-0@formation.example",
      "owner-0@formation.example",
    ]);
    expect(mails[0]?.subject).toContain(filed?.number);

    const followed = await browser.get(urls.application.href({ id }));
    expect(followed.status).toBe(200);
    expect(followed.body).toContain("Accusé de réception");
    expect(followed.body).toContain("Demande déposée");
    expect(followed.body).toContain("votre demande est considérée comme refusée");
  });

  it("prints on the receipt what was asked, the days counted by the ledger of that day", async () => {
    const other = await makeOrganisation(w, 3);
    const { id, demo } = await makeDraft(w, other, 3);
    const siren = String(demo.raw["structures.0.siret"]).replace(/\D/g, "").slice(0, 9);
    const grant = { siren, scheme: "appui-conseil", granted_on: "2025-09-01", source: "Reprise" };
    await w.inTx((tx) =>
      tx
        .insertInto("past_grant")
        .values({ ...grant, measures: { days: 24, aid: 1_680_000 } })
        .execute(),
    );
    const browser = await w.browser(other.owner);
    const action = urls.applicationSubmission.href({ id });
    const fields = { ...actOf((await browser.get(action)).body, action), ...allTicked };
    expect((await browser.post(action, fields)).status).toBe(303);
    await w.inTx((tx) => tx.deleteFrom("past_grant").where("siren", "=", siren).execute());
    await issueReceipt(w.world, { application: id, revision: 1 });
    const { data } = await w.inTx((tx) =>
      tx.selectFrom("document").select("data").where("application_id", "=", id).executeTakeFirstOrThrow(),
    );
    const aid = (await application(id))?.requestedAid ?? 0;
    expect(aid).toBeGreaterThan(0);
    expect(aid).toBeLessThanOrEqual(70_000);
    const { funding } = data as ReceiptLetter;
    expect(funding?.plan).toMatchObject({ aid, other: 150_000 });
    expect(funding?.plan.own).toBe((funding?.plan.presented ?? 0) - aid - 150_000);
    expect(funding?.sources.reduce((sum, one) => sum + one.share, 0)).toBe(10_000);
    expect(JSON.stringify(data)).toContain('"unit":"jours","value":24');
  });

  it("warns before it of an aid of next to nothing", async () => {
    const page = async (otherPublicFunding: string) => {
      const { id } = await makeDraft(w, organisation, 13, { twist: { otherPublicFunding }, papers: false });
      return (await (await w.browser(organisation.owner)).get(urls.applicationSubmission.href({ id }))).body;
    };
    expect(await page("900000")).toContain("L’aide calculée n’est que de 0");
    expect(await page("0")).not.toContain("L’aide calculée n’est que de");
  });

  it("may be done knowingly when the rules find the request not eligible", async () => {
    const { id } = await makeDraft(w, organisation, 9, { twist: { "structures.0.headcount": "5" } });
    const browser = await w.browser(organisation.owner);
    const action = urls.applicationSubmission.href({ id });
    const page = await browser.get(action);
    expect(page.body).toContain("l’aide n’est pas possible en l’état");
    const act = actOf(page.body, action);
    const refused = await browser.post(action, { ...act, ...allTicked });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Dites que vous déposez en connaissance de cause.");
    const filed = await browser.post(action, { ...act, ...allTicked, "declarations.sachant": "oui" });
    expect(filed.status).toBe(303);
    expect((await application(id))?.eligibility).toBe("not-eligible");
  });

  it("counts what other requests of the same organisation have used", async () => {
    const other = await makeOrganisation(w, 20);
    const days = {
      "structures.0.phases.0.days": "10",
      "structures.0.phases.1.days": "10",
      "structures.0.phases.0.dailyCost": "1000",
      "structures.0.phases.1.dailyCost": "1000",
      otherPublicFunding: "0",
    };
    const first = await makeDraft(w, other, 20, { twist: days });
    const second = await makeDraft(w, other, 20, { twist: days });
    const browser = await w.browser(other.owner);
    const file = async (id: string) => {
      const action = urls.applicationSubmission.href({ id });
      const page = await browser.get(action);
      return browser.post(action, { ...actOf(page.body, action), ...allTicked });
    };
    expect((await file(first.id)).status).toBe(303);
    const page = await browser.get(urls.applicationSection.href({ id: second.id, section: "organisations" }));
    expect(page.body.replace(/[\u00a0\u202f]/g, " ")).toContain("Jours d’appui conseil déjà comptés : 20");
    expect((await file(second.id)).status).toBe(303);
    expect((await application(first.id))?.requestedAid).toBe(1_400_000);
    expect((await application(second.id))?.requestedAid).toBe(350_000);
    // Withdrawn requests free their days (CS-9).
    const action = urls.applicationWithdrawal.href({ id: first.id });
    const followed = await browser.get(urls.application.href({ id: first.id }));
    expect((await browser.post(action, { ...actOf(followed.body, action), motif: "Projet reporté" })).status).toBe(303);
    const third = await makeDraft(w, other, 20, { twist: days });
    const again = await browser.get(urls.applicationSection.href({ id: third.id, section: "organisations" }));
    expect(again.body.replace(/[\u00a0\u202f]/g, " ")).toContain("déjà comptés : 5 jours");
  });

  it("is closed to a page left open, and to an older version of the page", async () => {
    const { id } = await makeDraft(w, organisation, 10);
    const browser = await w.browser(organisation.owner);
    const action = urls.applicationSubmission.href({ id });
    const page = await browser.get(action);
    await browser.post(action, { ...actOf(page.body, action), ...allTicked });
    const late = await browser.post(action, { cle: crypto.randomUUID(), version: "1", ...allTicked });
    expect(late.status).toBe(409);
    expect(late.body).toContain("Personne owner 0");
    const section = urls.applicationSection.href({ id, section: "project" });
    expect((await browser.post(section, { title: "x" })).location).toBe(urls.application.href({ id }));
    expect((await browser.post(section, { title: "x" }, { accept: "application/json" })).status).toBe(409);
  });
});

describe("after filing", () => {
  it("keeps messages, and takes up a request in a new draft", async () => {
    const { id } = await makeDraft(w, organisation, 11);
    const browser = await w.browser(organisation.owner);
    const submission = urls.applicationSubmission.href({ id });
    await browser.post(submission, { ...actOf((await browser.get(submission)).body, submission), ...allTicked });
    const page = await browser.get(urls.application.href({ id }));
    const messages = urls.applicationMessages.href({ id });
    const act = actOf(page.body, messages);
    expect((await browser.post(messages, { ...act, message: "" })).status).toBe(422);
    expect((await browser.post(messages, { ...act, message: "Bonjour <b>vous</b>" })).status).toBe(303);
    expect((await browser.post(messages, { ...act, message: "Bonjour <b>vous</b>" })).status).toBe(303);
    const told = await browser.get(urls.application.href({ id }));
    expect(told.body.split("Bonjour &lt;b>vous&lt;/b>").length + told.body.split("Bonjour &lt;b&gt;vous").length).toBe(
      3,
    );
    const copy = urls.applicationCopy.href({ id });
    const copied = await browser.postAndFollow(copy, actOf(page.body, copy));
    expect(copied.status).toBe(200);
    expect(copied.body).toContain("Brouillon");
    await joinEveryPaper(w, /\/demandes\/([0-9a-f-]{36})/.exec(copied.body)?.[1] ?? "", organisation.owner);
  });

  it("tells both sides of a withdrawal, and shows no aid nor message form any more", async () => {
    const { id } = await makeDraft(w, organisation, 12);
    const browser = await w.browser(organisation.owner);
    const submission = urls.applicationSubmission.href({ id });
    await browser.post(submission, { ...actOf((await browser.get(submission)).body, submission), ...allTicked });
    const page = await browser.get(urls.application.href({ id }));
    expect(page.body).toContain("Aide calculée d’après ce que vous avez déposé");
    expect(page.body).not.toContain("quand le dossier sera complet");
    expect(page.body).toContain("Votre message");
    const withdrawal = urls.applicationWithdrawal.href({ id });
    await browser.post(withdrawal, { ...actOf(page.body, withdrawal), motif: "Projet reporté" });
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select(["to_address", "subject", "body"]).where("application_id", "=", id).execute(),
    );
    const told = mails.filter((one) => one.subject.includes("retiré"));
    expect(told.map((one) => one.to_address).sort()).toEqual(
      ["editor-0@formation.example", "owner-0@formation.example", w.world.config.funder.email].sort(),
    );
    for (const { body } of told) expect(body).toContain("Motif donné : « Projet reporté »");
    const after = await browser.get(urls.application.href({ id }));
    expect(after.body).toContain("Vous avez retiré cette demande");
    for (const gone of ["Aide calculée", "Aide estimée", "Votre message", "Plan de financement"]) {
      expect(after.body).not.toContain(gone);
    }
  });

  it("leaves a journal that holds", async () => {
    const checked = await verifyJournal(w.world.db);
    expect(checked.entries).toBeGreaterThan(20);
    expect(checked.faults).toEqual([]);
  });
});
