import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCommittee } from "#src/committees/acts.ts";
import { fillSheet } from "#src/demo/selection-steps.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { planSession } from "./committee/session-acts.ts";
import { closeAssessment, closeRanking } from "./ranking/close.ts";
import { makeAssessors, makeCall, type TestCall } from "./selecting.fixture.ts";

let w: TestWorld;
let call: TestCall;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "modernisation", {
    files: 3,
    call: { bodies: ["dreets"], assessors: "1", tieRule: "cost" },
  });
  const committee = {
    slug: "selection",
    kind: "selection",
    name: "Comité",
    purpose: "Choisir",
    quorumPercent: 50,
  } as const;
  await makeCommittee(w.world, call.officer, committee);
}, 120_000);
afterAll(() => w.close());

const onAgenda = () =>
  w.inTx((tx) => tx.selectFrom("agenda_item").select("subject").where("subject", "is not", null).execute());

it("puts on the agenda of the meeting that waits the files ranked since it was planned, each once", async () => {
  const startsAt = Temporal.Instant.from("2026-04-28T08:00:00Z");
  const session = { committee: "selection", title: "Sélection", startsAt, place: "Caen", link: "" };
  expect(await planSession(w.world, call.officer, call.id, session)).toEqual({ done: true });
  const before = await onAgenda();
  const [expert] = await makeAssessors(w, call, 1);
  for (const id of call.files) await fillSheet(w.world, expert as SignedVisitor, id, () => "satisfying");
  await closeAssessment(w.world, call.officer, call.id, randomUUID());
  await closeRanking(w.world, call.officer, call.id, randomUUID());
  expect(before).toEqual([]);
  const subjects = (await onAgenda()).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual(call.files.map((id) => `application:${id}`).toSorted());
});
