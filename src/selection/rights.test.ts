import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Values } from "#policy/index.ts";
import { asked } from "#src/demo/performed.ts";
import { fillSheet } from "#src/demo/selection-steps.ts";
import { findApplication } from "#src/life/index.ts";
import { AGENT_ROLES, type AgentRole, type SignedVisitor } from "#src/people/index.ts";
import { askForMore } from "#src/reviews/completion/ask-for-more.ts";
import { loadReviewed } from "#src/reviews/index.ts";
import { agentVisitor } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { giveSheet, inviteAssessor } from "./assessors/acts.ts";
import { chooseCommon, leaveCommon } from "./assessors/calibrate.ts";
import { closeAccesses } from "./jobs.ts";
import { closeAssessment, closeRanking } from "./ranking/close.ts";
import { reckonRetained } from "./ranking/retained.ts";
import { loadSelection, select } from "./ranking/steps.ts";
import { rulesOfApplication } from "./rules.ts";
import { declareOwnInterest } from "./scores/acts.ts";
import { listOwnSheets } from "./scores/store.ts";
import { makeAssessors, makeCall, type TestCall } from "./selecting.fixture.ts";

let w: TestWorld;
let call: TestCall;
let experts: readonly SignedVisitor[];
const browsers = new Map<string, Browser>();

const modernising = {
  bodies: ["dreets"],
  assessors: "2",
  "envelope.0.committed": "14 000",
  "terms.investment": "accepted",
  tieRule: "cost",
};

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "modernisation", { files: 3, call: modernising });
  experts = await makeAssessors(w, call, 2, false);
  for (const role of AGENT_ROLES) browsers.set(role, await w.browser(call.agents[role]));
  browsers.set("owner", await w.browser(call.organisations[0]?.owner));
}, 120_000);
afterAll(() => w.close());

const [first, second] = [() => call.files[0] ?? "", () => call.files[1] ?? ""];
const sheetsOf = (person: SignedVisitor) =>
  w.inTx((tx) => listOwnSheets(tx, person.person.id, w.clock.now().toString().slice(0, 10)));

const FILE_READERS = ["officer", "supervisor", "approver", "accountant", "administrator", "auditor"];

/** Who reads a page: 200; to all others it is not there. */
const pages: readonly (readonly [name: string, href: () => string, who: readonly string[]])[] = [
  ["the desk", () => urls.selectionDesk.href(), FILE_READERS],
  ["a call", () => urls.callSelection.href({ call: call.id }), FILE_READERS],
  ["the room", () => urls.callRoom.href({ call: call.id }), FILE_READERS],
  ["a project", () => urls.candidate.href({ call: call.id, id: first() }), FILE_READERS],
  ["the vote", () => urls.callVote.href({ call: call.id }), FILE_READERS],
  ["the assessors", () => urls.callAssessors.href({ call: call.id }), FILE_READERS],
  ["the meeting", () => urls.callSession.href({ call: call.id }), FILE_READERS],
  ["the bodies' desk", () => urls.bodyDesk.href(), ["dreets", "managing-authority", "opco"]],
  ["a body's file", () => urls.bodyApplication.href({ id: first() }), ["dreets"]],
  ["the whole file", () => urls.review.href({ id: first() }), FILE_READERS],
];

describe("the pages of a selection", () => {
  it.each(pages)("%s is read by whom it is for, and is not there for others", async (_name, href, who) => {
    for (const [name, browser] of browsers) {
      expect([name, (await browser.get(href())).status]).toEqual([name, who.includes(name) ? 200 : 404]);
    }
  });

  it.each([
    ["invite", () => urls.callInvitation.href({ call: call.id }), ["officer", "supervisor"]],
    [
      "close the assessment",
      () => urls.callStage.href({ call: call.id, step: "evaluation" }),
      ["officer", "supervisor"],
    ],
    ["close the ranking", () => urls.callStage.href({ call: call.id, step: "classement" }), ["officer", "supervisor"]],
    [
      "record a consensus",
      () => urls.candidateConsensus.href({ call: call.id, id: first() }),
      ["officer", "supervisor"],
    ],
    [
      "say what the room shows",
      () => urls.candidateShown.href({ call: call.id, id: first() }),
      ["officer", "supervisor"],
    ],
    ["set a condition", () => urls.candidateConditions.href({ call: call.id, id: first() }), ["officer", "supervisor"]],
    ["give sheets", () => urls.callSheets.href({ call: call.id }), ["officer", "supervisor"]],
    ["prepare the meeting", () => urls.callSession.href({ call: call.id }), ["officer", "supervisor"]],
    ["vote", () => urls.callVote.href({ call: call.id }), ["approver"]],
    ["notify", () => urls.callNotification.href({ call: call.id }), ["officer", "supervisor"]],
    ["retain less", () => urls.candidateRetained.href({ call: call.id, id: first() }), ["officer", "supervisor"]],
    ["word what is told", () => urls.candidateFeedback.href({ call: call.id, id: first() }), ["officer", "supervisor"]],
    ["reopen", () => urls.candidateStep.href({ call: call.id, id: first(), step: "reprise" }), ["supervisor"]],
  ] as const)("only those whose act it is may %s", async (_name, href, who) => {
    for (const [name, browser] of browsers) {
      const { status } = await browser.post(href(), { cle: randomUUID(), version: "0" });
      const may: readonly string[] = who;
      const isAgent = FILE_READERS.includes(name);
      if (may.includes(name)) expect([name, [401, 403, 404].includes(status)]).toEqual([name, false]);
      else expect([name, status]).toEqual([name, isAgent ? 403 : 404]);
    }
  });
});

const toldOfQuestion = async () =>
  (
    await w.inTx((tx) =>
      tx
        .selectFrom("mail")
        .select("to_address")
        .where("subject", "like", "%une question sur MO-%")
        .orderBy("created_at")
        .execute(),
    )
  )
    .map(({ to_address }) => to_address)
    .sort();

describe("an agent of a body that instructs with the funder", () => {
  it("reads the files of its calls, gives its opinion, asks, and is answered", async () => {
    const dreets = browsers.get("dreets") as Browser;
    expect((await dreets.get(urls.bodyDesk.href())).body).toContain("MO-2026-00001");
    expect((await (browsers.get("managing-authority") as Browser).get(urls.bodyDesk.href())).body).not.toContain(
      "MO-2026-",
    );
    const refused = await dreets.post(urls.bodyOpinion.href({ id: first() }), { sense: "favourable", words: "" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Motivez votre avis");
    expect(
      (await dreets.post(urls.bodyOpinion.href({ id: first() }), { sense: "with-reserve", words: "À suivre." })).status,
    ).toBe(303);
    await dreets.post(urls.bodyQuestion.href({ id: first() }), { question: "Qui paie le site ?" });
    expect(await toldOfQuestion()).toEqual(["officer@region.example"]);
    const hold = (holder: string | null) =>
      w.inTx((tx) => tx.updateTable("application").set({ assigned_to: holder }).where("id", "=", first()).execute());
    await hold(null);
    await dreets.post(urls.bodyQuestion.href({ id: first() }), { question: "Et qui l’entretient ?" });
    expect(await toldOfQuestion()).toEqual(["officer@region.example", "supervisor@region.example"]);
    await hold(call.agents.officer);
    const officer = browsers.get("officer") as Browser;
    const page = await officer.get(urls.candidate.href({ call: call.id, id: first() }));
    expect(page.body).toContain("À suivre.");
    const question = /questions\/([0-9a-f-]{36})/.exec(page.body)?.[1] ?? "";
    await officer.post(urls.candidateAnswer.href({ call: call.id, id: first(), question }), {
      [`reponse-${question}`]: "La structure.",
    });
    const { body } = await dreets.get(urls.bodyApplication.href({ id: first() }));
    expect(body).toContain("La structure.");
    // Its papers are seen where they are named, each under what was asked.
    expect(body).toMatch(/<iframe[^>]*src="[^"]*\/pieces\/[^"]*\?voir=1"/);
  });

  it("reads neither messages, nor findings, nor notes, by straight SQL either", async () => {
    await w.inTx((tx) =>
      tx
        .insertInto("message")
        .values({ application_id: first(), side: "funder", body: "Entre nous", sent_at: w.clock.now() })
        .execute(),
    );
    const read = (table: "message" | "finding" | "internal_note" | "revision") =>
      w.inTx((tx) => tx.selectFrom(table).select("application_id").execute(), { person: call.agents.dreets });
    expect(await read("message")).toEqual([]);
    expect(await read("finding")).toEqual([]);
    expect(new Set((await read("revision")).map((row) => row.application_id)).size).toBe(3);
  });
});

describe("an outside expert", () => {
  it("reads no file before their word that nothing binds them, then that one alone", async () => {
    const [expert] = experts as [SignedVisitor];
    const browser = await w.browser(expert.person.id);
    const seen = async () =>
      (await w.inTx((tx) => tx.selectFrom("application").select("id").execute(), { person: expert.person.id })).map(
        ({ id }) => id,
      );
    await giveSheet(w.world, call.officer, call.id, { file: first(), person: expert.person.id });
    expect(await seen()).toEqual([]);
    const [sheet] = await sheetsOf(expert);
    const href = urls.sheet.href({ sheet: sheet?.id ?? "" });
    expect((await browser.get(href)).body).toContain("Avant d’ouvrir ce dossier");
    await browser.post(urls.sheetInterest.href({ sheet: sheet?.id ?? "" }), { action: "aucun" });
    const { body } = await browser.get(href);
    expect(body).toContain("Ce critère est-il rempli");
    // Its papers are seen where they are named.
    const [, paper = ""] = /<iframe[^>]*src="([^"]*\?voir=1)"/.exec(body) ?? [];
    expect((await browser.get(paper)).headers.get("content-disposition")).toMatch(/^inline/);
    expect(await seen()).toEqual([first()]);
    for (const page of [
      urls.review.href({ id: first() }),
      urls.selectionDesk.href(),
      urls.bodyApplication.href({ id: first() }),
    ]) {
      expect((await browser.get(page)).status).toBe(404);
    }
    const other = await w.browser(experts[1]?.person.id);
    expect((await other.get(href)).status).toBe(404);
  });

  it("who says an interest loses the file, and is never given one of that organisation again", async () => {
    const [, expert] = experts as [SignedVisitor, SignedVisitor];
    await giveSheet(w.world, call.officer, call.id, { file: second(), person: expert.person.id });
    const [sheet] = await sheetsOf(expert);
    const siren = await w.inTx((tx) => findApplication(tx, second())).then((one) => one?.organisationSiren ?? "");
    await declareOwnInterest(w.world, expert, sheet?.id ?? "", { sirens: [siren], reason: "Mon frère y travaille." });
    expect(await sheetsOf(expert)).toEqual([]);
    const again = await giveSheet(w.world, call.officer, call.id, { file: second(), person: expert.person.id });
    expect(again).toMatchObject({ done: false });
  });

  it("reads nothing once their time is over", async () => {
    const email = "court@experts.example";
    await inviteAssessor(w.world, call.officer, call.id, {
      email,
      name: "Brève",
      isOutside: true,
      specialities: [],
      untilOn: "2026-04-25",
    });
    const person = (
      await w.inTx((tx) => tx.selectFrom("person").select("id").where("email", "=", email).executeTakeFirstOrThrow())
    ).id;
    await giveSheet(w.world, call.officer, call.id, { file: first(), person });
    const visitor = { ...(experts[0] as SignedVisitor), person: { id: person, name: "Brève", email } };
    const [sheet] = await sheetsOf(visitor);
    const browser = await w.browser(person);
    await browser.post(urls.sheetInterest.href({ sheet: sheet?.id ?? "" }), { action: "aucun" });
    w.clock.set("2026-04-26T09:00:00Z");
    await closeAccesses(w.world);
    expect((await browser.get(urls.sheet.href({ sheet: sheet?.id ?? "" }))).status).toBe(404);
    expect(await w.inTx((tx) => tx.selectFrom("application").select("id").execute(), { person })).toEqual([]);
    w.clock.set("2026-04-20T10:00:00Z");
  });
});

describe("the rules of a file", () => {
  it("are those of its call's version, read once for all its files whatever the version of each", async () => {
    const applications = await w.inTx((tx) => Promise.all([first(), second()].map((id) => findApplication(tx, id))));
    const read = applications.map((application) => {
      if (application === null || application.call === null) throw new Error("no call");
      return rulesOfApplication({ ...application, call: application.call }).scheme;
    });
    expect(read[0]).toBe(read[1]);
  });
});

describe("what a file asks", () => {
  it("is for investments in the share that its eligible costs say, retained whole or for less", async () => {
    const file = await w.inTx((tx) => loadReviewed(tx, first(), call.officer.person.id));
    if (file === null) throw new Error("no file");
    const costs = file.answers.costs as readonly Values[];
    const marked = {
      ...file,
      answers: { ...file.answers, costs: costs.map((one, at) => ({ ...one, isInvestment: at === 0 })) },
    };
    const [none] = reckonRetained(file, null).asks;
    expect(none?.investment).toBeUndefined();
    const [some] = reckonRetained(marked, null).asks;
    expect(some?.investment).toBeGreaterThan(0);
    expect(some?.investment ?? 0).toBeLessThan(some?.amount ?? 0);
    const whole = reckonRetained(marked, null).eligibleCosts;
    const [less] = reckonRetained(marked, Math.floor(whole / 2)).asks;
    expect((less?.investment ?? 0) / (less?.amount ?? 1)).toBeCloseTo((some?.investment ?? 0) / (some?.amount ?? 1), 4);
  });
});

describe("after the closing of a call", () => {
  it("nothing that is assessed is asked again, and all have the same delay", async () => {
    const id = call.files[2] ?? "";
    await w.inTx((tx) => tx.updateTable("application").set({ state: "under-review" }).where("id", "=", id).execute());
    const ask = async (path: string, dueOn: string) =>
      askForMore(w.world, call.officer, await asked(w.world, id), {
        items: [{ path, message: "" }],
        note: "",
        dueOn: dueOn as never,
      });
    const refused = await ask("project.need", "2026-05-05");
    expect(refused).toMatchObject({ kind: "refused" });
    expect(JSON.stringify(refused)).toContain("L’appel est clos");
    expect(await ask("costs.0.amount", "2026-05-05")).toMatchObject({ kind: "refused" });
    expect(await ask("contact.phone", "2026-05-05")).toMatchObject({ kind: "done" });
    await w.inTx((tx) => tx.updateTable("application").set({ state: "admitted" }).where("id", "=", id).execute());
  });
});

describe("the file by which all begin", () => {
  it("is given to all, holds the others back until its sheets are in, then shows each the others’ marks", async () => {
    await w.inTx((tx) => tx.deleteFrom("score_sheet").execute());
    const [one, two] = experts as [SignedVisitor, SignedVisitor];
    expect(await chooseCommon(w.world, call.officer, call.id, first())).toEqual({ done: true });
    await giveSheet(w.world, call.officer, call.id, { file: second(), person: one.person.id });
    const fill = (who: SignedVisitor, file: string) => fillSheet(w.world, who, file, () => "satisfying");
    await expect(fill(one, second())).rejects.toThrow("commence par un dossier commun");
    await fill(one, first());
    await expect(fill(one, second())).rejects.toThrow("commence par un dossier commun");
    const common = (await sheetsOf(one)).find(({ isCommon }) => isCommon)?.id ?? "";
    const read = async () => (await (await w.browser(one.person.id)).get(urls.sheet.href({ sheet: common }))).body;
    expect(await read()).not.toContain("Les autres\u00a0:");
    await fill(two, first());
    expect(await read()).toContain("Les autres\u00a0: Rempli");
    await fill(one, second());
    const late = await chooseCommon(w.world, call.officer, call.id, second());
    expect(late).toMatchObject({ done: false, why: expect.stringContaining("vient avant toute autre") });
    expect(await leaveCommon(w.world, call.officer, call.id)).toEqual({ done: true });
  });
});

describe("two secretaries at once", () => {
  it("never spend the same euro: one file is selected, the other is told what lacks", async () => {
    const people: readonly AgentRole[] = ["officer", "supervisor"];
    await w.inTx((tx) => tx.deleteFrom("score_sheet").execute());
    for (const file of [first(), second()]) {
      for (const role of people) {
        const { name, email } = (await agentVisitor(w, call.agents[role], role)).person;
        await inviteAssessor(w.world, call.officer, call.id, {
          email,
          name,
          isOutside: false,
          specialities: [],
          untilOn: "2026-12-31",
        });
        await giveSheet(w.world, call.officer, call.id, { file, person: call.agents[role] });
        await fillSheet(w.world, await agentVisitor(w, call.agents[role], role), file, () => "satisfying");
      }
    }
    await closeAssessment(w.world, call.officer, call.id, randomUUID());
    await closeRanking(w.world, call.officer, call.id, randomUUID());
    const selection = await w.inTx((tx) => loadSelection(tx, call.id));
    const ranked = selection?.standing.ranked ?? [];
    expect(ranked).toHaveLength(2);
    const outcomes = await Promise.all(
      ranked.map(async ({ candidate }, at) => {
        const who = at === 0 ? call.officer : call.supervisor;
        const { version } = await asked(w.world, candidate.id);
        const request = { id: candidate.id, version: version ?? 0, key: randomUUID() };
        return select(w.world, who, "select", request, selection?.rules as never, candidate);
      }),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
    const taken = await w.inTx((tx) => tx.selectFrom("commitment").select("amount").execute());
    expect(taken.map(({ amount }) => amount)).toEqual([1_400_000]);
  });
});
