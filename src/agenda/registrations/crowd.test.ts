import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { announceEvent, makeRunner } from "../agenda.fixture.ts";
import { enrol } from "./enrol.ts";
import { giveUp } from "./places.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
  // Places are proved here, on a machine as busy as it may be: nobody is sent away for having waited for a connection.
  w.world.pool.options.connectionTimeoutMillis = 0;
});
afterAll(() => w.close());

const PEOPLE = 500;
const PLACES = 100;

it("500 people at once for 100 places: each place once, the queue in order, and who gives up is followed at once", async () => {
  const organiser = await w.browser(await makeRunner(w, "organiser"));
  const { id: occasionId } = await announceEvent(organiser, { "public.0.places": String(PLACES) });
  const { id: quotaId } = await w.inTx((tx) =>
    tx.selectFrom("quota").select("id").where("occasion_id", "=", occasionId).executeTakeFirstOrThrow(),
  );
  const come = (n: number) =>
    enrol(w.world, {
      occasionId,
      quotaId,
      entries: [
        {
          name: `Personne ${n}`,
          email: `personne-${n}@formation.example`,
          structure: "",
          organisationId: null,
          personId: null,
          answers: {},
          accessNeed: "",
          photoConsent: null,
        },
      ],
      enteredBy: null,
      isSure: true,
    });
  const done = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => come(n)));
  const enrolled = done.flatMap((one) => ("enrolled" in one ? one.enrolled : []));
  expect(enrolled.filter((one) => one.kind === "registered")).toHaveLength(PLACES);
  // What each was told is where they stand: ranks from 1 to 400, none twice.
  const told = enrolled.flatMap((one) => (one.kind === "waiting" ? [one.place] : [])).toSorted((a, b) => a - b);
  expect(told).toEqual(Array.from({ length: PEOPLE - PLACES }, (_, n) => n + 1));
  const rows = await w.inTx((tx) =>
    tx
      .selectFrom("registration")
      .select(["id", "state", "rank"])
      .where("quota_id", "=", quotaId)
      .orderBy("rank")
      .execute(),
  );
  const waiting = rows.filter((row) => row.state === "waiting");
  expect(waiting.map((row) => row.rank)).toEqual(told);

  // Ten give up at once while ten others come: ten offers, to the first ten, and nobody passes the queue.
  const leaving = rows.filter((row) => row.state === "registered").slice(0, 10);
  const late = await Promise.all([
    ...leaving.map((row) => giveUp(w.world, row.id, "self", null)),
    ...Array.from({ length: 10 }, (_, n) => come(PEOPLE + n)),
  ]);
  expect(late.filter((one) => one !== null && "enrolled" in one && one.enrolled[0]?.kind === "registered")).toEqual([]);
  const offered = await w.inTx((tx) =>
    tx.selectFrom("registration").select("id").where("state", "=", "offered").orderBy("rank").execute(),
  );
  expect(offered.map((row) => row.id)).toEqual(waiting.slice(0, 10).map((row) => row.id));
});
