import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { day } from "#policy/index.ts";
import { joinPdf, visitorOf } from "#src/applications/applying.fixture.ts";
import { answerCompletion } from "#src/applications/index.ts";
import { type ActRequest, findApplication } from "#src/life/index.ts";
import { askForMore } from "#src/reviews/completion/ask-for-more.ts";
import {
  agentVisitor,
  type FiledRequest,
  fileRequest,
  makeAgents,
  type TestAgents,
} from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { startTestServer } from "#test/support/server.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

/** Real acts a second before and after midnight in Paris, on ordinary days and at both changes of the hour. */
let server: Awaited<ReturnType<typeof startTestServer>>;
let w: TestWorld;
let agents: TestAgents;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server?.stop());
beforeEach(async () => {
  w = await openTestWorld({ server });
  agents = await makeAgents(w);
});
afterEach(() => w.close());

const read = async (id: string) => {
  const application = await w.inTx((tx) => findApplication(tx, id));
  if (application === null) throw new Error(`no ${id}`);
  return application;
};

const asked = async (id: string): Promise<ActRequest> => ({
  id,
  key: randomUUID(),
  version: (await read(id)).version,
  location: "/",
});

it.each([
  ["an ordinary evening", "2026-03-10T22:59:59Z", "2026-05-10", "2026-05-11"],
  ["the last second of February", "2026-02-28T22:59:59Z", "2026-04-28", "2026-05-01"],
  ["the last second of the year", "2025-12-31T22:59:59Z", "2026-02-28", "2026-03-01"],
  ["the eve of summer time", "2026-03-28T22:59:59Z", "2026-05-28", "2026-05-29"],
  ["the evening of the change to summer time", "2026-03-29T21:59:59Z", "2026-05-29", "2026-05-30"],
  ["the eve of winter time", "2026-10-24T21:59:59Z", "2026-12-24", "2026-12-25"],
  ["the evening of the change to winter time", "2026-10-25T22:59:59Z", "2026-12-25", "2026-12-26"],
])("a request filed on %s is of that day; one second later, of the next", async (_when, before, today, tomorrow) => {
  w.clock.set(before);
  const first = await fileRequest(w, 1);
  w.clock.set(oneSecondAfter(before));
  const second = await fileRequest(w, 2);
  expect((await read(first.id)).implicitRefusalOn).toBe(today);
  expect((await read(second.id)).implicitRefusalOn).toBe(tomorrow);
  const year = (await read(second.id)).number?.slice(3, 7);
  expect(year).toBe(oneSecondAfter(before).startsWith("2025-12-31T23:00") ? "2026" : before.slice(0, 4));
});

it.each([
  // Filed two months before the change, so that the last day is the day of the change itself.
  ["at the change to summer time", "2026-01-29T09:00:00Z", "2026-03-29T21:59:59Z"],
  ["at the change to winter time", "2026-08-25T09:00:00Z", "2026-10-25T22:59:59Z"],
  ["in the middle of May", "2026-03-10T09:00:00Z", "2026-05-10T21:59:59Z"],
])("the queue tells a file late from the first second after its last day, %s", async (_when, filedAt, lastSecond) => {
  w.clock.set(filedAt);
  const { id } = await fileRequest(w, 1);
  expect((await read(id)).implicitRefusalOn).toBe(lastSecond.slice(0, 10));
  const officer = await w.browser(agents.officer);
  const late = async () => (await officer.get(urls.queue.href({}, { delai: "retard" }))).body.includes("AC-2026-00001");
  const told = async () =>
    /<span class="es-due" data-color="(\w+)"/.exec((await officer.get(urls.queue.href())).body)?.[1];
  w.clock.set(lastSecond);
  expect([await late(), await told()]).toEqual([false, "warning"]);
  w.clock.set(oneSecondAfter(lastSecond));
  expect([await late(), await told()]).toEqual([true, "danger"]);
});

async function askForQuote(filed: FiledRequest, dueOn: string): Promise<void> {
  const officer = await agentVisitor(w, agents.officer, "officer");
  const outcome = await askForMore(w.world, officer, await asked(filed.id), {
    items: [{ path: "document:quote", message: "Joignez un devis détaillé." }],
    note: "",
    dueOn: day(dueOn),
  });
  expect(outcome.kind).toBe("done");
}

async function answer({ id, organisation }: FiledRequest): Promise<void> {
  const owner = await visitorOf(w, organisation.owner);
  await joinPdf(w.world, owner, id, "quote", "devis détaillé");
  const outcome = await answerCompletion(w.world, owner, await asked(id));
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: "done" });
}

it.each([
  ["to summer time", "2026-03-10T09:00:00Z", "2026-03-29", "2026-03-29T21:59:59Z"],
  ["to winter time", "2026-10-06T09:00:00Z", "2026-10-25", "2026-10-25T22:59:59Z"],
])(
  "an answer until the end of the day of the change %s stops the clock until then, a later one no longer",
  async (_what, filedAt, dueOn, lastSecond) => {
    w.clock.set(filedAt);
    const [inTime, late] = [await fileRequest(w, 1), await fileRequest(w, 2)];
    const end = (await read(inTime.id)).implicitRefusalOn ?? "";
    // Asked nineteen days before: the end moves by nineteen days, neither eighteen nor twenty.
    for (const filed of [inTime, late]) await askForQuote(filed, dueOn);
    w.clock.set(lastSecond);
    const officer = await w.browser(agents.officer);
    const isStopped = async () =>
      (await officer.get(urls.queue.href({}, { vue: "complements" }))).body.includes("<strong>suspendu</strong>");
    expect(await isStopped()).toBe(true);
    await answer(inTime);
    expect((await read(inTime.id)).implicitRefusalOn).toBe(plusDays(end, 19));
    w.clock.set(oneSecondAfter(lastSecond));
    expect(await isStopped()).toBe(false);
    await answer(late);
    expect((await read(late.id)).implicitRefusalOn).toBe(plusDays(end, 19));
  },
);

function oneSecondAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1000).toISOString();
}

function plusDays(text: string, days: number): string {
  return new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10);
}
