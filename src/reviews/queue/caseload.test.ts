import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chainOf, findApplication } from "#src/life/index.ts";
import { inviteAgent, takeRole } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { leaveTask } from "../around/around-acts.ts";
import { declareInterest, partiesOf } from "../interests.ts";
import { agentVisitor, type FiledRequest, fileRequest, makeAgents, type TestAgents } from "../reviewing.fixture.ts";
import { assign } from "./assign.ts";
import { caseload } from "./caseload.ts";

let w: TestWorld;
let agents: TestAgents;
let files: FiledRequest[];

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  files = [await fileRequest(w, 0), await fileRequest(w, 1), await fileRequest(w, 2)];
  const officer = await agentVisitor(w, agents.officer, "officer");
  for (const { id } of files) {
    const application = await w.inTx((tx) => findApplication(tx, id));
    const request = { id, key: randomUUID(), version: application?.version ?? 0, location: "/" };
    expect((await assign(w.world, officer, request, agents.officer)).kind).toBe("done");
  }
});
afterAll(() => w.close());

const assignees = () =>
  Promise.all(files.map(({ id }) => w.inTx(async (tx) => (await findApplication(tx, id))?.assignedTo)));

it("asks to whom the files go, and takes no role before it is said", async () => {
  const browser = await w.browser(agents.administrator);
  const take = urls.administrationRole.href({ person: agents.officer, role: "officer" });
  const asked = await browser.post(take);
  expect(asked.body).toContain("À qui vont ses dossiers ?");
  expect(asked.body).toContain("Agent officer suit 3 dossiers en cours");
  expect(asked.body).not.toContain(`value="${agents.officer}"`);
  expect((await browser.get(take)).body).toContain("Agent collègue");
  const nobody = await browser.post(take, { dossiers: agents.accountant });
  expect(nobody.status).toBe(422);
  expect(nobody.body).toContain("ne peut plus recevoir de dossier");
  expect(await assignees()).toEqual([agents.officer, agents.officer, agents.officer]);
});

it("gives each file to the person chosen, save where an interest keeps them off, and says so in its journal", async () => {
  const id = files[2]?.id ?? "";
  await w.inTx(async (tx) => {
    const [applicant] = await partiesOf(tx, id);
    const colleague = await agentVisitor(w, agents.colleague, "officer");
    await declareInterest(tx, colleague, applicant === undefined ? [] : [applicant], "Parent", w.world.clock.now());
    const officer = await agentVisitor(w, agents.officer, "officer");
    const task = { body: "Rappeler", dueOn: "2026-12-01", person: agents.officer };
    for (const file of files) await leaveTask(tx, { id: file.id }, task, officer, w.world.clock.now());
  });
  const browser = await w.browser(agents.administrator);
  const take = urls.administrationRole.href({ person: agents.officer, role: "officer" });
  const done = await browser.postAndFollow(take, { dossiers: agents.colleague });
  expect(done.body).toContain("Ses 2 dossiers ont été confiés à la personne choisie. Un autre reste à affecter");
  expect(await assignees()).toEqual([agents.colleague, agents.colleague, null]);
  const entries = await w.inTx((tx) =>
    tx
      .selectFrom("journal")
      .select(["details", "actor"])
      .where("chain", "=", chainOf(files[0]?.id ?? ""))
      .where("act", "=", "application-assigned")
      .orderBy("position", "desc")
      .limit(1)
      .execute(),
  );
  expect(entries).toEqual([{ details: { from: agents.officer, to: agents.colleague }, actor: agents.administrator }]);
  expect((await browser.get(take)).status).toBe(303);
  const tasks = await w.inTx((tx) =>
    tx.selectFrom("task").select(["application_id", "for_person"]).where("body", "=", "Rappeler").execute(),
  );
  const ofTask = (file?: FiledRequest) => tasks.find((one) => one.application_id === file?.id)?.for_person;
  expect(files.map(ofTask)).toEqual([agents.colleague, agents.colleague, null]);
});

it("leaves them to be given anew when the role is taken from the command line", async () => {
  expect(await takeRole(w.world, caseload, "collegue@region.example", "officer")).toEqual({
    given: 0,
    left: 2,
    tasks: 0,
  });
  expect(await assignees()).toEqual([null, null, null]);
});

it("asks to whom the tasks go of someone who has no file left", async () => {
  const [, file] = files;
  const officer = await agentVisitor(w, agents.supervisor, "supervisor");
  const leaver = await inviteAgent(w.world, "depart@region.example", "officer");
  await w.inTx(async (tx) => {
    const task = { body: "Relire la convention", dueOn: "2026-12-01", person: leaver ?? "" };
    await leaveTask(tx, { id: file?.id ?? "" }, task, officer, w.world.clock.now());
  });
  const browser = await w.browser(agents.administrator);
  const take = urls.administrationRole.href({ person: leaver ?? "", role: "officer" });
  const asked = await browser.post(take);
  expect(asked.body).toContain("À qui vont ses tâches ?");
  expect(asked.body).toContain("a une tâche à faire");
  const done = await browser.postAndFollow(take, { dossiers: agents.supervisor });
  expect(done.body).toContain("tâche a été confiée à la personne choisie.");
  const task = await w.inTx((tx) =>
    tx.selectFrom("task").select("for_person").where("body", "=", "Relire la convention").executeTakeFirstOrThrow(),
  );
  expect(task.for_person).toBe(agents.supervisor);
});

it("names by their address those who were invited and never came", async () => {
  const invited = await inviteAgent(w.world, "jamais.venue@region.example", "officer");
  const supervisor = await agentVisitor(w, agents.supervisor, "supervisor");
  const id = files[0]?.id ?? "";
  const version = (await w.inTx((tx) => findApplication(tx, id)))?.version ?? 0;
  await assign(w.world, supervisor, { id, key: randomUUID(), version, location: "/" }, invited);
  const browser = await w.browser(agents.supervisor);
  expect((await browser.get(urls.queue.href({}, { vue: "a-instruire" }))).body).toMatch(
    /<td[^>]*>(?:<[^>]*>)*jamais\.venue@region\.example</,
  );
  expect((await browser.get(urls.review.href({ id }))).body).toContain("Affecté à jamais.venue@region.example");
});
