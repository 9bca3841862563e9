import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { day } from "#policy/index.ts";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type DemoTroupe, leadTo } from "#src/demo/reviewed.ts";
import { type ActRequest, findApplication } from "#src/life/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { declareInterest } from "#src/reviews/index.ts";
import { partiesOf } from "#src/reviews/interests.ts";
import { fileRequest, makeAgents, runJobs, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { decideAll, notifyMany } from "../decide.ts";
import { awardJobs } from "../jobs.ts";
import { findAward } from "../store.ts";

/** Votes of several files in one transaction: two of one structure, one that somebody has an interest in, one seen stale. */
let w: TestWorld;
let stage: DemoTroupe;
/** Both of one structure, then two of others. */
let files: readonly string[];
const decidedOn = day("2026-04-07");

beforeAll(async () => {
  w = await openTestWorld();
  const agents = await makeAgents(w);
  stage = await troupeOf(w, agents);
  const made: string[] = [];
  const first = await fileRequest(w, 0);
  const again = await fileRequest(w, 0, {}, first.organisation);
  for (const filed of [first, again, await fileRequest(w, 1), await fileRequest(w, 2)]) {
    await leadTo(
      stage,
      { id: filed.id, applicant: await visitorOf(w, filed.organisation.owner), n: 1 },
      "validated-favourable",
    );
    made.push(filed.id);
  }
  files = made;
  w.clock.set("2026-04-08T09:00:00Z");
}, 60_000);
afterAll(() => w.close());

const fileAt = (at: number) => files[at] ?? "";

async function requestsFor(ids: readonly string[]): Promise<readonly ActRequest[]> {
  const seen = await w.inTx((tx) => Promise.all(ids.map((id) => findApplication(tx, id))));
  return ids.map((id, at) => ({ id, key: randomUUID(), version: seen[at]?.version ?? 0, location: "/" }));
}

/** What the second file of the same structure may have depends on what the first one was granted. */
const voteOf = (requests: readonly ActRequest[]) =>
  decideAll(w.world, stage.approver, true, requests, () => ({
    favourable: true,
    decidedOn,
    knowingly: true,
    deliberation: "CP-ENSEMBLE",
    aid: 100_000,
    reason: "Crédits partagés.",
    grounds: [],
  }));

it("votes what it can at once: a file refused keeps its reason, the same form again gets the same answers", async () => {
  await w.inTx(async (tx) => {
    const parties = await partiesOf(tx, fileAt(2));
    await declareInterest(tx, stage.approver, parties.slice(0, 1), "Parent", w.world.clock.now());
  });
  const requests = (await requestsFor(files)).map((one, at) => (at === 3 ? { ...one, version: 1 } : one));
  const outcomes = await voteOf(requests);
  expect(files.map((id) => outcomes.get(id)?.kind)).toEqual(["done", "done", "refused", "stale"]);
  const again = await voteOf(requests);
  for (const id of files.slice(0, 2)) expect(again.get(id)).toMatchObject({ kind: "done", repeated: true });
  expect(await w.inTx((tx) => findAward(tx, fileAt(2)))).toBeNull();
  const acts = await w.inTx((tx) =>
    tx.selectFrom("journal").select(["chain", "actor"]).where("act", "=", "aid-awarded").orderBy("id").execute(),
  );
  expect(acts.map(({ chain }) => chain).sort()).toEqual(
    files
      .slice(0, 2)
      .map((id) => `application:${id}`)
      .sort(),
  );
  expect(new Set(acts.map(({ actor }) => actor))).toEqual(new Set([stage.approver.person.id]));
  expect((await verifyJournal(w.world.db)).faults).toEqual([]);
});

it("counts in the second vote on a structure what the first one granted it", async () => {
  const votes = await Promise.all([0, 1].map((at) => w.inTx((tx) => findAward(tx, fileAt(at)))));
  const had = votes.map((one) => one?.basis.history[0]?.aid?.whole).sort();
  expect(had).toEqual([0, 100_000]);
});

it("tells them by letters of one job, once each; one that cannot be made holds none back", async () => {
  const told = files.slice(0, 2);
  const outcomes = await notifyMany(w.world, stage.officer, true, await requestsFor(told));
  expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(["done", "done"]);
  const jobs = await w.inTx((tx) =>
    sql<{ n: number }>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'issue-award-letter'`.execute(tx),
  );
  expect(jobs.rows).toEqual([{ n: 1 }]);
  await runJobs(w);
  const letters = () =>
    w.inTx((tx) => tx.selectFrom("document").select("application_id").where("kind", "=", "award-letter").execute());
  expect((await letters()).map((one) => one.application_id).sort()).toEqual([...told].sort());

  const given = { applications: [...told, fileAt(3)], actor: stage.officer.person.id, at: w.clock.now().toString() };
  await awardJobs(w.world)["issue-award-letter"]?.(given);
  await runJobs(w);
  expect(await letters()).toHaveLength(2);
  const left = await w.inTx((tx) =>
    sql<{ payload: { application: string } }>`
    SELECT p.payload FROM graphile_worker._private_jobs p JOIN graphile_worker._private_tasks t ON t.id = p.task_id
    WHERE t.identifier = 'issue-award-letter'`.execute(tx),
  );
  expect(left.rows.map(({ payload }) => payload.application)).toEqual([fileAt(3)]);
});
