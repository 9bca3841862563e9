import { afterAll, beforeAll, expect, it } from "vitest";
import { day } from "#policy/index.ts";
import { decide, notify } from "#src/awards/decide.ts";
import { asked } from "#src/demo/performed.ts";
import { findApplication } from "#src/life/index.ts";
import { groundsOf, instructionOf, loadReviewed } from "#src/reviews/index.ts";
import { makeFinding, propose } from "#src/reviews/opinions/judge.ts";
import { validateOpinion } from "#src/reviews/opinions/validate-opinion.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { takePlainStep } from "#src/reviews/steps/plain-steps.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { admit } from "./ranking/admit.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";
import { listCandidates } from "./store.ts";

let w: TestWorld;
let call: TestCall;
let id: string;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "modernisation", { files: 1, admitted: false });
  id = call.files[0] ?? "";
}, 60_000);
afterAll(() => w.close());

const now = () => asked(w.world, id);

it("a file found ineligible leaves before the assessment, with its reasons, by a person's decision", async () => {
  for (const step of ["declare-complete", "start-review"] as const) {
    expect((await takePlainStep(w.world, call.officer, step, await now())).kind).toBe("done");
  }
  const read = async () => {
    const file = await w.inTx((tx) => loadReviewed(tx, id, call.officer.person.id));
    if (file === null) throw new Error("no file");
    return instructionOf(file);
  };
  const [missed, ...others] = (await read()).left;
  if (missed === undefined) throw new Error("nothing is left to a person");
  for (const { kind, subject, about } of [missed, ...others]) {
    const isMissed = subject === missed.subject && about === missed.about;
    const met = kind === "criterion" ? "met" : kind === "doubt" ? "default" : "satisfying";
    const conclusion = isMissed ? (kind === "criterion" ? "not-met" : "insufficient") : met;
    const reason = kind === "grid" && !isMissed ? "" : "Vu au dossier, sur place.";
    const found = await makeFinding(w.world, call.officer, await now(), {
      subject,
      about,
      conclusion,
      reason,
    } as never);
    expect([subject, found.kind]).toEqual([subject, "done"]);
  }
  expect((await admit(w.world, call.officer, await now())).kind).toBe("refused");
  const grounds = groundsOf(await read());
  expect(grounds.length).toBeGreaterThan(0);
  const opinion = { sense: "defavorable", proposedAid: null, body: "Non éligible.", reason: "" } as const;
  const keys = grounds.map(({ key }) => key);
  expect(await propose(w.world, call.officer, await now(), { ...opinion, grounds: keys })).toMatchObject({
    kind: "done",
  });
  const word = { valid: true, favourable: false, reason: "" };
  expect(await validateOpinion(w.world, call.supervisor, await now(), word)).toMatchObject({ kind: "done" });
  const vote = { favourable: false, decidedOn: day("2026-04-20"), deliberation: "CP-1", aid: null, reason: "" };
  expect(await decide(w.world, call.approver, await now(), { ...vote, grounds: keys })).toMatchObject({ kind: "done" });
  // The deliberation of a call is dated before anything is told of it.
  expect((await notify(w.world, call.officer, await now(), false)).kind).toBe("refused");
  const on = { voted_on: "2026-04-20", transmitted_on: "2026-04-20", published_on: "2026-04-20" };
  const by = { recorded_by: call.approver.person.id, recorded_at: w.clock.now() };
  await w.inTx((tx) =>
    tx
      .insertInto("deliberation")
      .values({ number: "CP-1", ...on, ...by })
      .execute(),
  );
  expect(await notify(w.world, call.officer, await now(), false)).toMatchObject({ kind: "done" });
  await runJobs(w);
  const { data } = await w.inTx((tx) =>
    tx.selectFrom("document").select("data").where("kind", "=", "refusal-letter").executeTakeFirstOrThrow(),
  );
  expect((data as { grounds: unknown[] }).grounds).toHaveLength(grounds.length);
  expect((await w.inTx((tx) => findApplication(tx, id)))?.state).toBe("refused");
  const [candidate] = await w.inTx((tx) => listCandidates(tx, call.id));
  expect(candidate?.sheets).toEqual([]);
});
