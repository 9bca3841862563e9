import { randomUUID } from "node:crypto";
import type { Day } from "#policy/index.ts";
import { makeAgreement } from "#src/agreements/acts.ts";
import { listBatch } from "#src/awards/batch/store.ts";
import { notifyAll, voteAll } from "#src/awards/batch/vote.ts";
import { asked } from "#src/demo/performed.ts";
import { fillSheet } from "#src/demo/selection-steps.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import type { Page } from "#test/support/browser.ts";
import type { TestWorld } from "#test/support/world.ts";
import { recordOutside } from "./outside/acts.ts";
import { closeAssessment, closeRanking, settle } from "./ranking/close.ts";
import { makeAssessors, type TestCall } from "./selecting.fixture.ts";

export const VOTED_ON = "2026-04-20" as Day;
export const OUTSIDE = "FSE-2026-12";

/** The committee selects every file of a call, in the order of their filing. */
export async function selectAll(w: TestWorld, call: TestCall): Promise<void> {
  const experts = await makeAssessors(w, call, 3);
  for (const [at, id] of call.files.entries()) {
    for (const expert of experts) await fillSheet(w.world, expert, id, () => (at === 0 ? "4" : "3"));
  }
  for (const close of [closeAssessment, closeRanking, settle]) {
    const { left } = await close(w.world, call.officer, call.id, randomUUID());
    if (left.length > 0) throw new Error(JSON.stringify(left));
  }
}

/** What the other funder retained of a file, in cents. */
export async function retainOutside(w: TestWorld, call: TestCall, id: string, retained: number): Promise<void> {
  const { version: _, ...request } = await asked(w.world, id);
  const word = { isSelected: true, decidedOn: "2026-04-18" as Day, reference: OUTSIDE, retained };
  const outcome = await recordOutside(w.world, call.officer, request, word);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
}

/** Votes what is proposed for every file selected, and notifies it. */
export async function voteAndNotify(w: TestWorld, call: TestCall): Promise<void> {
  const vote = { number: "CP-2026-04-20", decidedOn: VOTED_ON, transmittedOn: VOTED_ON, publishedOn: VOTED_ON };
  const rows = () => w.inTx((tx) => listBatch(tx, call.id));
  const files = (await rows()).map((row) => ({ ...row, aid: row.proposedAid ?? 0 }));
  const voted = await voteAll(w.world, call.approver, files, vote, randomUUID());
  const told = await notifyAll(w.world, call.officer, await rows(), randomUUID());
  if (voted.left.length + told.left.length > 0) throw new Error(JSON.stringify([voted, told]));
  await runJobs(w);
}

/** The agreement of a notified file, its pages set. */
export async function agreeOn(w: TestWorld, call: TestCall, id: string): Promise<void> {
  const outcome = await makeAgreement(w.world, call.officer, await asked(w.world, id));
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  await runJobs(w);
}

/** The hidden fields of the form of a page that posts there. */
export function hiddenIn(page: Page, action: string): Record<string, string> {
  const form = page.body.split("<form").find((part) => part.includes(`action="${action}"`));
  return Object.fromEntries(
    [...(form?.split("</form>")[0] ?? "").matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name ?? "", value ?? ""],
    ),
  );
}
