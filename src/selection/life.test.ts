import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gridLines } from "#policy/index.ts";
import { makeAgreement, signForFunder } from "#src/agreements/acts.ts";
import { giveSeat, makeCommittee } from "#src/committees/acts.ts";
import { findCommittee } from "#src/committees/committee-store.ts";
import { asked } from "#src/demo/performed.ts";
import { fillSheet } from "#src/demo/selection-steps.ts";
import { findApplication, latestRevision, openApplication, type State } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { abandon } from "#src/reviews/steps/plain-steps.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { planSession } from "./committee/session-acts.ts";
import { recordOutside } from "./outside/acts.ts";
import { makeAssessors, makeCall, type TestCall } from "./selecting.fixture.ts";
import { hiddenIn } from "./voted.fixture.ts";

let w: TestWorld;
let call: TestCall;
let experts: readonly SignedVisitor[];
let officer: Browser;
let approver: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "transitions", {
    files: 4,
    call: { "envelope.0.committed": "40 000", "envelope.1.committed": "0" },
  });
  experts = await makeAssessors(w, call, 3);
  officer = await w.browser(call.officer.person.id);
  approver = await w.browser(call.approver.person.id);
}, 120_000);
afterAll(() => w.close());

const states = async (): Promise<readonly State[]> => {
  const found: State[] = [];
  for (const id of call.files) found.push((await w.inTx((tx) => findApplication(tx, id)))?.state ?? "draft");
  return found;
};

/** The form of the page that posts there, sent with these fields over its hidden ones. */
async function send(
  browser: Browser,
  page: Page,
  action: string,
  fields: Record<string, string | readonly string[]> = {},
) {
  return browser.postAndFollow(action, { ...hiddenIn(page, action), ...fields });
}

/** What a form of the page was made from. */
function seenIn({ body }: Page, action: string): string {
  const form = body.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  return /name="vu" value="([^"]*)"/.exec(form)?.[1] ?? "";
}

const takenOfRegion = async () =>
  (await w.inTx((tx) => tx.selectFrom("commitment").select("amount").where("funder", "=", "region").execute())).reduce(
    (sum, { amount }) => sum + amount,
    0,
  );

/** The better the file, the higher all mark it; one of them parts on the last. */
const marks = (file: number, expert: number) => () => String(file === 3 && expert === 0 ? 0 : Math.max(1, 4 - file));

describe("projects of a call", () => {
  it("wait for their sheets, and nobody reads a mark before all are in", async () => {
    expect(await states()).toEqual(["admitted", "admitted", "admitted", "admitted"]);
    for (const [at, id] of call.files.entries()) {
      for (const [who, expert] of experts.entries()) {
        if (at === 3 && who === 2) continue;
        await fillSheet(w.world, expert, id, marks(at, who));
      }
    }
    const page = await officer.get(urls.candidate.href({ call: call.id, id: call.files[3] ?? "" }));
    expect(page.body).toContain("Les notes se lisent quand toutes les fiches sont envoyées");
    const read = (person: string) =>
      w.inTx(
        (tx) =>
          tx
            .selectFrom("score_mark as m")
            .innerJoin("score_sheet as s", "s.id", "m.sheet_id")
            .select("s.person_id")
            .where("s.application_id", "=", call.files[3] ?? "")
            .distinct()
            .execute(),
        { person },
      );
    expect(await read(call.officer.person.id)).toEqual([]);
    expect((await read(experts[0]?.person.id ?? "")).map((row) => row.person_id)).toEqual([experts[0]?.person.id]);
    await fillSheet(w.world, experts[2] as SignedVisitor, call.files[3] ?? "", marks(3, 2));
    expect(await read(call.officer.person.id)).toHaveLength(3);
  });

  it("whose assessors part past the call's limit ask for a consensus, with its reason", async () => {
    const href = urls.callSelection.href({ call: call.id });
    await send(officer, await officer.get(href), urls.callStage.href({ call: call.id, step: "evaluation" }), {});
    expect(await states()).toEqual(["scored", "scored", "scored", "admitted"]);
    const id = call.files[3] ?? "";
    const page = await officer.get(urls.candidate.href({ call: call.id, id }));
    expect(page.body).toContain("Une conciliation est à tenir");
    const action = urls.candidateConsensus.href({ call: call.id, id });
    const seenBefore = seenIn(page, action);
    const [need, other] = gridLines(call.scheme.grid).map((one) => one.id);
    const meeting = {
      heldOn: "20/04/2026",
      [`value.${need}`]: "1",
      [`reason.${need}`]: "La source est trop ancienne.",
      [`value.${other}`]: "2",
      [`reason.${other}`]: "",
    };
    const wrong = await officer.post(action, { ...meeting, heldOn: "21/04/2026" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Dites pourquoi");
    expect(wrong.body).toContain("pas encore venu");
    expect(wrong.body).toContain("La source est trop ancienne.");
    const kept = () =>
      w.inTx((tx) =>
        tx
          .selectFrom("score_consensus")
          .select(["line", "mark"])
          .where("application_id", "=", id)
          .orderBy("line")
          .execute(),
      );
    expect(await kept()).toEqual([]);
    const settled = { ...meeting, [`reason.${other}`]: "Deux transitions sont justifiées." };
    expect((await officer.post(action, settled)).status).toBe(303);
    const both = [
      { line: need, mark: 1 },
      { line: other, mark: 2 },
    ];
    expect(await kept()).toEqual(expect.arrayContaining(both));
    expect(await kept()).toHaveLength(2);
    // Shown as it was kept, to be taken up again at the day of that meeting.
    const again = await officer.get(urls.candidate.href({ call: call.id, id }));
    expect(again.body).toContain('value="20/04/2026"');
    // Who had the page open before is told what another wrote since; the second sending decides.
    const late = { ...settled, vu: seenBefore, [`value.${need}`]: "2" };
    const told = await officer.post(action, late);
    expect(told.status).toBe(422);
    expect(told.body).toContain(
      "Une autre personne vient d’écrire ici\u00a0: «\u202fnote 1, La source est trop ancienne.\u202f»",
    );
    expect((await kept()).find(({ line }) => line === need)?.mark).toBe(1);
    expect((await officer.post(action, { ...late, vu: seenIn(told, action) })).status).toBe(303);
    expect((await kept()).find(({ line }) => line === need)?.mark).toBe(2);
    await officer.post(action, settled);
    await send(officer, await officer.get(href), urls.callStage.href({ call: call.id, step: "evaluation" }), {});
    expect(await states()).toEqual(["scored", "scored", "scored", "scored"]);
  });

  it("tell who marks high or low to who chairs alone, how far the marks agree to all", async () => {
    await chairedBy(call.supervisor);
    const href = urls.callSelection.href({ call: call.id });
    const [chair, secretary] = [await w.browser(call.supervisor.person.id), officer];
    for (const [browser, told] of [
      [chair, true],
      [secretary, false],
    ] as const) {
      const { body } = await browser.get(href);
      expect([body.includes("alpha de Krippendorff"), body.includes("Sévérité de 3")]).toEqual([true, told]);
    }
  });

  it("are ranked, and the line stops where the envelope does", async () => {
    const room = await officer.get(urls.callRoom.href({ call: call.id }));
    expect(room.body).toContain("Financés");
    // 24 000 + 16 800 would be 40 800 of 40 000: the second does not fit.
    expect(room.body).toMatch(/il manque 800/);
    const tried = await officer.get(
      urls.callRoom.href({ call: call.id }, { essai: call.files[0] ?? "", retenu: "110 000" }),
    );
    expect(tried.body).toContain("2 financés au lieu de 1");
    expect(tried.body).toContain("Avec l’essai, la ligne passe ici");
  });

  it("may be retained for less, and every rule is read again", async () => {
    const id = call.files[0] ?? "";
    const page = await officer.get(urls.candidate.href({ call: call.id, id }));
    const action = urls.candidateRetained.href({ call: call.id, id });
    const form = { ...hiddenIn(page, action), raison: "Le studio est hors du projet." };
    const floor = await officer.post(action, { ...form, retenu: "24 000" });
    expect(floor.status).toBe(422);
    expect(floor.body).toMatch(/15.000/);
    expect((await officer.post(action, { ...form, cle: randomUUID(), retenu: "110 000" })).status).toBe(303);
    // A second secretary, whose page is older, is told who acted, and is given back what they typed, the amount too.
    const late = await officer.post(action, { ...form, cle: randomUUID(), retenu: "100 000" });
    expect([late.status, late.body.includes("Le studio est hors du projet."), late.body.includes("100 000")]).toEqual([
      409,
      true,
      true,
    ]);
    const application = await w.inTx((tx) => findApplication(tx, id));
    expect(application).toMatchObject({ retainedCosts: 11_000_000, proposedAid: 2_200_000 });
  });

  it("are selected within the envelopes, held in reserve, or not selected", async () => {
    const href = urls.callSelection.href({ call: call.id });
    await send(officer, await officer.get(href), urls.callStage.href({ call: call.id, step: "classement" }), {});
    expect(await states()).toEqual(["ranked", "ranked", "ranked", "ranked"]);
    await send(officer, await officer.get(href), urls.callStage.href({ call: call.id, step: "decisions" }), {});
    expect(await states()).toEqual(["selected", "selected", "in-reserve", "not-selected"]);
    await officer.post(urls.queueColumns.href(), { geste: "garder", ordre: ["rang"], colonne: ["rang"] });
    const list = await officer.get(urls.queue.href({}, { vue: "tous", appel: call.id }));
    expect(list.body).toContain("réserve, 1");
    expect((await officer.get(urls.queueExport.href({}, { vue: "tous", colonne: "rang" }))).body).toContain(
      "réserve, 1",
    );
    expect(await takenOfRegion()).toBe(2_200_000 + 1_680_000);
  });

  it("are not voted before the other selection is written down, and its total bounds the aid to the cent", async () => {
    const refused = await vote([call.files[0] ?? ""]);
    expect(refused.body).toContain("la sélection au titre du FSE+");
    const word = { isSelected: true, decidedOn: "2026-04-18", reference: "FSE-2026-12" } as const;
    for (const [at, retained] of [10_000_001, 8_400_000].entries()) {
      const { version: _, ...request } = await asked(w.world, call.files[at] ?? "");
      const outcome = await recordOutside(w.world, call.officer, request, {
        ...word,
        decidedOn: "2026-04-18" as never,
        retained,
      });
      expect(outcome.kind).toBe("done");
    }
    // Said once: the answers of the file hold it too, as a revision of their own.
    expect(await takenOfRegion()).toBe(2_000_000 + 1_680_000);
    const told = await w.inTx((tx) => latestRevision(tx, call.files[0] ?? ""));
    expect(told).toMatchObject({
      cause: "track",
      raw: { selectedForEsf: "oui", esfReference: "FSE-2026-12", esfRetainedTotal: "100000,01" },
    });
    // From then on it is nobody's to answer: not the applicant's, whatever page it comes from, nor of a draft prepared since.
    const owner = await w.browser(call.organisations[0]?.owner);
    const track = urls.applicationTrack.href({ id: call.files[0] ?? "" });
    const page = await owner.get(track);
    expect(page.body).toContain("d’après la décision du FSE+");
    expect(page.body).not.toContain('name="selectedForEsf"');
    const { version } = await asked(w.world, call.files[0] ?? "");
    const restated = {
      cle: randomUUID(),
      version: String(version),
      selectedForEsf: "non",
      esfReference: "FSE-2026-12",
    };
    const answer = await owner.post(track, restated);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("elle ne change plus ici");
    await w.inTx((tx) =>
      sql`UPDATE application SET raw = raw || '{"selectedForEsf": "non", "esfRetainedTotal": "1"}' WHERE id = ${call.files[0]}`.execute(
        tx,
      ),
    );
    const file = await w.inTx((tx) => openApplication(tx, call.files[0] ?? "", w.clock.now()), {
      person: call.organisations[0]?.owner ?? "",
    });
    expect(file?.reading.answers).toMatchObject({ selectedForEsf: true, esfRetainedTotal: 10_000_001 });
    // 20 % of 100 000,01 is 20 000,002: floored to the cent.
    expect(await w.inTx((tx) => findApplication(tx, call.files[0] ?? ""))).toMatchObject({ proposedAid: 2_000_000 });
  });

  it("wait for a condition of the committee, which the applicant answers and the officer lifts", async () => {
    const id = call.files[1] ?? "";
    const page = await officer.get(urls.candidate.href({ call: call.id, id }));
    await send(officer, page, urls.candidateConditions.href({ call: call.id, id }), {
      words: "Donnez la lettre de la banque.",
    });
    expect((await vote([id])).body).toContain("une condition qui n’est pas levée");
    const owner = await w.browser(call.organisations[1]?.owner);
    const theirs = await owner.get(urls.applicationConditions.href({ id }));
    const condition = /conditions\/([0-9a-f-]{36})/.exec(theirs.body)?.[1] ?? "";
    await send(owner, theirs, urls.applicationCondition.href({ id, condition }), { answer: "La voici." });
    const answered = await officer.get(urls.candidate.href({ call: call.id, id }));
    expect(answered.body).toContain("La voici.");
    await send(officer, answered, urls.candidateCondition.href({ call: call.id, id, condition }));
  });

  it("are voted in one act, notified in one act once the deliberation is enforceable, and agreed", async () => {
    const ids = [call.files[0] ?? "", call.files[1] ?? "", call.files[3] ?? ""];
    await makeSessionsOlder(16);
    const before = await states();
    expect((await vote(ids)).body).toContain("Confirmez que c’est vous");
    expect(await states()).toEqual(before);
    await makeSessionsOlder(0);
    await vote(ids);
    expect(await states()).toEqual(["awarded", "awarded", "in-reserve", "rejected"]);
    const page = await officer.get(urls.callVote.href({ call: call.id }));
    const early = await notifyPage(page, ids);
    expect(early.body).toContain("pas encore transmise");
    expect(await states()).toEqual(["awarded", "awarded", "in-reserve", "rejected"]);
    await wordFeedback(call.files[3] ?? "", "Le diagnostic est daté, mais la méthode est sérieuse.");
    await officer.post(urls.callVote.href({ call: call.id }), {
      action: "dates",
      deliberation: "CP-2026-04-20",
      transmission: "20/04/2026",
      publication: "20/04/2026",
    });
    await notifyPage(await officer.get(urls.callVote.href({ call: call.id })), ids);
    expect(await states()).toEqual(["notified", "notified", "in-reserve", "refused"]);
    await leaveReceipts();
    await runJobs(w);
    const letters = await w.inTx((tx) =>
      tx
        .selectFrom("document")
        .select(["kind", "data"])
        .where("kind", "in", ["award-letter", "refusal-letter"])
        .execute(),
    );
    expect(letters.map(({ kind }) => kind).sort()).toEqual(["award-letter", "award-letter", "refusal-letter"]);
    expect((await makeAgreement(w.world, call.officer, await asked(w.world, call.files[0] ?? ""))).kind).toBe("done");
    await runJobs(w);
    const agreement = await w.inTx((tx) =>
      tx.selectFrom("document").select("data").where("kind", "=", "grant-agreement").executeTakeFirst(),
    );
    expect(agreement?.data).toMatchObject({
      plan: { aid: 2_000_000, eligible: 10_000_001 },
      // What is owed of each cost, by the rule: never what the vote came to (19,99 %).
      parts: { owed: "20\u00a0% des dépenses acceptées" },
      keepYears: 5,
      funder: { calledBelow: "la Région" },
      publicity: { duties: expect.arrayContaining([expect.stringContaining("Cofinancé par l’Union européenne")]) },
    });
    const refusal = JSON.stringify(letters.find(({ kind }) => kind === "refusal-letter")?.data);
    expect(refusal).toContain("Des employeurs interrogés directement.");
    expect(refusal).toContain("la méthode est sérieuse.");
    expect(refusal).not.toContain("La source est trop ancienne.");
    expect(refusal).not.toContain("Experte");
    expect(await wordFeedback(call.files[3] ?? "", "Trop tard.")).toContain("ne changent plus");
  });

  it("are called up from the reserve when the money is there, and not before", async () => {
    const id = call.files[2] ?? "";
    const page = await officer.get(urls.candidate.href({ call: call.id, id }));
    const action = urls.candidateStep.href({ call: call.id, id, step: "appel" });
    expect((await send(officer, page, action)).body).toContain("ne suffit pas");
    expect((await states())[2]).toBe("in-reserve");
    const notified = await asked(w.world, call.files[1] ?? "");
    const left = await abandon(w.world, call.officer, notified, "Le porteur renonce au projet.");
    expect(left.kind).toBe("done");
    await send(officer, await officer.get(urls.candidate.href({ call: call.id, id })), action);
    expect(await states()).toEqual(["agreement-to-sign", "abandoned", "selected", "refused"]);
    expect(await takenOfRegion()).toBeLessThanOrEqual(4_000_000);
  });

  it("are signed no more where the other funder takes its aid back after the vote (D-31)", async () => {
    const { version: _, ...request } = await asked(w.world, call.files[0] ?? "");
    const taken = { isSelected: false, decidedOn: "2026-04-19" as never, reference: "FSE-RETRAIT", retained: null };
    expect((await recordOutside(w.world, call.officer, request, taken)).kind).toBe("done");
    const signing = await asked(w.world, request.id);
    const signed = { signedOn: "2026-04-20" as never, signatory: "La présidente" };
    const outcome = await signForFunder(w.world, call.officer, signing, signed, null);
    expect(JSON.stringify(outcome)).toContain("rien n’est plus notifié ni signé");
  });
});

/** A committee with that chair, its meeting planned for the call. */
async function chairedBy({ person: { name, email } }: SignedVisitor): Promise<void> {
  const slug = "selection";
  const committee = { slug, kind: "selection", name: "Comité", purpose: "Choisir", quorumPercent: 50 } as const;
  await makeCommittee(w.world, call.officer, committee);
  const found = await w.inTx((tx) => findCommittee(tx, slug));
  if (found === null) throw new Error("no committee");
  const seat = { college: "", fromOn: "2026-01-01", untilOn: null, nameIsPublic: false, body: "Région" };
  await giveSeat(w.world, call.officer, found, { ...seat, name, email, role: "chair" });
  const startsAt = Temporal.Instant.from("2026-04-21T08:00:00Z");
  const session = { committee: slug, title: "Sélection", startsAt, place: "Caen", link: "" };
  expect(await planSession(w.world, call.officer, call.id, session)).toEqual({ done: true });
}

/** Words what is told of the need, as the form of the file carries it; gives what the page then says. */
async function wordFeedback(id: string, weakness: string): Promise<string> {
  const { version } = await asked(w.world, id);
  const typed = { "fort.context-aim": "Des employeurs interrogés directement.", "faible.context-need": weakness };
  const fields = { cle: randomUUID(), version: String(version), ...typed };
  const { body } = await officer.postAndFollow(urls.candidateFeedback.href({ call: call.id, id }), fields);
  return body;
}

/** The receipts of the filing are another story: not set here. */
const leaveReceipts = () =>
  w.world.pool.query(
    "SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE task_identifier = 'issue-receipt'",
  );

const makeSessionsOlder = (minutes: number) =>
  w.world.pool.query("UPDATE session SET created_at = now() - make_interval(mins => $1)", [minutes]);

async function vote(ids: readonly string[]): Promise<Page> {
  const action = urls.callVote.href({ call: call.id });
  const page = await approver.get(action);
  return send(approver, page, action, { dossier: ids, deliberation: "CP-2026-04-20", date: "20/04/2026" });
}

function notifyPage(page: Page, ids: readonly string[]): Promise<Page> {
  return send(officer, page, urls.callNotification.href({ call: call.id }), { dossier: ids, relu: "oui" });
}
