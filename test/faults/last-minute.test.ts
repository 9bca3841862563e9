import { afterAll, beforeAll, expect, it } from "vitest";
import { fileWaiting, prepareLastMinute, type WaitingDraft } from "#src/applications/last-minute.fixture.ts";
import { systemClock } from "#src/platform/clock.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** kill -9 while a call's last projects are filed: each that is sent again with its key is filed, once, with one receipt. */
const PROJECTS = 6;

const folder = newDataDir();
let drafts: readonly WaitingDraft[];

beforeAll(async () => {
  const w = await openFolder(folder, 1);
  try {
    drafts = await prepareLastMinute(w, PROJECTS, systemClock.now().add({ hours: 1 }));
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

it("files each project once, whenever the service is killed", async () => {
  const first = await startService({ dataDir: folder, env: quietly });
  const known = new Set<string>();
  const sent = drafts.map(async (draft) => {
    const answer = await fileWaiting(browserAt(first, draft.cookie), draft).catch(() => null);
    if (answer?.status === 303) known.add(draft.id);
  });
  await new Promise((done) => setTimeout(done, 100 + Math.random() * 900));
  await first.kill();
  await Promise.all(sent);

  const between = await openFolder(folder);
  const filed = await between.inTx((tx) =>
    tx.selectFrom("application").select("id").where("state", "=", "submitted").execute(),
  );
  await between.close();
  // What was answered is there; more may be, whose answer was cut.
  expect([...known].filter((id) => !filed.some((one) => one.id === id))).toEqual([]);

  const second = await startService({ dataDir: folder, env: quietly });
  for (const draft of drafts) expect((await fileWaiting(browserAt(second, draft.cookie), draft)).status).toBe(303);
  await second.stop();

  const w = await openFolder(folder);
  try {
    await runJobs(w);
    const count = (rows: readonly unknown[]) => rows.length;
    const found = await w.inTx(async (tx) => ({
      numbers: new Set(
        (await tx.selectFrom("application").select("number").where("state", "=", "submitted").execute()).map(
          ({ number }) => number,
        ),
      ).size,
      revisions: count(await tx.selectFrom("revision").select("number").execute()),
      receipts: count(await tx.selectFrom("document").select("number").where("kind", "=", "receipt").execute()),
    }));
    expect(found).toEqual({ numbers: PROJECTS, revisions: PROJECTS, receipts: PROJECTS });
  } finally {
    await w.close();
  }
}, 240_000);
