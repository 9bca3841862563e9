import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { sql } from "kysely";
import { loadDemo } from "../../src/demo/index.ts";
import { startSession } from "../../src/people/index.ts";
import { readConfig } from "../../src/platform/config.ts";
import { inTransaction } from "../../src/platform/database/database.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { urls } from "../../src/urls.ts";
import { openWorld } from "../../src/world.ts";
import { multiplyApplications } from "./seed.ts";
import { launch, type Running } from "./service.ts";
import { simulated } from "./simulated.ts";

/**
 * `npx tsx bench/web/run.ts`: pages per second and their slowest hundredth at 50 connections, over 100 000 files,
 * beside the bare page of this stack measured in the same run. Writes a Markdown table on the standard output.
 */
const FILES = Number(process.env.BENCH_FILES ?? 100_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const CONNECTIONS = 50;
/** What browsers of today accept. */
const ENCODINGS = "gzip, deflate, br, zstd";

interface Target {
  readonly name: string;
  readonly origin: string;
  /** Asked in turn, so that no single row is the warm one. */
  readonly paths: readonly string[];
  /** Instead: a path that was never asked before, at each request. */
  readonly never?: () => string;
  readonly cookie?: string;
}

const folder = mkdtempSync(join(tmpdir(), "essaim-bench-"));
chmodSync(folder, 0o755);
const database = await startEmbedded(folder);
const running: Running[] = [];
try {
  const settings = {
    DATABASE_URL: database.url,
    ESSAIM_DATA_DIR: folder,
    ESSAIM_LOG_LEVEL: "error",
    ESSAIM_DEMO: "true",
  };
  const { world, close } = await openWorld(readConfig(settings));
  say(`Jeu de démonstration…`);
  await loadDemo(world);
  say(`${FILES} dossiers…`);
  await multiplyApplications(world.db, FILES);
  const { cookie, ids } = await inTransaction(world.db, "system", async (tx) => {
    const officer = await tx
      .selectFrom("agent_role")
      .select("person_id")
      .where("role", "=", "officer")
      .orderBy("person_id")
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{
      id: string;
    }>`SELECT id FROM application WHERE number LIKE 'BC-%' ORDER BY md5(number) LIMIT 400`.execute(tx);
    return { cookie: (await startSession(world, officer.person_id)).cookie, ids: rows.map((row) => row.id) };
  });
  await close();

  const serviceStart = performance.now();
  const service = await launch("node", ["dist/cli.js", "serve"], { ...settings, PORT: "0" }, /prêt[^:]*: (http\S+)/);
  const readyAfter = performance.now() - serviceStart;
  running.push(service);
  const bare = await launch("tsx", ["bench/web/bare.tsx"], settings, /bare (http\S+)/);
  running.push(bare);
  const { scheme, resultOf } = simulated();
  let asked = 0;
  const targets: Target[] = [
    { name: "page nue (repère)", origin: bare.origin, paths: keysets() },
    { name: "page du dispositif", origin: service.origin, paths: [urls.scheme.href({ scheme })] },
    {
      name: "résultat du simulateur",
      origin: service.origin,
      paths: [1, 2, 3, 4].map(resultOf),
    },
    {
      name: "résultat du simulateur, jamais demandé",
      origin: service.origin,
      paths: [resultOf(0)],
      never: () => {
        asked += 1;
        return resultOf(asked);
      },
    },
    { name: "file des dossiers (instructeur)", origin: service.origin, paths: [urls.queue.href()], cookie },
    {
      name: "page d’un dossier (instructeur)",
      origin: service.origin,
      paths: ids.map((id) => urls.review.href({ id })),
      cookie,
    },
  ];
  say(
    `| page | réponses/s | part du repère | p99 (ms) | html (ko) | envoyé (ko) | hors 2xx |\n|---|---:|---:|---:|---:|---:|---:|`,
  );
  let yardstick = 0;
  for (const target of targets) {
    const weight = await weigh(target);
    await load(target, 3);
    const result = await load(target, SECONDS);
    const rate = result.requests.average;
    yardstick ||= rate;
    say(
      `| ${target.name} | ${Math.round(rate)} | ${Math.round((100 * rate) / yardstick)} % | ${result.latency.p99} | ${kilo(weight.plain)} | ${kilo(weight.sent)} | ${result.non2xx + result.errors} |`,
    );
  }
  say(
    `\nMémoire du service après la charge : ${memoryOf(service.pid)} Mo (pic). Prêt ${Math.round(readyAfter)} ms après le lancement, base déjà ouverte.`,
  );
  say(
    `Machine : ${cpus().length} processeurs, partagés avec la charge et PostgreSQL. ${FILES} dossiers, ${CONNECTIONS} connexions, ${SECONDS} s par page.`,
  );
} finally {
  await Promise.all(running.map((one) => one.stop()));
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

function keysets(): string[] {
  return Array.from({ length: 200 }, (_, n) => `/?avant=${100_001 - n * 499}`);
}

function load(target: Target, duration: number): Promise<autocannon.Result> {
  const headers = headersFor(target);
  return autocannon({
    url: target.origin,
    connections: CONNECTIONS,
    duration,
    requests: target.paths.map((path) => ({
      method: "GET",
      path,
      headers,
      ...(target.never && { setupRequest: (request) => ({ ...request, path: target.never?.() ?? path }) }),
    })),
  });
}

function headersFor(target: Target, encodings: string = ENCODINGS): Record<string, string> {
  return { "accept-encoding": encodings, ...(target.cookie !== undefined && { cookie: target.cookie }) };
}

/** Bytes of the first page as they come over the line, plain and as a browser asks. */
async function weigh(target: Target): Promise<{ plain: number; sent: number }> {
  const bytes = (encodings: string) =>
    new Promise<number>((done, fail) => {
      const asked = request(target.origin + target.paths[0], { headers: headersFor(target, encodings) }, (answer) => {
        let length = 0;
        answer.on("data", (chunk: Buffer) => {
          length += chunk.length;
        });
        answer.once("end", () => done(length));
      });
      asked.once("error", fail).end();
    });
  return { plain: await bytes("identity"), sent: await bytes(ENCODINGS) };
}

function memoryOf(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(peak ?? 0) / 1024);
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
