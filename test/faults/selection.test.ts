import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillSheet } from "#src/demo/selection-steps.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { closeAssessment, closeRanking, settle } from "#src/selection/ranking/close.ts";
import { makeAssessors, makeCall } from "#src/selection/selecting.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Fields } from "#test/support/browser.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";
import type { TestWorld } from "#test/support/world.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** kill -9 while the projects of a call are voted, then while they are notified: the same form, sent again, ends what was cut. */
const FILES = 4;
const VOTED = "20/04/2026";

const folder = newDataDir();
let vote: string;
let notification: string;
let cookies: { readonly approver: string; readonly officer: string };

beforeAll(async () => {
  const w = await openFolder(folder, 60);
  try {
    const call = await makeCall(w, "modernisation", {
      files: FILES,
      call: { assessors: "1", tieRule: "cost", "envelope.0.committed": "100 000" },
    });
    const [expert] = await makeAssessors(w, call, 1);
    for (const id of call.files) await fillSheet(w.world, expert as SignedVisitor, id, () => "satisfying");
    for (const close of [closeAssessment, closeRanking, settle]) {
      expect(await close(w.world, call.officer, call.id, randomUUID())).toEqual({ done: FILES, left: [] });
    }
    vote = urls.callVote.href({ call: call.id });
    notification = urls.callNotification.href({ call: call.id });
    cookies = {
      approver: await w.signIn(call.approver.person.id),
      officer: await w.signIn(call.officer.person.id),
    };
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

it("votes and notifies each project once, whenever the service is killed", async () => {
  await cutThenEnd("approver", vote, { deliberation: "CP-ESSAI", date: VOTED });
  const dates = { action: "dates", deliberation: "CP-ESSAI", transmission: VOTED, publication: VOTED };
  await cutThenEnd("officer", notification, { relu: "oui" }, dates);

  const w = await openFolder(folder);
  try {
    await runJobs(w);
    expect(await countsOf(w)).toEqual({
      notified: FILES,
      awards: FILES,
      votes: FILES,
      notifications: FILES,
      letters: FILES,
    });
  } finally {
    await w.close();
  }
}, 240_000);

/** Sends the form of the page, kills the service somewhere in it, and sends the very same once it is up again. */
async function cutThenEnd(who: keyof typeof cookies, action: string, typed: Fields, before?: Fields): Promise<void> {
  const first = await startService({ dataDir: folder, env: quietly });
  const browser = browserAt(first, cookies[who]);
  if (before !== undefined) await browser.post(vote, before);
  const form = formOf((await browser.get(vote)).body, action);
  expect(form.dossier).toHaveLength(FILES);
  const sent = { ...form, ...typed };
  const cut = browser.post(action, sent).catch(() => null);
  await new Promise((done) => setTimeout(done, Math.random() * 400));
  await first.kill();
  await cut;

  const second = await startService({ dataDir: folder, env: quietly });
  expect((await browserAt(second, cookies[who]).post(action, sent)).status).toBe(303);
  await second.stop();
}

/** What the form that posts there holds: its hidden fields, every project ticked. */
function formOf(body: string, action: string): Record<string, string | readonly string[]> {
  const form = body.split("<form").find((part) => part.includes(`action="${action}"`) && part.includes("dossier"));
  const inputs = [...(form?.split("</form>")[0] ?? "").matchAll(/<input[^>]*>/g)].map(([input]) => input);
  const attributeOf = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
  const hidden = inputs.filter((input) => attributeOf(input, "type") === "hidden");
  return {
    ...Object.fromEntries(hidden.map((input) => [attributeOf(input, "name"), attributeOf(input, "value")])),
    dossier: inputs
      .filter((input) => attributeOf(input, "name") === "dossier")
      .map((input) => attributeOf(input, "value")),
  };
}

async function countsOf(w: TestWorld) {
  return w.inTx(async (tx) => {
    const states = await tx.selectFrom("application").select("state").execute();
    const acts = await tx.selectFrom("journal").select("act").execute();
    const letters = await tx.selectFrom("document").select("number").where("kind", "=", "award-letter").execute();
    const many = (act: string) => acts.filter((one) => one.act === act).length;
    return {
      notified: states.filter(({ state }) => state === "notified").length,
      awards: (await tx.selectFrom("award").select("application_id").execute()).length,
      votes: many("aid-awarded"),
      notifications: many("award-notified"),
      letters: letters.length,
    };
  });
}
