import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/store.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const application = (id: string) => w.inTx((tx) => findApplication(tx, id));

describe("writing a draft", () => {
  const section = (id: string, name: string) => urls.applicationSection.href({ id, section: name });

  it("keeps texts exactly as typed, wrong ones too, and says what is wrong", async () => {
    const { id } = await makeDraft(w, organisation, 1, { papers: false });
    const browser = await w.browser(organisation.editor);
    const answer = await browser.post(section(id, "organisations"), {
      "structures.0.headcount": "une douzaine",
      aller: "suite",
    });
    expect(answer.location).toBe(`${section(id, "organisations")}?verifier=1`);
    const page = await browser.get(answer.location ?? "");
    expect(page.body).toContain('value="une douzaine"');
    expect(page.body).toContain("Indiquez un nombre entier, par exemple 12.");
    expect((await application(id))?.raw["structures.0.headcount"]).toBe("une douzaine");
  });

  it("says at once that a phase ends before it begins, and before filing that it is to be corrected", async () => {
    const { id } = await makeDraft(w, organisation, 1);
    const browser = await w.browser(organisation.editor);
    const answer = await browser.post(section(id, "approach"), {
      "structures.0.phases.0.startsOn": "02/06/2030",
      "structures.0.phases.0.endsOn": "01/06/2030",
      aller: "suite",
    });
    expect(answer.location).toBe(`${section(id, "approach")}?verifier=1`);
    const page = await browser.get(answer.location ?? "");
    expect(page.body).toContain("La fin de la phase précède son début");
    const check = await browser.get(urls.applicationSubmission.href({ id }));
    expect(check.body).toContain("1\u00a0réponse est à corriger");
    expect(check.body).toContain("La fin de la phase précède son début");
    expect(check.body).not.toContain("Il manque encore");
  });

  it("says at its field, by phase, that a start is past while nothing has begun, and how to write a year", async () => {
    const { id } = await makeDraft(w, organisation, 1);
    const browser = await w.browser(organisation.editor);
    const answer = await browser.post(section(id, "approach"), {
      "structures.0.phases.0.startsOn": "01/02/2020",
      "structures.0.phases.1.startsOn": "1/2/27",
      workStarted: "non",
      aller: "suite",
    });
    const page = await browser.get(answer.location ?? "");
    expect(page.body).toMatch(/<a href="#champ-structures-0-phases-0-startsOn">[^<]*Phase 1[^<]*Ce début est passé/);
    expect(page.body).toMatch(/<a href="#champ-structures-0-phases-1-startsOn">[^<]*Phase 2[^<]*1\/2\/2027/);
    const check = await browser.get(urls.applicationSubmission.href({ id }));
    expect(check.body).toContain("Ce début est passé");
    await browser.post(section(id, "approach"), { workStarted: "oui", aller: "ici" });
    expect((await browser.get(urls.applicationSubmission.href({ id }))).body).not.toContain("Ce début est passé");
  });

  it("reads a declaration number with its spaces, and refuses a short one by its field", async () => {
    const { id } = await makeDraft(w, organisation, 1, { papers: false });
    const browser = await w.browser(organisation.editor);
    const nda = { "structures.0.nda": "28 14 00000", aller: "suite" };
    const short = await browser.post(section(id, "organisations"), nda);
    expect((await browser.get(short.location ?? "")).body).toContain("Ce numéro a 11 chiffres");
    const whole = { ...nda, "structures.0.nda": "28 14 00000 00" };
    expect((await browser.post(section(id, "organisations"), whole)).location).not.toContain("verifier");
  });

  it("adds and takes away items without losing what was typed", async () => {
    const { id } = await makeDraft(w, organisation, 2, { papers: false });
    const browser = await w.browser(organisation.editor);
    const added = await browser.post(section(id, "provider"), {
      "provider.consultants.0.name": "Premier",
      ajouter: "provider.consultants",
    });
    expect(added.location).toContain("#champ-provider-consultants-1");
    await browser.post(section(id, "provider"), {
      "provider.consultants.0.name": "Premier",
      "provider.consultants.1.name": "Second",
      retirer: "provider.consultants.0",
    });
    const raw = (await application(id))?.raw ?? {};
    expect(raw["provider.consultants.0.name"]).toBe("Second");
    expect(raw["provider.consultants.length"]).toBe("1");
  });

  it("lets each paper follow its own consultant when another is taken away", async () => {
    const { id } = await makeDraft(w, organisation, 2, { papers: false });
    const browser = await w.browser(organisation.editor);
    const names = { "provider.consultants.0.name": "Premier" };
    await browser.post(section(id, "provider"), { ...names, ajouter: "provider.consultants" });
    const at = w.clock.now().toString();
    await w.inTx(async (tx) => {
      for (const [about, name] of [
        ["provider.consultants.0", "cv-premier.pdf"],
        ["provider.consultants.1", "cv-second.pdf"],
        ["", "devis.pdf"],
      ] as const) {
        const file = await tx
          .insertInto("file")
          .values({ name, media_type: "application/pdf", size: 1, sha256: "0", scan: "not-configured", stored_at: at })
          .returning("id")
          .executeTakeFirstOrThrow();
        const paper = { application_id: id, document: "cv", about, file_id: file.id, added_at: at };
        await tx.insertInto("attachment").values(paper).execute();
      }
    });
    const removed = await browser.post(section(id, "provider"), { ...names, retirer: "provider.consultants.0" });
    const left = () =>
      w.inTx((tx) =>
        tx
          .selectFrom("attachment")
          .innerJoin("file", "file.id", "attachment.file_id")
          .select(["about", "name"])
          .where("application_id", "=", id)
          .where("removed_at", "is", null)
          .orderBy("name")
          .execute(),
      );
    expect(await left()).toEqual([
      { about: "provider.consultants.0", name: "cv-second.pdf" },
      { about: "", name: "devis.pdf" },
    ]);
    const retablir = new URL(removed.location ?? "", w.world.origin).searchParams.get("retrait") ?? "";
    await browser.post(section(id, "provider"), { retablir });
    expect(await left()).toEqual([
      { about: "provider.consultants.0", name: "cv-premier.pdf" },
      { about: "provider.consultants.1", name: "cv-second.pdf" },
      { about: "", name: "devis.pdf" },
    ]);
  });

  it("shows the budget, the cut and its reason, as the rules compute them", async () => {
    const { id } = await makeDraft(w, organisation, 3, {
      papers: false,
      twist: {
        "structures.0.phases.0.days": "5",
        "structures.0.phases.0.dailyCost": "1200",
        "structures.0.phases.1.days": "10",
        "structures.0.phases.1.dailyCost": "900",
        otherPublicFunding: "0",
      },
    });
    const browser = await w.browser(organisation.editor);
    const page = await browser.get(section(id, "approach"));
    expect(page.body).toContain("plafonné à 1");
    // 70 % of 5 × 1 000 + 10 × 900.
    expect(page.body.replace(/[\u00a0\u202f]/g, " ")).toContain("9 800 €");
  });

  it("saves by itself in JSON, and says when", async () => {
    const { id } = await makeDraft(w, organisation, 5, { papers: false });
    const browser = await w.browser(organisation.editor);
    const answer = await browser.post(section(id, "project"), { title: "Tapé" }, { accept: "application/json" });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ savedAt: w.clock.now().toString() });
    expect((await browser.get(section(id, "project"))).body).toContain("Enregistré à 10");
  });

  it("is told when it was begun under an older version of the text", async () => {
    const { id } = await makeDraft(w, organisation, 6, { papers: false });
    await w.inTx((tx) => tx.updateTable("application").set({ framework: "2020-12-14" }).where("id", "=", id).execute());
    const browser = await w.browser(organisation.editor);
    expect((await browser.get(section(id, "project"))).body).toContain(
      "Le texte a changé depuis que vous avez commencé",
    );
  });

  it("can be given up, once", async () => {
    const { id } = await makeDraft(w, organisation, 7);
    const browser = await w.browser(organisation.owner);
    const page = await browser.get(urls.application.href({ id }));
    const action = urls.applicationDeletion.href({ id });
    const fields = actOf(page.body, action);
    expect((await browser.post(action, fields)).location).toBe("/accueil");
    expect((await browser.post(action, fields)).location).toBe("/accueil");
    expect(await application(id)).toBeNull();
  });
});
