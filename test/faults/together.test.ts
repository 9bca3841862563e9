import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allTicked, makeDraft, makeOrganisation, visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { grantAgentRole } from "#src/people/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { fileRequest, makeAgents, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, type Service, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** Two people act on one file at the same moment: one act is done, and the other person is told who did it. */
const folder = newDataDir();
let service: Service;
let cookies: { readonly first: string; readonly second: string; readonly owner: string; readonly editor: string };
let files: { readonly awarded: string; readonly twice: string; readonly draft: string; readonly doubled: string };
let aids: { readonly awarded: number; readonly twice: number };

beforeAll(async () => {
  const w = await openFolder(folder, 60);
  try {
    const agents = await makeAgents(w);
    await w.inTx((tx) => grantAgentRole(tx, agents.colleague, "approver"));
    const organisation = await makeOrganisation(w, 0);
    const filedAt = w.clock.now().toString();
    const validated = async (n: number) => {
      w.clock.set(filedAt);
      const { id, organisation: of } = await fileRequest(w, n);
      const stage = await troupeOf(w, agents, { days: 0 });
      await leadTo(stage, { id, applicant: await visitorOf(w, of.owner), n }, "validated-favourable");
      const row = await w.inTx((tx) =>
        tx.selectFrom("application").select("proposed_aid").where("id", "=", id).executeTakeFirstOrThrow(),
      );
      return { id, aid: row.proposed_aid ?? 0 };
    };
    const [one, other] = [await validated(1), await validated(2)];
    const [draft, doubled] = [await makeDraft(w, organisation, 3), await makeDraft(w, organisation, 4)];
    files = { awarded: one.id, twice: other.id, draft: draft.id, doubled: doubled.id };
    aids = { awarded: one.aid, twice: other.aid };
    cookies = {
      first: await w.signIn(agents.approver),
      second: await w.signIn(agents.colleague),
      owner: await w.signIn(organisation.owner),
      editor: await w.signIn(organisation.editor),
    };
  } finally {
    await w.close();
  }
  service = await startService({ dataDir: folder, env: quietly });
}, 120_000);

afterAll(async () => {
  await service?.stop();
  removeData(folder);
});

async function versionSeen(cookie: string, id: string): Promise<string> {
  const page = await browserAt(service, cookie).get(urls.review.href({ id }));
  return /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? "";
}

function vote(aid: number, version: string, key: string) {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split("-");
  const date = `${day}/${month}/${year}`;
  return {
    cle: key,
    version,
    sens: "favorable",
    date,
    deliberation: "CP-ESSAI",
    aide: (aid / 100).toFixed(2).replace(".", ","),
  };
}

it("records one of two votes, and tells the other approver who was first", async () => {
  const id = files.awarded;
  const [first, second] = [browserAt(service, cookies.first), browserAt(service, cookies.second)];
  const seen = await versionSeen(cookies.first, id);
  expect(await versionSeen(cookies.second, id)).toBe(seen);
  const decision = urls.reviewDecision.href({ id });
  const answers = await Promise.all([
    first.post(decision, vote(aids.awarded, seen, randomUUID())),
    second.post(decision, vote(aids.awarded, seen, randomUUID())),
  ]);
  expect(answers.map((one) => one.status).sort()).toEqual([303, 409]);
  const [winner, told] =
    answers[0].status === 303 ? (["Agent approver", answers[1]] as const) : (["Agent collègue", answers[0]] as const);
  expect(told.body).toContain(`${winner} a agi sur le dossier`);
  expect(told.body).toContain("Votre action n’a rien modifié");
});

it("does an act sent twice under one key once, and answers it twice", async () => {
  const id = files.twice;
  const first = browserAt(service, cookies.first);
  const sent = vote(aids.twice, await versionSeen(cookies.first, id), randomUUID());
  const decision = urls.reviewDecision.href({ id });
  const answers = await Promise.all([
    first.post(decision, sent),
    first.post(decision, sent),
    first.post(decision, sent),
  ]);
  expect(answers.map((one) => one.status)).toEqual([303, 303, 303]);
  expect(new Set(answers.map((one) => one.location)).size).toBe(1);
});

it("files a request once when two members file it together", async () => {
  const id = files.draft;
  const page = urls.applicationSubmission.href({ id });
  const send = (cookie: string) =>
    browserAt(service, cookie).post(page, { ...allTicked, cle: randomUUID(), version: "1" });
  const answers = await Promise.all([send(cookies.owner), send(cookies.editor)]);
  const statuses = answers.map((one) => one.status).sort();
  // An editor who may not file is told so; one who may is told who was first.
  expect(statuses[0]).toBe(303);
  expect([403, 409]).toContain(statuses[1]);
  const late = answers.find((one) => one.status === 409);
  if (late !== undefined) expect(late.body).toMatch(/Personne (owner|editor) 0 a agi/);
});

it("files a request once on a double click", async () => {
  const id = files.doubled;
  const page = urls.applicationSubmission.href({ id });
  const sent = { ...allTicked, cle: randomUUID(), version: "1" };
  const answers = await Promise.all([1, 2, 3].map(() => browserAt(service, cookies.owner).post(page, sent)));
  expect(answers.map((one) => [one.status, one.location])).toEqual(
    Array(3).fill([303, urls.applicationFiled.href({ id })]),
  );
});

it("holds each of these acts once, in a journal that holds", async () => {
  expect(await service.stop()).toBe(0);
  const w = await openFolder(folder);
  try {
    const acts = async (id: string) =>
      (
        await w.inTx((tx) => tx.selectFrom("journal").select("act").where("chain", "=", `application:${id}`).execute())
      ).map((one) => one.act);
    for (const id of [files.awarded, files.twice]) {
      expect((await acts(id)).filter((act) => act === "aid-awarded")).toHaveLength(1);
    }
    for (const id of [files.draft, files.doubled]) {
      expect((await acts(id)).filter((act) => act === "application-submitted")).toHaveLength(1);
    }
    const numbers = await w.inTx((tx) => tx.selectFrom("application").select("number").execute());
    const given = numbers.flatMap((one) => one.number ?? []);
    expect(new Set(given).size).toBe(given.length);
    expect((await verifyJournal(w.world.db)).faults).toEqual([]);
  } finally {
    await w.close();
  }
});
