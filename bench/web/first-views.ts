import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { loadDemo } from "../../src/demo/index.ts";
import { startSession } from "../../src/people/index.ts";
import { readConfig } from "../../src/platform/config.ts";
import { inTransaction } from "../../src/platform/database/database.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { urls } from "../../src/urls.ts";
import { openWorld } from "../../src/world.ts";
import { multiplyApplications } from "./seed.ts";
import { launch, processorOf } from "./service.ts";
import { simulated } from "./simulated.ts";

/**
 * `npx tsx bench/web/first-views.ts`: processor of the service for a page that it has not written yet, one request after
 * the other, as the kernel counts it over all threads of the process. `BENCH_FOLDER` keeps the data for the next run.
 */
const FILES = Number(process.env.BENCH_FILES ?? 20_000);
const WARMING = Number(process.env.BENCH_WARMING ?? 600);
const MEASURED = Number(process.env.BENCH_MEASURED ?? 400);
const kept = process.env.BENCH_FOLDER;
/** A part of the names of the pages to measure; all without it. */
const wanted = process.argv[2] ?? "";
const line = new Agent({ keepAlive: true });

interface Target {
  readonly name: string;
  /** Of the n-th request; never the same twice. */
  readonly path: (n: number) => string;
  readonly cookie?: string;
}

const folder = kept ?? mkdtempSync(join(tmpdir(), "essaim-first-views-"));
mkdirSync(folder, { recursive: true });
// Open to the account that PostgreSQL runs under when root starts it.
chmodSync(folder, 0o755);
const database = await startEmbedded(folder);
try {
  const settings = {
    DATABASE_URL: database.url,
    ESSAIM_DATA_DIR: folder,
    ESSAIM_LOG_LEVEL: "error",
    ESSAIM_DEMO: "true",
  };
  const targets = await prepare(settings);
  const service = await launch("node", ["dist/cli.js", "serve"], { ...settings, PORT: "0" }, /prêt[^:]*: (http\S+)/);
  try {
    process.stdout.write(
      "| first view | median (ms) | mean (ms) | 90 % under (ms) | sent (kB) |\n|---|---:|---:|---:|---:|\n",
    );
    for (const target of targets.filter(({ name }) => name.includes(wanted)))
      process.stdout.write(`${await measure(target, service)}\n`);
  } finally {
    line.destroy();
    await service.stop();
  }
} finally {
  await database.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

async function prepare(settings: Record<string, string>): Promise<Target[]> {
  const { world, close } = await openWorld(readConfig(settings));
  await loadDemo(world);
  const copied = await inTransaction(world.db, "system", (tx) =>
    tx.selectFrom("application").select("id").where("number", "like", "BC-%").limit(1).execute(),
  );
  if (copied.length === 0) await multiplyApplications(world.db, FILES);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const officer = await tx
      .selectFrom("agent_role")
      .select("person_id")
      .where("role", "=", "officer")
      .orderBy("person_id")
      .executeTakeFirstOrThrow();
    const many = WARMING + MEASURED;
    const copies = await sql<{ id: string }>`
      SELECT id FROM application WHERE number LIKE 'BC-%' ORDER BY md5(number) LIMIT ${many}`.execute(tx);
    const walked = await sql<{ id: string }>`
      SELECT id FROM application WHERE number NOT LIKE 'BC-%' AND state <> 'draft' ORDER BY id`.execute(tx);
    const applicant = await sql<{ person_id: string; id: string }>`
      SELECT m.person_id, a.id FROM membership m JOIN application a USING (organisation_id)
      WHERE a.state = 'under-review' ORDER BY a.id LIMIT 1`.execute(tx);
    return { officer: officer.person_id, copies: copies.rows, walked: walked.rows, applicant: applicant.rows };
  });
  const { cookie } = await startSession(world, found.officer);
  const targets: Target[] = [
    { name: "application, of the copies", path: (n) => urls.review.href({ id: at(found.copies, n).id }), cookie },
    // Another address each time: none of these is in memory, though there are few.
    {
      name: "application, as walked",
      path: (n) => `${urls.review.href({ id: at(found.walked, n).id })}?n=${n}`,
      cookie,
    },
    { name: "simulator's result", path: simulated().resultOf },
    { name: "queue", path: (n) => `${urls.queue.href()}?n=${n}`, cookie },
  ];
  for (const { person_id, id } of found.applicant) {
    const own = (await startSession(world, person_id)).cookie;
    targets.push({ name: "applicant's own page", path: () => urls.application.href({ id }), cookie: own });
  }
  await close();
  return targets;
}

function at<T>(all: readonly T[], n: number): T {
  return all[n % all.length] as T;
}

async function measure({ name, path, cookie }: Target, service: { origin: string; pid: number }): Promise<string> {
  const spent: number[] = [];
  let sent = 0;
  for (let n = 0; n < WARMING + MEASURED; n += 1) {
    const before = processorOf(service.pid);
    const bytes = await get(service.origin + path(n), cookie);
    if (n < WARMING) continue;
    spent.push(processorOf(service.pid) - before);
    sent += bytes;
  }
  spent.sort((a, b) => a - b);
  const mean = spent.reduce((sum, one) => sum + one, 0) / spent.length;
  const share = (part: number) => (spent[Math.floor(spent.length * part)] ?? 0).toFixed(1);
  return `| ${name} | ${share(0.5)} | ${mean.toFixed(1)} | ${share(0.9)} | ${(sent / spent.length / 1000).toFixed(1)} |`;
}

/** Bytes of a page as they come over the line. */
function get(url: string, cookie = ""): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { "accept-encoding": "gzip, deflate, br, zstd", cookie };
    const asked = request(url, { agent: line, headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url}: ${answer.statusCode}`));
      let length = 0;
      answer.on("data", (chunk: Buffer) => {
        length += chunk.length;
      });
      answer.once("end", () => done(length));
    });
    asked.once("error", fail).end();
  });
}
