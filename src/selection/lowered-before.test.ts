import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAgreement } from "#src/agreements/acts.ts";
import { asked } from "#src/demo/performed.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { recordOutside } from "./outside/acts.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";
import { agreeOn, hiddenIn, retainOutside, selectAll, voteAndNotify } from "./voted.fixture.ts";

let w: TestWorld;
let call: TestCall;
let id: string;
let approver: Browser;
let supervisor: Browser;
let officer: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "transitions", { files: 1 });
  id = call.files[0] ?? "";
  await selectAll(w, call);
  await retainOutside(w, call, id, 8_000_000);
  await voteAndNotify(w, call);
  const word = { isSelected: true, decidedOn: "2026-04-19" as never, reference: "FSE-BAISSE", retained: 7_000_000 };
  const { version: _, ...request } = await asked(w.world, id);
  await recordOutside(w.world, call.officer, request, word);
  approver = await w.browser(call.approver.person.id);
  supervisor = await w.browser(call.supervisor.person.id);
  officer = await w.browser(call.officer.person.id);
}, 120_000);
afterAll(() => w.close());

const action = () => urls.reviewDecisionCorrection.href({ id });
const corrects = async (who: Browser, fields: Record<string, string>) =>
  who.post(action(), { ...hiddenIn(await who.get(urls.review.href({ id })), action()), cle: randomUUID(), ...fields });
const ownCommitted = async () =>
  (await w.inTx((tx) => tx.selectFrom("commitment").select("amount").where("funder", "=", "region").execute())).reduce(
    (sum, { amount }) => sum + amount,
    0,
  );
const written = (kind: string) =>
  w.inTx((tx) =>
    tx.selectFrom("document").select(["number", "data"]).where("kind", "=", kind).orderBy("number").execute(),
  );

describe("a total that the other funder lowers between the notification and the agreement (D-31, AX2C-17)", () => {
  it("keeps the agreement from the old aid, and says what to do", async () => {
    const outcome = await makeAgreement(w.world, call.officer, await asked(w.world, id));
    expect(outcome).toMatchObject({
      kind: "refused",
      refusals: [{ message: expect.stringContaining("faites corriger le vote") }],
    });
    const page = (await officer.get(urls.review.href({ id }))).body;
    expect(page).toContain("Le vote est à corriger");
    expect(page).toContain("FSE-BAISSE");
    expect(page).not.toContain("Établir la convention");
  });

  it("is voted anew by two people within 20 % of it; the envelope, the letter and the agreement follow", async () => {
    const vote = { action: "demander", date: "20/04/2026", deliberation: "CP-BIS", pourquoi: "Total abaissé." };
    const over = await corrects(approver, { ...vote, aide: "14 001" });
    expect(over.status).toBe(422);
    expect(over.body).toContain("dépasse ce que permettent les règles");
    expect((await corrects(approver, { ...vote, aide: "14 000" })).status).toBe(303);
    expect((await corrects(supervisor, { action: "confirmer" })).status).toBe(303);
    expect(await ownCommitted()).toBe(1_400_000);
    await runJobs(w);
    const letters = await written("award-letter");
    expect(letters.map(({ number }) => number)).toEqual([
      expect.stringMatching(/-NA$/),
      expect.stringMatching(/-NA2$/),
    ]);
    expect(letters[1]?.data).toMatchObject({
      replaces: "2026-04-20",
      plan: { eligible: 7_000_000, aid: 1_400_000 },
      deliberation: { number: "CP-BIS" },
    });
    await agreeOn(w, call, id);
    const [agreement] = await written("grant-agreement");
    expect(agreement?.data).toMatchObject({ plan: { eligible: 7_000_000, aid: 1_400_000 } });
  });

  it("is corrected no more once its agreement is made: it is then amended", async () => {
    const page = (await approver.get(urls.review.href({ id }))).body;
    expect(page).not.toContain(`action="${action()}"`);
  });
});
