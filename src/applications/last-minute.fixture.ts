import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { modernisationCall } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/call.ts";
import { modernisationProject } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/project.ts";
import { createCall, editCall, proposeCall, publishCall } from "#src/calls/acts.ts";
import { openSchemeOf } from "#src/calls/calls.fixture.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { createDraft } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import type { TestWorld } from "#test/support/world.ts";
import { joinEveryPaper, makeAgent, makeOrganisation, visitorOf } from "./applying.fixture.ts";

/** A whole draft that waits for the last minute of its call, and who files it. */
export interface WaitingDraft {
  readonly id: string;
  readonly cookie: string;
  /** The key of its act: sent again, it is the same act. */
  readonly key: string;
}

/** Opens a call that closes at this instant, with so many whole drafts of as many organisations. */
export async function prepareLastMinute(
  w: TestWorld,
  count: number,
  closesAt: Temporal.Instant,
): Promise<readonly WaitingDraft[]> {
  const scheme = openSchemeOf("modernisation");
  const callId = await openCall(w, closesAt);
  const drafts: WaitingDraft[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id: organisationId, owner } = await makeOrganisation(w, n);
    const raw = modernisationProject(demoApplication(n).organisation, legalDay(closesAt).year + 1);
    const draft = { scheme: scheme.slug, framework: scheme.framework, organisationId, raw, callId };
    const id = await w.inTx((tx) => createDraft(tx, draft, owner, w.clock.now()), { person: owner });
    await joinEveryPaper(w, id, owner);
    drafts.push({ id, cookie: await w.signIn(owner), key: randomUUID() });
  }
  return drafts;
}

/** Its hour is that of the form, to the minute; the instant itself is then put to the second. */
async function openCall(w: TestWorld, closesAt: Temporal.Instant): Promise<string> {
  const as = async (role: "administrator" | "supervisor"): Promise<SignedVisitor> => ({
    ...(await visitorOf(w, await makeAgent(w, role))),
    agentRoles: [role],
  });
  const author = await as("administrator");
  const [opensOn, closesOn] = [legalDay(w.clock.now()), legalDay(closesAt).add({ days: 1 })];
  const raw = modernisationCall(closesOn.year, opensOn, closesOn);
  const id = await createCall(w.world, author, openSchemeOf("modernisation"), String(raw.title));
  await editCall(w.world, author, id, 1, raw);
  await proposeCall(w.world, author, id, 2);
  await publishCall(w.world, await as("supervisor"), id, 3);
  await w.inTx((tx) =>
    tx
      .updateTable("call")
      .set({ opens_at: w.clock.now().toString(), closes_at: closesAt.toString() })
      .where("id", "=", id)
      .execute(),
  );
  return id;
}

/** Files one as its page would, every declaration ticked. */
export function fileWaiting(browser: Browser, { id, key }: WaitingDraft): Promise<Page> {
  const ticked = openSchemeOf("modernisation").declarations.map((one) => [`declarations.${one.id}`, "oui"]);
  const fields = { ...Object.fromEntries(ticked), cle: key, version: "1" };
  return browser.post(urls.applicationSubmission.href({ id }), fields);
}
