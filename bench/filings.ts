import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileWaiting, prepareLastMinute } from "#src/applications/last-minute.fixture.ts";
import { systemClock } from "#src/platform/clock.ts";
import { urls } from "#src/urls.ts";
import { browserAt, openFolder, quietly } from "#test/faults/folder.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";

/**
 * `npm run build && npx tsx bench/filings.ts`: 200 whole projects filed through HTTP in the last minute of their call, the
 * nearer its end the more of them. How long each waited, whether each was filed exactly once, in the order of the numbers;
 * what each took of the processor, which tells more than waits on a machine that does other things.
 * `BENCH_SECONDS=0` sends them all at once.
 */
const PROJECTS = Number(process.env.BENCH_FILINGS ?? 200);
/** To start the service, and for its last answers. */
const LEEWAY_SECONDS = 120;
/** Of /proc. */
const MS_PER_TICK = 10;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);

const folder = newDataDir();
try {
  const before = await openFolder(folder, 1);
  // Far enough for a slow machine to prepare them all; what is measured does not depend on it.
  const closesAt = systemClock.now().add({ hours: 3 });
  const drafts = await prepareLastMinute(before, PROJECTS, closesAt);
  const soon = systemClock.now().add({ seconds: SECONDS + LEEWAY_SECONDS });
  await before.inTx((tx) => tx.updateTable("call").set({ closes_at: soon.toString() }).execute());
  await before.close();

  const service = await startService({ dataDir: folder, env: quietly });
  // Someone reads a draft first, as it always is by then.
  const [first] = drafts;
  if (first !== undefined) await browserAt(service, first.cookie).get(urls.applicationSubmission.href(first));
  const idle = cpuOf(service);
  const waits: number[] = [];
  const answers = await Promise.all(
    drafts.map(async (draft, at) => {
      await pause(SECONDS * 1_000 * Math.sqrt(at / PROJECTS));
      const began = performance.now();
      const browser = browserAt(service, draft.cookie);
      const { status, location } = await fileWaiting(browser, draft);
      waits.push(performance.now() - began);
      // A browser goes on to the page that says it: more work while the others file.
      if (location !== null) await browser.get(location);
      return status;
    }),
  );
  const busy = cpuOf(service);
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
  const each = (of: keyof Cpu) => Math.round((busy[of] - idle[of]) / PROJECTS);
  const isOnce = new Set(rows.map(({ number }) => number)).size === PROJECTS && rows.length === PROJECTS;
  console.log(
    `${PROJECTS} filings in ${SECONDS} s: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms; ${answers.filter((status) => status === 303).length} taken; each once: ${isOnce}; numbers in the order of arrival: ${isInOrder}; processor for each, page that says it included: ${each("service")} ms in the service, ${each("database")} ms in the database`,
  );
} finally {
  removeData(folder);
}

interface Cpu {
  readonly service: number;
  readonly database: number;
}

/** Milliseconds of processor that the service and its database have taken so far. */
function cpuOf({ pid, dataDir }: { readonly pid: number; readonly dataDir: string }): Cpu {
  const [server] = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  let database = 0;
  for (const one of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(one);
    if (stat?.parent === Number(server)) database += stat.milliseconds;
  }
  return { service: statOf(String(pid))?.milliseconds ?? 0, database };
}

function statOf(pid: string): { readonly parent: number; readonly milliseconds: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    return { parent: fields[1] ?? 0, milliseconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) * MS_PER_TICK };
  } catch {
    // It ended while the list was read.
    return null;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
