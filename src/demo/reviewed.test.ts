import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { findApplication } from "#src/life/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { agentVisitor, fileRequest, makeAgents, runJobs } from "#src/reviews/reviewing.fixture.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type LaterState, leadTo } from "./reviewed.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

const states: readonly LaterState[] = [
  "completion-requested",
  "complete",
  "under-review",
  "proposed-favourable",
  "proposed-unfavourable",
  "validated-favourable",
  "validated-unfavourable",
  "awarded",
  "rejected",
  "notified",
  "agreement-to-sign",
  "signed",
  "refused",
  "abandoned",
  "withdrawn",
];

it("leads a request to each later state by the acts alone, and every letter can be set", async () => {
  const agents = await makeAgents(w);
  const people = {
    officer: await agentVisitor(w, agents.officer, "officer"),
    supervisor: await agentVisitor(w, agents.supervisor, "supervisor"),
    approver: await agentVisitor(w, agents.approver, "approver"),
  };
  for (const [n, state] of states.entries()) {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id, organisation } = await fileRequest(w, n);
    const applicant = await visitorOf(w, organisation.owner);
    const present = w.clock.now().add({ hours: 24 * 100 });
    await leadTo({ world: w.world, clock: w.clock, ...people, present }, { id, applicant, n }, state);
    expect((await w.inTx((tx) => findApplication(tx, id)))?.state).toBe(state);
  }
  await runJobs(w);
  const kinds = await w.inTx((tx) => tx.selectFrom("document").select("kind").distinct().execute());
  expect(kinds.map((one) => one.kind).sort()).toEqual([
    "award-letter",
    "completion-request",
    "grant-agreement",
    "receipt",
    "refusal-letter",
  ]);
  expect((await verifyJournal(w.world.db)).faults).toEqual([]);
}, 180_000);
