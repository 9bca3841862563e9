import { fileWaiting, prepareLastMinute } from "#src/applications/last-minute.fixture.ts";
import { systemClock } from "#src/platform/clock.ts";
import { browserAt, openFolder, quietly } from "#test/faults/folder.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";

/**
 * `npm run build && npx tsx bench/filings.ts`: 200 whole projects filed through HTTP in the last minute of their call, the
 * nearer its end the more of them. How long each waited, whether each was filed exactly once, in the order of the numbers.
 * `BENCH_SECONDS=0` sends them all at once.
 */
const PROJECTS = Number(process.env.BENCH_FILINGS ?? 200);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);

const folder = newDataDir();
try {
  const before = await openFolder(folder, 1);
  // Far enough for a slow machine to prepare them all; what is measured does not depend on it.
  const closesAt = systemClock.now().add({ hours: 3 });
  const drafts = await prepareLastMinute(before, PROJECTS, closesAt);
  await before.close();

  const service = await startService({ dataDir: folder, env: quietly });
  // Someone reads a page first, as it always is by then.
  await fetch(service.origin);
  const waits: number[] = [];
  const answers = await Promise.all(
    drafts.map(async (draft, at) => {
      await pause(SECONDS * 1_000 * Math.sqrt(at / PROJECTS));
      const began = performance.now();
      const { status } = await fileWaiting(browserAt(service, draft.cookie), draft);
      waits.push(performance.now() - began);
      return status;
    }),
  );
  await service.stop();

  const after = await openFolder(folder);
  const rows = await after.inTx((tx) =>
    tx
      .selectFrom("application as a")
      .leftJoin("revision as r", "r.application_id", "a.id")
      .select(["a.number", "a.submitted_at", "r.number as revision"])
      .where("a.state", "=", "submitted")
      .orderBy("a.number")
      .execute(),
  );
  await after.close();
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.ceil(waits.length * share) - 1] ?? 0);
  const instants = rows.map(({ submitted_at: instant }) => instant?.epochMilliseconds ?? 0);
  const isInOrder = instants.every((instant, index) => index === 0 || instant >= (instants[index - 1] ?? 0));
  const isOnce = new Set(rows.map(({ number }) => number)).size === PROJECTS && rows.length === PROJECTS;
  console.log(
    `${PROJECTS} filings in ${SECONDS} s: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms; ${answers.filter((status) => status === 303).length} taken; each once: ${isOnce}; numbers in the order of arrival: ${isInOrder}`,
  );
} finally {
  removeData(folder);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
