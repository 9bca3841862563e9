import { afterAll, beforeAll, expect, it } from "vitest";
import { fileWaiting, prepareLastMinute, type WaitingDraft } from "#src/applications/last-minute.fixture.ts";
import { systemClock } from "#src/platform/clock.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, type Service, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** kill -9 in the last minute of a call, while everybody files: what was taken stays, what is sent again is filed once. */
const PROJECTS = 24;

const folder = newDataDir();
let drafts: readonly WaitingDraft[];

beforeAll(async () => {
  const w = await openFolder(folder, 1);
  try {
    drafts = await prepareLastMinute(w, PROJECTS, systemClock.now().add({ minutes: 20 }));
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

async function rows() {
  const w = await openFolder(folder);
  try {
    return await w.inTx((tx) =>
      tx
        .selectFrom("application as a")
        .leftJoin("revision as r", "r.application_id", "a.id")
        .select(["a.id", "a.state", "a.number", "a.submitted_at", "r.number as revision"])
        .orderBy("a.id")
        .execute(),
    );
  } finally {
    await w.close();
  }
}

/** Everybody files at once; told by whom each answer was a filing. */
async function fileAll(service: Service, taken: Set<string>): Promise<void> {
  await Promise.all(
    drafts.map(async (draft) => {
      try {
        const { status } = await fileWaiting(browserAt(service, draft.cookie), draft);
        if (status === 303) taken.add(draft.id);
      } catch {
        // A cut connection is no answer: the person sends again.
      }
    }),
  );
}

it("keeps what it took, and files once what is sent again after the service came back", async () => {
  const taken = new Set<string>();
  const first = await startService({ dataDir: folder, env: quietly });
  const filing = fileAll(first, taken);
  for (let n = 0; n < 2_000 && taken.size < 3; n += 1) await new Promise((done) => setTimeout(done, 5));
  await first.kill();
  await filing;
  expect(taken.size).toBeGreaterThanOrEqual(3);
  const cut = await rows();
  for (const id of taken) expect(cut.find((one) => one.id === id)?.number, id).not.toBeNull();
  for (const row of cut) {
    expect(row.state === "draft", row.id).toBe(row.number === null);
    expect(row.revision === null, row.id).toBe(row.number === null);
  }

  const second = await startService({ dataDir: folder, env: quietly });
  const again = new Set<string>();
  await fileAll(second, again);
  const [one] = drafts;
  const page = await browserAt(second, one?.cookie).get(urls.application.href({ id: one?.id ?? "" }));
  expect(page.status).toBe(200);
  await second.stop();
  expect(again.size).toBe(PROJECTS);
  const whole = await rows();
  expect(whole).toHaveLength(PROJECTS);
  expect(new Set(whole.map(({ number }) => number)).size).toBe(PROJECTS);
  for (const before of cut.filter(({ number }) => number !== null)) {
    expect(whole.find(({ id }) => id === before.id)).toEqual(before);
  }
});
