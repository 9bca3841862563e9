import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  allTicked,
  makeDraft,
  makeOrganisation,
  type TestOrganisation,
  visitorOf,
} from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";
import type { TestWorld } from "#test/support/world.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** kill -9 while people save, file and decide: what was answered is there, what was not is there whole or not at all. */
const ROUNDS = 3;
const FILES_A_ROUND = 4;

interface Prepared {
  readonly organisation: TestOrganisation;
  readonly agents: TestAgents;
  readonly typing: string;
  /** Whole drafts, to be filed. */
  readonly drafts: readonly string[];
  /** Files validated, to be decided, with the aid proposed. */
  readonly validated: readonly { readonly id: string; readonly aid: number }[];
  readonly cookies: { readonly owner: string; readonly approver: string };
}

const folder = newDataDir();
let prepared: Prepared;

beforeAll(async () => {
  const w = await openFolder(folder, 60);
  try {
    prepared = await prepare(w);
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

async function prepare(w: TestWorld): Promise<Prepared> {
  const agents = await makeAgents(w);
  const organisation = await makeOrganisation(w, 0);
  const { id: typing } = await makeDraft(w, organisation, 0, { papers: false });
  const drafts: string[] = [];
  for (let n = 1; n <= ROUNDS * FILES_A_ROUND; n++) drafts.push((await makeDraft(w, organisation, n)).id);
  const validated: { id: string; aid: number }[] = [];
  const filedAt = w.clock.now().toString();
  for (let n = 100; n < 100 + ROUNDS * FILES_A_ROUND; n++) {
    w.clock.set(filedAt);
    const filed = await fileRequest(w, n);
    const stage = await troupeOf(w, agents, { days: 0 });
    await leadTo(
      stage,
      { id: filed.id, applicant: await visitorOf(w, filed.organisation.owner), n },
      "validated-favourable",
    );
    const row = await w.inTx((tx) =>
      tx.selectFrom("application").select("proposed_aid").where("id", "=", filed.id).executeTakeFirstOrThrow(),
    );
    validated.push({ id: filed.id, aid: row.proposed_aid ?? 0 });
  }
  const cookies = { owner: await w.signIn(organisation.owner), approver: await w.signIn(agents.approver) };
  return { organisation, agents, typing, drafts, validated, cookies };
}

/** What the service answered to, as its users remember it. */
interface Acknowledged {
  saved: number;
  sent: number;
  readonly filed: Set<string>;
  readonly decided: Set<string>;
}

/** Acts one after the other until the service is gone; a cut connection is no answer. */
async function until(gone: () => boolean, act: (n: number) => Promise<boolean>): Promise<void> {
  for (let n = 0; !gone(); n++) {
    try {
      if (!(await act(n))) return;
    } catch {
      if (gone()) return;
    }
  }
}

async function round(at: number, known: Acknowledged): Promise<void> {
  const service = await startService({ dataDir: folder, env: quietly });
  let gone = false;
  const owner = browserAt(service, prepared.cookies.owner);
  const approver = browserAt(service, prepared.cookies.approver);
  const mine = <T>(all: readonly T[]) => all.slice(at * FILES_A_ROUND, (at + 1) * FILES_A_ROUND);
  const typing = until(
    () => gone,
    async () => {
      const sent = ++known.sent;
      const page = urls.applicationSection.href({ id: prepared.typing, section: "project" });
      const answer = await owner.post(page, { needs: `Besoin ${sent}`, page: "essai" }, { accept: "application/json" });
      if (answer.status === 200) known.saved = sent;
      return true;
    },
  );
  const filing = until(
    () => gone,
    async (n) => {
      const id = mine(prepared.drafts)[n];
      if (id === undefined) return false;
      const fields = { ...allTicked, cle: randomUUID(), version: "1" };
      const answer = await owner.post(urls.applicationSubmission.href({ id }), fields);
      expect(answer.status, answer.body).toBe(303);
      known.filed.add(id);
      return true;
    },
  );
  const deciding = until(
    () => gone,
    async (n) => {
      const file = mine(prepared.validated)[n];
      if (file === undefined) return false;
      const page = await approver.get(urls.review.href({ id: file.id }));
      const answer = await approver.post(urls.reviewDecision.href({ id: file.id }), {
        cle: randomUUID(),
        version: /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? "",
        sens: "favorable",
        date: today(),
        deliberation: "CP-ESSAI",
        aide: (file.aid / 100).toFixed(2).replace(".", ","),
      });
      expect(answer.status, answer.body).toBe(303);
      known.decided.add(file.id);
      return true;
    },
  );
  // In the thick of it: after a first answer, at a moment that nobody chose.
  const [filed, decided] = [known.filed.size, known.decided.size];
  for (let n = 0; n < 400 && known.filed.size + known.decided.size === filed + decided; n++) await pause(25);
  await pause(Math.random() * 800);
  gone = true;
  await service.kill();
  await Promise.all([typing, filing, deciding]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function today(): string {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** All that hangs on one file, as the database holds it. */
async function held(w: TestWorld, id: string) {
  return w.inTx(async (tx) => ({
    row: await tx.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    revisions: await tx.selectFrom("revision").select("number").where("application_id", "=", id).execute(),
    shares: await tx
      .selectFrom("party")
      .selectAll()
      .where("application_id", "=", id)
      .where("funded", "=", true)
      .execute(),
    award: await tx.selectFrom("award").selectAll().where("application_id", "=", id).executeTakeFirst(),
    acts: (await tx.selectFrom("journal").select("act").where("chain", "=", `application:${id}`).execute()).map(
      (one) => one.act,
    ),
    receipts: await tx
      .selectFrom("document")
      .select("number")
      .where("application_id", "=", id)
      .where("kind", "=", "receipt")
      .execute(),
    keys: await tx.selectFrom("act_key").select(["act", "location"]).where("act", "like", `%:${id}`).execute(),
  }));
}

async function receiptWaits(w: TestWorld, id: string): Promise<boolean> {
  const { rowCount } = await w.world.pool.query(
    "SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'issue-receipt' AND key LIKE $1",
    [`receipt:${id}:%`],
  );
  return rowCount === 1;
}

async function look(w: TestWorld, known: Acknowledged): Promise<void> {
  const draft = await held(w, prepared.typing);
  const kept = Number(/^Besoin (\d+)$/.exec(String((draft.row.raw as { needs?: unknown }).needs))?.[1] ?? 0);
  expect(kept).toBeGreaterThanOrEqual(known.saved);
  expect(kept).toBeLessThanOrEqual(known.sent);

  for (const id of prepared.drafts) {
    const file = await held(w, id);
    const isFiled = file.row.state !== "draft";
    if (known.filed.has(id)) expect(isFiled, `${id} was acknowledged`).toBe(true);
    const there = {
      number: file.row.number !== null,
      submitted: file.row.submitted_at !== null,
      clock: file.row.implicit_refusal_on !== null,
      revision: file.revisions.length === 1 && file.row.revision === 1,
      shares: file.shares.length > 0,
      journal: file.acts.includes("application-submitted"),
      key: file.keys.some((one) => one.act.startsWith("submit:") && one.location !== ""),
      receipt: file.receipts.length === 1 || (await receiptWaits(w, id)),
    };
    for (const [what, is] of Object.entries(there)) expect(is, `${what} of ${id}, ${file.row.state}`).toBe(isFiled);
  }

  for (const { id, aid } of prepared.validated) {
    const file = await held(w, id);
    const isDecided = file.row.state === "awarded";
    if (known.decided.has(id)) expect(isDecided, `${id} was acknowledged`).toBe(true);
    else expect(["awarded", "validated-favourable"]).toContain(file.row.state);
    const there = {
      award: file.award?.aid === aid,
      aid: file.row.decided_aid === aid,
      shares: file.shares.every((share) => share.granted !== null),
      journal: file.acts.includes("aid-awarded"),
      clock: file.row.implicit_refusal_on === null,
    };
    for (const [what, is] of Object.entries(there)) expect(is, `${what} of ${id}, ${file.row.state}`).toBe(isDecided);
  }

  const numbers = await w.inTx((tx) =>
    tx.selectFrom("application").select("number").where("number", "is not", null).execute(),
  );
  expect(new Set(numbers.map((one) => one.number)).size).toBe(numbers.length);
  const counters = await w.inTx((tx) => tx.selectFrom("counter").selectAll().where("name", "like", "AC:%").execute());
  expect(
    counters.reduce((sum, one) => sum + one.value, 0),
    "no number is lost",
  ).toBe(numbers.length);
  expect((await verifyJournal(w.world.db)).faults).toEqual([]);
}

it("loses nothing that it acknowledged, and leaves nothing half done", { timeout: 240_000 }, async () => {
  const known: Acknowledged = { saved: 0, sent: 0, filed: new Set(), decided: new Set() };
  for (let at = 0; at < ROUNDS; at++) {
    await round(at, known);
    const w = await openFolder(folder);
    try {
      await look(w, known);
    } finally {
      await w.close();
    }
  }
  // The killings fell in the middle of work, or they prove nothing.
  expect(known.saved).toBeGreaterThan(0);
  expect(known.filed.size + known.decided.size).toBeGreaterThan(0);

  const service = await startService({ dataDir: folder, env: quietly });
  const owner = browserAt(service, prepared.cookies.owner);
  const waiting = new Set(known.filed);
  for (const end = Date.now() + 60_000; waiting.size > 0 && Date.now() < end; ) {
    for (const id of waiting) {
      const page = await owner.get(urls.application.href({ id }));
      if (/\/documents\/[0-9a-f-]{36}/.test(page.body)) waiting.delete(id);
    }
    await pause(200);
  }
  expect(waiting.size, "receipts that never came").toBe(0);
  expect(await service.stop()).toBe(0);

  const w = await openFolder(folder);
  try {
    await look(w, known);
    const told = await w.inTx((tx) =>
      tx
        .selectFrom("mail")
        .select(["application_id", "to_address"])
        .where("application_id", "in", [...known.filed])
        .execute(),
    );
    const distinct = new Set(told.map((one) => `${one.application_id} ${one.to_address}`));
    expect(told.length, "one mail a receipt and person").toBe(distinct.size);
    expect(new Set(told.map((one) => one.application_id)), "each receipt is told").toEqual(known.filed);
  } finally {
    await w.close();
  }
});
