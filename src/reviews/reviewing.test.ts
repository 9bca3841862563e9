import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type DemoTroupe, type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { findApplication, latestRevision } from "#src/life/index.ts";
import { today } from "#src/platform/clock.ts";
import { formatDayShort } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { loadReviewed } from "./file/file-store.ts";
import {
  type FiledRequest,
  fileRequest,
  makeAgents,
  runJobs,
  sendForm,
  type TestAgents,
  troupeOf,
} from "./reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
let stage: DemoTroupe;
let next = 0;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  stage = await troupeOf(w, agents);
});
afterAll(() => w.close());

/** A new request in a state, filed on 10 March 2026. */
async function requestIn(state: LaterState | "submitted", twist: Record<string, string> = {}): Promise<FiledRequest> {
  w.clock.set("2026-03-10T09:00:00Z");
  const n = 200 + next++;
  const request = await fileRequest(w, n, twist);
  const applicant = await visitorOf(w, request.organisation.owner);
  // An odd rank that three does not divide: no note, no message, no cut.
  if (state !== "submitted") await leadTo(stage, { id: request.id, applicant, n: 5 }, state);
  return request;
}

const read = async (id: string) => {
  const application = await w.inTx((tx) => findApplication(tx, id));
  if (application === null) throw new Error("no such request");
  return application;
};

/** Today on the service's clock, as people type it. */
const frenchToday = () => formatDayShort(today(w.clock));

const act = async (id: string, fields: Record<string, string | readonly string[]> = {}) => ({
  cle: randomUUID(),
  version: String((await read(id)).version),
  ...fields,
});

describe("a request for completion", () => {
  it("names fields and papers, stops the clock, writes the letter, and restarts the clock with the answer", async () => {
    const { id, organisation } = await requestIn("submitted");
    const officer = await w.browser(agents.officer);
    expect((await read(id)).implicitRefusalOn).toBe("2026-05-10");
    w.clock.set("2026-03-20T09:00:00Z");
    const href = urls.reviewCompletion.href({ id });
    const page = await officer.get(href);
    expect(page.body).toContain('value="19/04/2026"');
    const empty = await sendForm(officer, page, href, { echeance: "20/03/2026" });
    expect(empty.status).toBe(422);
    expect(empty.body).toContain("Choisissez au moins un champ ou une pièce.");
    expect(empty.body).toContain("La date limite doit être à venir");
    const unread = await sendForm(officer, page, href, { echeance: "31/02/2030" });
    expect([unread.status, unread.body]).toEqual([422, expect.stringContaining("Ce jour n’existe pas")]);
    const fields = {
      champ: ["structures.0.headcount", "document:quote"],
      "message:document:quote": "Le devis n’est pas signé.",
      echeance: "10/04/2026",
      note: "Merci.",
    };
    const preview = await officer.post(
      urls.reviewPreview.href({ id, letter: "demande-de-complements" }),
      await act(id, fields),
    );
    expect(preview.headers.get("content-type")).toBe("application/pdf");
    const sent = await sendForm(officer, page, href, fields);
    expect(sent.status).toBe(303);
    const suspended = await read(id);
    expect(suspended).toMatchObject({
      state: "completion-requested",
      suspendedOn: "2026-03-20",
      suspendedUntil: "2026-04-10",
    });
    await runJobs(w);
    const mail = await w.inTx((tx) =>
      tx
        .selectFrom("mail")
        .selectAll()
        .where("application_id", "=", id)
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow(),
    );
    expect(mail.subject).toContain("Des éléments manquent");
    expect(mail.attachments).toHaveLength(1);

    const early = await officer.post(
      urls.reviewStep.href({ id, step: "abandon" }),
      await act(id, { motif: "Sans nouvelles." }),
    );
    expect(early.status).toBe(422);
    expect(early.body).toContain("n’est pas écoulé");

    w.clock.set("2026-03-30T09:00:00Z");
    const closed = await officer.post(
      urls.reviewCompletionClosing.href({ id }),
      await act(id, { motif: "Trouvé au registre." }),
    );
    expect(closed.status).toBe(303);
    expect(await read(id)).toMatchObject({ state: "submitted", suspendedOn: null, implicitRefusalOn: "2026-05-20" });
    expect((await (await w.browser(organisation.owner)).get(urls.application.href({ id }))).status).toBe(200);
  });
});

describe("the correction of an evident slip", () => {
  it("makes a revision, keeps the one before, and tells the applicant", async () => {
    const { id, organisation } = await requestIn("complete");
    const officer = await w.browser(agents.officer);
    const path = "structures.0.headcount";
    const href = urls.reviewCorrection.href({ id });
    expect((await officer.get(urls.reviewCorrection.href({ id }, { champ: path }))).status).toBe(200);
    expect((await officer.get(urls.reviewCorrection.href({ id }, { champ: "structures.9.headcount" }))).status).toBe(
      404,
    );
    const wrong = await officer.post(href, await act(id, { champ: path, [path]: "beaucoup", motif: "" }));
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("beaucoup");
    const before = await w.inTx((tx) => latestRevision(tx, id));
    const done = await officer.post(href, await act(id, { champ: path, [path]: "112", motif: "Un chiffre doublé." }));
    expect(done.status).toBe(303);
    const after = await w.inTx((tx) => latestRevision(tx, id));
    expect(after).toMatchObject({ number: 2, cause: "correction", madeBy: agents.officer });
    expect(before?.hash).not.toBe(after?.hash);
    const page = await officer.get(urls.review.href({ id }));
    expect(page.body).toContain("Ce qui a changé");
    const mails = await w.inTx((tx) => tx.selectFrom("mail").selectAll().where("application_id", "=", id).execute());
    expect(mails.filter((one) => one.subject.includes("a été corrigée")).map((one) => one.to_address)).toHaveLength(2);
    expect((await (await w.browser(organisation.owner)).get(urls.application.href({ id }))).body).toContain(
      "corrigée par le service",
    );
  });
});

describe("findings", () => {
  it("that overrule the machine change the verdict, need a reason, and stay readable", async () => {
    const { id } = await requestIn("under-review");
    const officer = await w.browser(agents.officer);
    const href = urls.reviewJudgement.href({ id });
    const point = (conclusion: string, reason: string) =>
      act(id, { "point:CS-4@party.0": conclusion, "motif:CS-4@party.0": reason });
    const silent = await officer.post(href, await point("not-met", ""));
    expect(silent.status).toBe(422);
    expect(silent.body).toContain("Expliquez votre constat");
    // The machine found it met: what was chosen is there again all the same.
    expect(silent.body).toMatch(/name="point:CS-4@party\.0" value="not-met" checked/);
    expect((await officer.post(href, await point("not-met", "Quatre contrats."))).status).toBe(303);
    const page = await officer.get(urls.review.href({ id }));
    expect(page.body).toContain("Quatre contrats.");
    expect(page.body).toContain("Condition non remplie");
    expect((await officer.post(href, await point("met", ""))).status).toBe(303);
    expect((await officer.get(urls.review.href({ id }))).body).toContain("Constats précédents (1)");
    expect((await officer.post(href, await act(id, { "point:CS-99": "met" }))).status).toBe(422);
  });

  it("that close a doubt move the amount to the reading chosen", async () => {
    const dear = { "structures.0.phases.0.dailyCost": "1200", "structures.0.phases.1.dailyCost": "1200" };
    const { id } = await requestIn("under-review", dear);
    const officer = await w.browser(agents.officer);
    const amountOf = (body: string) => /Aide que permettent les règles[\s\S]*?es-money">([^<]+)</.exec(body)?.[1];
    const before = await officer.get(urls.review.href({ id }));
    expect(before.body).toContain("limitent-ils le coût retenu");
    const fields = { "point:D-18": "alternative", "motif:D-18": "Lecture arrêtée en comité." };
    expect((await officer.post(urls.reviewJudgement.href({ id }), await act(id, fields))).status).toBe(303);
    const after = await officer.get(urls.review.href({ id }));
    expect(amountOf(after.body)).not.toBe(amountOf(before.body));
  });
});

describe("accepted costs", () => {
  it("cut the aid, say why, and never give more than asked", async () => {
    const { id } = await requestIn("under-review");
    const officer = await w.browser(agents.officer);
    const href = urls.reviewJudgement.href({ id });
    const line = "structures.0.phases.1";
    const page = await officer.get(urls.review.href({ id }));
    const send = (fields: Record<string, string>) => sendForm(officer, page, href, { couts: "oui", ...fields });
    const mute = await send({ [`${line}.days`]: "2", [`${line}.reason`]: "" });
    expect(mute.status).toBe(422);
    expect(mute.body).toContain("Dites pourquoi ce montant est réduit");
    const more = await send({ [`${line}.days`]: "99", [`${line}.reason`]: "Plus." });
    expect(more.body).toContain("Vous ne pouvez pas retenir plus");
    const letters = await send({ [`${line}.days`]: "deux", [`${line}.reason`]: "x" });
    expect(letters.status).toBe(422);
    const cut = await send({ [`${line}.days`]: "2", [`${line}.reason`]: "Ateliers déjà tenus." });
    expect(cut.status).toBe(303);
    expect((await officer.get(urls.review.href({ id }))).body).toContain("Sur ce qui est accepté");
  });
});

describe("two people at once", () => {
  it("one opinion wins, the other person is told and loses nothing of their words", async () => {
    const { id } = await requestIn("under-review");
    const opinion = {
      acte: "transmettre",
      sens: "defavorable",
      avis: "La structure ne remplit pas la condition.",
      motifs: ["CS-3@party.0"],
    };
    const officer = await w.browser(agents.officer);
    const colleague = await w.browser(agents.colleague);
    await officer.post(
      urls.reviewJudgement.href({ id }),
      await act(id, { "point:CS-3@party.0": "not-met", "motif:CS-3@party.0": "BPF." }),
    );
    const answers = await Promise.all([
      officer.post(urls.reviewJudgement.href({ id }), await act(id, opinion)),
      colleague.post(urls.reviewJudgement.href({ id }), await act(id, opinion)),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual([303, 409]);
    const told = answers.find((one) => one.status === 409);
    expect(told?.body).toContain("Le dossier a changé entre-temps");
    expect(told?.body).toContain("La structure ne remplit pas la condition.");
    const opinions = await w.inTx((tx) =>
      tx.selectFrom("opinion").selectAll().where("application_id", "=", id).execute(),
    );
    expect(opinions).toHaveLength(1);
  });

  it("a judgement sent from an old page stands again on the new one, beside what was kept meanwhile", async () => {
    const { id } = await requestIn("under-review");
    const officer = await w.browser(agents.officer);
    const colleague = await w.browser(agents.colleague);
    const old = await act(id, { "point:CS-15": "met", "motif:CS-15": "Vu.", avis: "Court.", acte: "transmettre" });
    await officer.post(
      urls.reviewJudgement.href({ id }),
      await act(id, { "point:CS-15": "not-met", "motif:CS-15": "Un sous-traitant est nommé." }),
    );
    const told = await colleague.post(urls.reviewJudgement.href({ id }), old);
    expect(told.status).toBe(409);
    expect(told.body).toMatch(/Agent officer a<!-- --> agi|Agent officer a agi/);
    expect(told.body).toMatch(/name="avis"[^>]*>Court\.</);
    expect(told.body).toMatch(/name="motif:CS-15"[^>]*>Vu\.</);
    expect(told.body).toContain("Enregistré depuis\u00a0: «");
    const again = { ...old, version: /name="version" value="(\d+)"/.exec(told.body)?.[1] ?? "", acte: "enregistrer" };
    expect((await colleague.post(urls.reviewJudgement.href({ id }), { ...again, cle: randomUUID() })).status).toBe(303);
  });

  it("a second press on the same button is the same act", async () => {
    const { id } = await requestIn("validated-favourable");
    const approver = await w.browser(agents.approver);
    const aid = (await read(id)).proposedAid ?? 0;
    const fields = await act(id, {
      sens: "favorable",
      date: frenchToday(),
      deliberation: "CP-1",
      aide: String(aid / 100),
    });
    const answers = await Promise.all([1, 2, 3].map(() => approver.post(urls.reviewDecision.href({ id }), fields)));
    expect(answers.map((one) => one.status)).toEqual([303, 303, 303]);
    const awards = await w.inTx((tx) => tx.selectFrom("award").selectAll().where("application_id", "=", id).execute());
    expect(awards).toHaveLength(1);
    expect(awards[0]?.evidence).toMatchObject({
      framework: "2025-07-15",
      factsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("declares complete and starts the review in one press, twice pressed or not, as two facts", async () => {
    const { id } = await fileRequest(w, 71);
    const officer = await w.browser(agents.officer);
    const page = await officer.get(urls.review.href({ id }));
    const step = urls.reviewStep.href({ id, step: "declare-complete" });
    for (let press = 0; press < 2; press += 1)
      expect((await sendForm(officer, page, step, { commencer: "oui" })).status).toBe(303);
    const file = await w.inTx((tx) => loadReviewed(tx, id, agents.officer));
    expect([file?.application.state, file?.application.assignedTo]).toEqual(["under-review", agents.officer]);
    expect(file?.journal.slice(0, 2).map(({ act }) => act)).toEqual([
      "review-started",
      "application-declared-complete",
    ]);
  });

  it("other words from the same open page are another note, the same words twice are one", async () => {
    const { id } = await requestIn("submitted");
    const officer = await w.browser(agents.officer);
    const cle = randomUUID();
    const href = urls.reviewNotes.href({ id });
    for (const note of ["Appelé la direction.", "Appelé la direction.", "Rappeler jeudi."]) {
      expect((await officer.post(href, { cle, note })).status).toBe(303);
    }
    const notes = await w.inTx((tx) =>
      tx.selectFrom("internal_note").selectAll().where("application_id", "=", id).execute(),
    );
    expect(notes.map((one) => one.body)).toEqual(["Appelé la direction.", "Rappeler jeudi."]);
  });

  it("a vote is held against what was granted to the structure since the opinion", async () => {
    const { id } = await requestIn("validated-favourable");
    const approver = await w.browser(agents.approver);
    const { proposedAid, raw } = await read(id);
    await w.inTx((tx) =>
      tx
        .insertInto("past_grant")
        .values({
          siren: siretOf(raw).slice(0, 9),
          scheme: "appui-conseil",
          granted_on: "2025-09-01",
          measures: { days: 24, aid: 1_680_000 },
          source: "Reprise",
        })
        .execute(),
    );
    const aide = String((proposedAid ?? 0) / 100);
    const early = { sens: "favorable", date: "10/03/2026", deliberation: "CP-1", aide: "1" };
    const before = await approver.post(urls.reviewDecision.href({ id }), await act(id, early));
    expect(before.status).toBe(422);
    expect(before.body).toMatch(
      /Cette date précède la validation de l’avis[^<]*<\/p>(?:<[^>]*>)*<input[^>]*name="apres-coup"/,
    );
    const page = await approver.get(urls.review.href({ id }));
    expect(page.body).toContain("Les jours déjà financés ont changé depuis le dépôt");
    expect(page.body).toMatch(/0\u00a0jour comptés? au dépôt/);
    expect(page.body).toMatch(/24\u00a0jours accordés ou payés aujourd’hui/);
    const vote = { sens: "favorable", date: frenchToday(), deliberation: "CP-1" };
    const over = await approver.post(urls.reviewDecision.href({ id }), await act(id, { ...vote, aide }));
    expect(over.status).toBe(422);
    expect(over.body.includes("dépasse ce que permettent les règles")).toBe(true);
    expect((await read(id)).state).toBe("validated-favourable");
    const less = { ...vote, aide: "500" };
    const bare = await approver.post(urls.reviewDecision.href({ id }), await act(id, less));
    expect(bare.status).toBe(422);
    expect(bare.body).toContain("inférieur à l’aide calculée");
    const raison = "Les crédits de la session sont partagés.";
    const late = { ...less, raison, date: early.date, "apres-coup": "oui" };
    const within = await approver.post(urls.reviewDecision.href({ id }), await act(id, late));
    expect(within.status).toBe(303);
    const facts = await w.inTx((tx) =>
      tx.selectFrom("journal").select("details").where("act", "=", "aid-awarded").execute(),
    );
    expect(facts.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ aid: 50_000, decidedOn: "2026-03-10", datedBefore: expect.any(String) as string }),
    );
  });
});

const siretOf = (raw: Readonly<Record<string, string | readonly string[]>>) => String(raw["structures.0.siret"]);

describe("four eyes and interests", () => {
  it("a supervisor who proposed an opinion does not validate it", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const request = await fileRequest(w, 300);
    const applicant = await visitorOf(w, request.organisation.owner);
    await leadTo({ ...stage, officer: stage.supervisor }, { id: request.id, applicant, n: 5 }, "proposed-favourable");
    const supervisor = await w.browser(agents.supervisor);
    const href = urls.reviewValidation.href({ id: request.id });
    const own = await supervisor.post(href, await act(request.id, { action: "valider" }));
    expect(own.status).toBe(422);
    expect(own.body).toContain("une autre personne doit le valider");
    const mute = await supervisor.post(href, await act(request.id, { action: "renvoyer", motif: "" }));
    expect(mute.status).toBe(422);
    const back = await supervisor.post(
      href,
      await act(request.id, { action: "renvoyer", motif: "Revoir le calendrier." }),
    );
    expect(back.status).toBe(303);
    expect((await read(request.id)).state).toBe("under-review");
    const officer = await w.browser(agents.officer);
    const page = (await officer.get(urls.review.href({ id: request.id }))).body;
    // Above all else, then where the opinion is given; the former text is there to be amended.
    expect(page.indexOf("L’avis est renvoyé à l’instruction")).toBeLessThan(page.indexOf('id="verifications"'));
    expect(page).toContain("Revoir le calendrier.");
    expect(page).toContain("Renvoyé");
    const [{ body = "" } = {}] = await w.inTx((tx) =>
      tx.selectFrom("opinion").select("body").where("application_id", "=", request.id).execute(),
    );
    const field = /<textarea[^>]*name="avis"[^>]*>([^<]*)</.exec(page)?.[1] ?? "";
    expect(body).not.toBe("");
    expect(field.trim().slice(0, 40)).toBe(body.replaceAll("&", "&amp;").slice(0, 40));
    expect(page).toMatch(/name="sens"[^>]*value="favorable"[^>]*checked/);
  });

  it("who declares an interest acts on no file of the organisation, and is told why", async () => {
    const { id } = await requestIn("submitted");
    const colleague = await w.browser(agents.colleague);
    const mute = await colleague.post(urls.reviewInterest.href({ id }), { cle: randomUUID(), motif: "" });
    expect(mute.status).toBe(422);
    const said = await colleague.post(urls.reviewInterest.href({ id }), {
      cle: randomUUID(),
      motif: "Ma sœur y travaille.",
    });
    expect(said.status).toBe(303);
    for (const [href, fields] of [
      [urls.reviewStep.href({ id, step: "declare-complete" }), {}],
      [urls.reviewNotes.href({ id }), { note: "x" }],
      [urls.reviewAssignment.href({ id }), { agent: agents.colleague }],
      [urls.reviewJudgement.href({ id }), { "point:need": "satisfying" }],
    ] as const) {
      const refused = await colleague.post(href, await act(id, fields));
      expect(refused.status, href).toBe(403);
      expect(refused.body).toContain("Ma sœur y travaille.");
    }
    const page = await colleague.get(urls.review.href({ id }));
    expect(page.status).toBe(200);
    expect(page.body).toContain("Vous n’agissez pas sur ce dossier");
    expect(page.body).not.toContain("Déclarer le dossier complet");
    await colleague.post(urls.queueActions.href(), { dossier: id, action: "complets", retour: urls.queue.href() });
    expect((await read(id)).state).toBe("submitted");
  });
});

describe("a refusal", () => {
  it("carries its grounds to the letter", async () => {
    const { id } = await requestIn("refused");
    await runJobs(w);
    const letter = await w.inTx((tx) =>
      tx
        .selectFrom("document")
        .selectAll()
        .where("application_id", "=", id)
        .where("kind", "=", "refusal-letter")
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(letter.data)).toContain("moins du tiers de l’activité");
    expect((await (await w.browser(agents.officer)).get(urls.review.href({ id }))).body).toContain("Demande rejetée");
  });
});
