import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyJournal } from "#src/platform/journal.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  actOf,
  allTicked,
  joinEveryPaper,
  makeDraft,
  makeOrganisation,
  type TestOrganisation,
} from "./applying.fixture.ts";
import { issueReceipt } from "./receipt.ts";
import { findApplication } from "./store.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const application = (id: string) => w.inTx((tx) => findApplication(tx, id));

describe("beginning a request", () => {
  it("is filled with what the service knows and what the simulator was told", async () => {
    const browser = await w.browser(organisation.owner);
    const page = await browser.get("/demandes/nouvelle?route=individual&structures.0.headcount=12&title=Essai&autre=x");
    expect(page.status).toBe(200);
    expect(page.body).toContain("Vos réponses au simulateur sont reprises");
    const cle = /name="cle" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const fields = {
      cle,
      dispositif: "appui-conseil",
      organisme: organisation.id,
      reponses: "route=individual&structures.0.headcount=12&title=Essai&autre=x",
    };
    const [one, two] = await Promise.all([
      browser.post("/demandes/nouvelle", fields),
      browser.post("/demandes/nouvelle", fields),
    ]);
    expect(one.status).toBe(303);
    expect(two.location).toBe(one.location);
    const section = await browser.get(one.location ?? "");
    expect(section.body).toContain('value="12"');
    expect(section.body).toContain("owner-0@formation.example");
    const again = await browser.get("/demandes/nouvelle");
    expect(again.body).toContain("Vous avez déjà une demande en cours");
    expect(again.body).toContain("Reprendre ce brouillon");
  });

  it("is led to make an organisation when there is none, answers kept", async () => {
    const alone = await makeOrganisation(w, 40);
    await w.inTx((tx) => tx.deleteFrom("membership").where("person_id", "=", alone.reader).execute());
    const browser = await w.browser(alone.reader);
    const page = await browser.get("/demandes/nouvelle?route=opco");
    expect(page.body).toContain("Ajoutez d’abord votre organisme");
    expect(page.body).toContain(encodeURIComponent("/demandes/nouvelle?route=opco"));
  });
});

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
      "structures.0.phases.0.startsOn": "02/06/2026",
      "structures.0.phases.0.endsOn": "01/06/2026",
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
    await browser.post(section(id, "provider"), { ...names, retirer: "provider.consultants.0" });
    const left = await w.inTx((tx) =>
      tx
        .selectFrom("attachment")
        .innerJoin("file", "file.id", "attachment.file_id")
        .select(["about", "name"])
        .where("application_id", "=", id)
        .where("removed_at", "is", null)
        .orderBy("name")
        .execute(),
    );
    expect(left).toEqual([
      { about: "provider.consultants.0", name: "cv-second.pdf" },
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

  it("merges two editors' fields, and tells both texts of the same one", async () => {
    const { id } = await makeDraft(w, organisation, 4, { papers: false });
    const [one, two] = [await w.browser(organisation.owner), await w.browser(organisation.editor)];
    const hidden = (body: string) => ({
      base: /name="base" value="(\d+)"/.exec(body)?.[1] ?? "",
      page: /name="page" value="([^"]+)"/.exec(body)?.[1] ?? "",
    });
    const [a, b] = [await one.get(section(id, "project")), await two.get(section(id, "project"))];
    const old = (await application(id))?.raw ?? {};
    const text = (path: string) => String(old[path] ?? "");
    await one.post(section(id, "project"), { ...hidden(a.body), title: "Titre d’un", needs: text("needs") });
    const second = await two.post(section(id, "project"), {
      ...hidden(b.body),
      title: "Titre de deux",
      needs: "Besoin de deux",
    });
    expect(second.status).toBe(409);
    expect(second.body).toContain("Titre de deux");
    expect(second.body).toContain("Titre d’un");
    expect(second.body).toContain("Personne owner 0");
    const merged = (await application(id))?.raw ?? {};
    expect([merged.title, merged.needs]).toEqual(["Titre d’un", "Besoin de deux"]);
    const third = await two.post(section(id, "project"), {
      ...hidden(second.body),
      title: "Titre de deux",
      needs: "Besoin de deux",
    });
    expect(third.status).toBe(303);
    expect((await application(id))?.raw.title).toBe("Titre de deux");
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
    expect(answer.body).toContain("Cochez chaque déclaration.");
    expect(answer.body).toContain("Devis du prestataire");
    expect((await application(id))?.state).toBe("draft");
  });

  it("makes one filing of ten clicks, numbered, frozen, journaled, with a receipt sent", async () => {
    const { id, demo } = await makeDraft(w, organisation, 0);
    const browser = await w.browser(organisation.owner);
    const action = urls.applicationSubmission.href({ id });
    const page = await browser.get(action);
    expect(page.body).toContain("Votre dossier est complet");
    const fields = { ...actOf(page.body, action), ...allTicked };
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.post(action, fields)));
    expect(new Set(answers.map((one) => `${one.status} ${one.location}`))).toEqual(new Set([`303 /demandes/${id}`]));

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
      tx.selectFrom("structure_share").selectAll().where("application_id", "=", id).execute(),
    );
    expect(shares).toHaveLength(1);
    expect(shares[0]?.asked_aid).toBe(filed?.requestedAid);
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
    expect(page.body).toContain("Jours d’appui conseil déjà comptés : 20");
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

  it("leaves a journal that holds", async () => {
    const checked = await verifyJournal(w.world.db);
    expect(checked.entries).toBeGreaterThan(20);
    expect(checked.faults).toEqual([]);
  });
});
