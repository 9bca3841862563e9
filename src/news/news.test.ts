import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDraft, makeOrganisation, visitorOf } from "#src/applications/applying.fixture.ts";
import { writeMessage } from "#src/applications/home/write-message.ts";
import { type ActRequest, chainOf, findApplication, tellNews, tellOfAct } from "#src/life/index.ts";
import { writeToApplicant } from "#src/reviews/exchange/write.ts";
import { assign } from "#src/reviews/queue/assign.ts";
import {
  agentVisitor,
  type FiledRequest,
  fileRequest,
  makeAgents,
  type TestAgents,
} from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { tellDeadlines } from "./deadlines.ts";
import { sendDigests } from "./digest.ts";
import { sendReminders } from "./reminders.ts";

let w: TestWorld;
let agents: TestAgents;
let filed: FiledRequest;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  filed = await fileRequest(w, 0);
});
afterAll(() => w.close());

const newsOf = (person: string) =>
  w.inTx(async (tx) => {
    const rows = await tx
      .selectFrom("news")
      .select(["kind", "in_place_of", "excerpt", "mailed_at"])
      .where("person_id", "=", person)
      .orderBy("id")
      .execute();
    return rows.map((row) => ({
      kind: row.kind,
      inPlaceOf: row.in_place_of,
      excerpt: row.excerpt,
      mailed: row.mailed_at !== null,
    }));
  });
const mailsTo = (address: string) =>
  w.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select(["subject", "body", "unsubscribe_url"])
      .where("to_address", "=", address)
      .orderBy("id")
      .execute(),
  );

async function asked(id: string, key: string = randomUUID()): Promise<ActRequest> {
  const application = await w.inTx((tx) => findApplication(tx, id));
  return { id, key, version: application?.version ?? 0, location: "/" };
}

async function give(id: string, to: string, by: string, key?: string): Promise<void> {
  const outcome = await assign(w.world, await agentVisitor(w, by, "officer"), await asked(id, key), to);
  expect(outcome.kind).toBe("done");
}

it("tells whoever is given a file, once however often the form is sent, with why and how to change it", async () => {
  const key = randomUUID();
  await give(filed.id, agents.officer, agents.colleague, key);
  const visitor = await agentVisitor(w, agents.colleague, "officer");
  await assign(w.world, visitor, await asked(filed.id, key), agents.officer);
  expect(await newsOf(agents.officer)).toEqual([{ kind: "assigned", inPlaceOf: null, excerpt: "", mailed: true }]);
  const [mail, ...others] = await mailsTo("officer@region.example");
  expect(others).toEqual([]);
  expect(mail?.body).toContain("parce que vos réglages disent « je suis prévenu quand un dossier m’est confié »");
  expect(mail?.body).toMatch(/Choisir vos courriels : http:\/\/localhost:3000\/courriels\/choix\/[\w-]+/);
});

it("never tells of one's own act", async () => {
  await give(filed.id, agents.colleague, agents.colleague);
  expect(await newsOf(agents.colleague)).toEqual([]);
  await give(filed.id, agents.officer, agents.officer);
  expect(await newsOf(agents.officer)).toHaveLength(1);
});

it("puts in one morning mail what was chosen so, and nothing of it in the next", async () => {
  const browser = await w.browser(agents.officer);
  await browser.post(urls.accountMails.href(), { message: "morning", assigned: "now" });
  const owner = await visitorOf(w, filed.organisation.owner);
  for (const body of ["Le devis arrive demain.", "Le voici."]) {
    await writeMessage(w.world, owner, { ...(await asked(filed.id)), version: null }, body);
  }
  const before = (await mailsTo("officer@region.example")).length;
  expect(await sendDigests(w.world)).toBeGreaterThan(0);
  await sendDigests(w.world);
  const mails = (await mailsTo("officer@region.example")).slice(before);
  expect(mails.map(({ subject }) => subject)).toEqual(["2 nouvelles de vos dossiers"]);
  expect(mails[0]?.body).toContain("Le devis arrive demain.");
});

it("shows them on the desk, unread until opened", async () => {
  const browser = await w.browser(agents.officer);
  const page = await browser.get(urls.today.href());
  expect(page.status).toBe(200);
  expect(page.body).toContain("2 nouvelles à lire");
  const [, item = ""] = /href="(\/aujourdhui\/nouvelles\/[^"]+)"/.exec(page.body) ?? [];
  expect((await browser.get(item)).location).toBe(urls.review.href({ id: filed.id }));
  expect((await browser.get(urls.today.href())).body).toContain("1 nouvelle à lire");
  const stranger = await w.browser(agents.colleague);
  expect((await stranger.get(item)).status).toBe(404);
  await browser.post(urls.newsRead.href());
  expect((await browser.get(urls.today.href())).body).toContain("Aucune nouvelle à lire");
});

it("tells the deputy of who is away, and the journal says in whose place an act was done", async () => {
  await w.inTx((tx) =>
    tx
      .insertInto("leave")
      .values({
        person_id: agents.officer,
        deputy_id: agents.colleague,
        from_day: "2026-03-01",
        until_day: "2026-03-31",
        noted_at: w.clock.now(),
      })
      .execute(),
  );
  const owner = await visitorOf(w, filed.organisation.owner);
  await writeMessage(w.world, owner, { ...(await asked(filed.id)), version: null }, "Une question.");
  expect(await newsOf(agents.colleague)).toMatchObject([{ kind: "message", inPlaceOf: agents.officer }]);
  const deputy = await agentVisitor(w, agents.colleague, "officer");
  await writeToApplicant(w.world, deputy, await asked(filed.id), "Une réponse.");
  const supervisor = await agentVisitor(w, agents.supervisor, "supervisor");
  await writeToApplicant(w.world, supervisor, await asked(filed.id), "Une autre.");
  const said = await w.inTx((tx) =>
    tx
      .selectFrom("journal")
      .select(["actor", "details"])
      .where("chain", "=", chainOf(filed.id))
      .where("act", "=", "message-sent")
      .orderBy("position", "desc")
      .limit(2)
      .execute(),
  );
  expect(said.map(({ actor, details }) => [actor, details])).toEqual([
    [agents.supervisor, {}],
    [agents.colleague, { inPlaceOf: agents.officer }],
  ]);
});

it("lets a person ask while drafting: agents read the question, not the draft, and answer it", async () => {
  const organisation = await makeOrganisation(w, 5);
  const { id } = await makeDraft(w, organisation, 5, { papers: false });
  const owner = await w.browser(organisation.owner);
  const page = await owner.get(urls.application.href({ id }));
  expect(page.body).toContain("Il ne voit pas votre brouillon.");
  const visitor = await visitorOf(w, organisation.owner);
  await writeMessage(w.world, visitor, { ...(await asked(id)), version: null }, "Le tuteur compte-t-il ?");
  const officer = await w.browser(agents.officer);
  expect((await officer.get(urls.review.href({ id }))).status).toBe(404);
  const question = await officer.get(urls.deskQuestion.href({ id }));
  expect(question.body).toContain("Le tuteur compte-t-il");
  await officer.post(urls.deskQuestion.href({ id }), { message: "Oui, une journée." });
  await officer.post(urls.deskQuestion.href({ id }), { message: "Oui, une journée." });
  expect((await owner.get(urls.application.href({ id }))).body.match(/Oui, une journée\./g)).toHaveLength(1);
  for (const role of ["accountant", "auditor", "approver"] as const) {
    expect((await (await w.browser(agents[role])).get(urls.deskQuestion.href({ id }))).status).toBe(403);
  }
});

it("reminds of a draft once a pause, until one press stops it", async () => {
  const organisation = await makeOrganisation(w, 6);
  await makeDraft(w, organisation, 6, { papers: false });
  const { email } = await w.inTx((tx) =>
    tx.selectFrom("person").select("email").where("id", "=", organisation.owner).executeTakeFirstOrThrow(),
  );
  const reminders = async () =>
    (await mailsTo(email)).filter(({ subject }) => subject === "Votre brouillon vous attend");
  await sendReminders(w.world);
  expect(await reminders()).toEqual([]);
  w.clock.set("2026-04-05T09:00:00Z");
  await sendReminders(w.world);
  await sendReminders(w.world);
  const [mail, ...others] = await reminders();
  expect(others).toEqual([]);
  expect(mail?.body).toContain("Vous recevez ce courriel parce que vous écrivez pour cet organisme.");
  const stop = (mail?.unsubscribe_url ?? "").replace("http://localhost:3000", "");
  const anyone = await w.browser();
  expect((await anyone.get(stop)).body).toContain("Ne plus recevoir ce rappel");
  // A mail program presses the button from nowhere.
  const pressed = await w.app.request(stop, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  expect(pressed.status).toBe(303);
  await makeDraft(w, organisation, 7, { papers: false });
  w.clock.set("2026-06-05T09:00:00Z");
  await sendReminders(w.world);
  expect(await reminders()).toHaveLength(1);
  expect((await anyone.get(stop.replace(/choix\/(.)/, (_, one) => `choix/${one === "x" ? "y" : "x"}`))).status).toBe(
    404,
  );
});

it("tells followers what happens to a file, who is given a task, and its giver that it is done", async () => {
  const { id } = await fileRequest(w, 3);
  const holder = await w.browser(agents.officer);
  const follower = await w.browser(agents.approver);
  await give(id, agents.officer, agents.officer);
  await follower.post(urls.reviewFollowing.href({ id }), { cle: randomUUID(), action: "suivre" });
  const before = { follower: await newsOf(agents.approver), holder: await newsOf(agents.officer) };
  const { version } = await asked(id);
  const step = urls.reviewStep.href({ id, step: "declare-complete" });
  await holder.post(step, { cle: randomUUID(), version: String(version) });
  const told = (await newsOf(agents.approver)).slice(before.follower.length);
  expect(told.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([["followed", "Complet"]]);
  const task = { tache: "Relire le devis", "pour-le": "12/06/2026", "pour-qui": agents.officer };
  const tasks = urls.reviewTasks.href({ id });
  expect((await follower.post(tasks, { cle: randomUUID(), ...task })).status).toBe(303);
  const mails = await w.inTx((tx) =>
    tx.selectFrom("mail").select("body").where("subject", "like", "Tâche pour vous%").execute(),
  );
  expect(mails.at(-1)?.body).toMatch(/Tâche pour vous, confiée par [^.]+\./);
  const row = await w.inTx((tx) =>
    tx.selectFrom("task").select("id").where("application_id", "=", id).executeTakeFirstOrThrow(),
  );
  await holder.post(urls.reviewTaskEnd.href({ id, task: row.id }), { cle: randomUUID() });
  expect((await newsOf(agents.officer)).slice(before.holder.length)).toMatchObject([
    { kind: "task", excerpt: expect.stringContaining("Relire le devis"), mailed: true },
  ]);
  expect((await newsOf(agents.approver)).at(-1)).toMatchObject({ kind: "task-done", excerpt: "Relire le devis" });
  await follower.post(urls.reviewFollowing.href({ id }), { cle: randomUUID(), action: "laisser" });
  const quiet = (await newsOf(agents.approver)).length;
  await holder.post(urls.reviewStep.href({ id, step: "start-review" }), {
    cle: randomUUID(),
    version: String((await asked(id)).version),
  });
  expect(await newsOf(agents.approver)).toHaveLength(quiet);
});

it("holds for read what one looked at, and tells nobody else of an opinion that one supervisor answered", async () => {
  const { id } = await fileRequest(w, 4);
  const unread = (person: string) =>
    w.inTx(async (tx) => {
      const rows = await tx
        .selectFrom("news")
        .select("kind")
        .where("person_id", "=", person)
        .where("application", "=", id)
        .where("read_at", "is", null)
        .execute();
      return rows.map(({ kind }) => kind);
    });
  await give(id, agents.officer, agents.colleague);
  expect(await unread(agents.officer)).toEqual(["assigned"]);
  await (await w.browser(agents.officer)).get(urls.review.href({ id }));
  expect(await unread(agents.officer)).toEqual([]);
  const application = (await w.inTx((tx) => findApplication(tx, id))) ?? expect.fail("no file");
  const at = w.clock.now();
  const to = [agents.supervisor, agents.approver];
  await w.inTx((tx) =>
    tellNews(w.world, tx, { kind: "to-validate", to, actor: agents.officer, at, about: "opinion", application }),
  );
  expect(await unread(agents.approver)).toEqual(["to-validate"]);
  const sentBack = { application, fact: "opinion-sent-back", side: "funder", details: {}, position: 99, at } as const;
  await w.inTx((tx) => tellOfAct(w.world, tx, { ...sentBack, actor: agents.supervisor }));
  expect(await unread(agents.supervisor)).not.toContain("to-validate");
  expect(await unread(agents.approver)).toEqual([]);
});

it("tells the holder that a tacit refusal comes near, once", async () => {
  const before = (await newsOf(agents.officer)).length;
  await tellDeadlines(w.world);
  await tellDeadlines(w.world);
  const told = (await newsOf(agents.officer)).slice(before);
  expect(told.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([
    ["deadline", "Décision tacite de rejet le 10\u00a0mai 2026."],
  ]);
});

it("tells whom a task is for that its day has come, once", async () => {
  const due = {
    body: "Rappeler le gérant",
    due_on: "2026-06-05",
    for_person: agents.colleague,
    made_at: w.clock.now(),
  };
  await w.inTx((tx) =>
    tx
      .insertInto("task")
      .values({ ...due, application_id: filed.id })
      .execute(),
  );
  await tellDeadlines(w.world);
  await tellDeadlines(w.world);
  const told = (await newsOf(agents.colleague)).filter(({ kind }) => kind === "task-due");
  expect(told.map(({ excerpt }) => excerpt)).toEqual(["Rappeler le gérant (5\u00a0juin 2026)"]);
  expect((await (await w.browser(agents.colleague)).get(urls.today.href())).body).toContain("Rappeler le gérant");
});

it("shows the nearest tasks of a long list, and folds the others", async () => {
  const tasks = Array.from({ length: 45 }, (_, at) => ({
    application_id: filed.id,
    body: `Relance ${at}`,
    due_on: `2026-01-${String(1 + (at % 28)).padStart(2, "0")}`,
    for_person: agents.accountant,
    made_at: w.clock.now(),
  }));
  await w.inTx((tx) => tx.insertInto("task").values(tasks).execute());
  const { body } = await (await w.browser(agents.accountant)).get(urls.today.href());
  expect(body).toContain("45\u00a0tâches");
  expect(body).toContain("41\u00a0autres tâches");
});

describe("a task from one's day", () => {
  const key = () => randomUUID();
  const number = () =>
    w.inTx(async (tx) => (await findApplication(tx, filed.id))?.number ?? "").then((one) => one.toLowerCase());

  it("is noted on the file that its number names, and said done there", async () => {
    const browser = await w.browser(agents.supervisor);
    const typed = { tache: "Rappeler la direction", dossier: await number(), "pour-le": "03/03/2031" };
    const noted = await browser.post(urls.todayTasks.href(), { cle: key(), ...typed });
    expect([noted.status, noted.location]).toEqual([303, `${urls.today.href()}#taches`]);
    const { body } = await browser.get(urls.today.href());
    expect(body).toContain("Rappeler la direction");
    const [, end = ""] = /action="(\/aujourdhui\/taches\/[^"]+\/fin)"/.exec(body) ?? [];
    // A task is ended from the day of whom it is for.
    const stranger = await w.browser(agents.officer);
    expect((await stranger.post(end, { cle: key() })).status).toBe(404);
    await browser.post(end, { cle: key() });
    expect((await browser.get(urls.today.href())).body).toContain("aucune tâche");
    expect((await browser.get(urls.review.href({ id: filed.id }))).body).toContain("Rappeler la direction");
  });

  it("says what is wrong by its field and keeps what was typed", async () => {
    const browser = await w.browser(agents.supervisor);
    const typed = { tache: "Relire le devis", dossier: "AC-1999-1", "pour-le": "03/03/2031" };
    const unknown = await browser.post(urls.todayTasks.href(), { cle: key(), ...typed });
    expect(unknown.status).toBe(422);
    expect(unknown.body).toContain("Aucun dossier déposé n’a ce numéro.");
    expect(unknown.body).toContain('value="Relire le devis"');
    const past = { ...typed, dossier: await number(), "pour-le": "31/02/2031" };
    const never = await browser.post(urls.todayTasks.href(), { cle: key(), ...past });
    expect(never.body).toContain("Ce jour n’existe pas");
    expect((await (await w.browser(agents.auditor)).post(urls.todayTasks.href(), { cle: key() })).status).toBe(403);
    expect((await (await w.browser(agents.auditor)).get(urls.today.href())).body).not.toContain("Noter une tâche");
  });
});
