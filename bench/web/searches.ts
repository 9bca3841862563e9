import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { countFound } from "#src/reviews/queue/counts.ts";
import { everyApplication, readFilter } from "#src/reviews/queue/filters/filter.ts";
import { ownFacets } from "#src/reviews/queue/filters/own-facets.ts";
import { queuePage } from "#src/reviews/queue/queue-store.ts";
import { loadDemo } from "../../src/demo/index.ts";
import { today } from "../../src/platform/clock.ts";
import { readConfig } from "../../src/platform/config.ts";
import { inTransaction } from "../../src/platform/database/database.ts";
import { openWorld } from "../../src/world.ts";
import { multiplyApplications } from "./seed.ts";

/** How long the queue's page and its count take in an officer's name, among 100 000 files, by what is searched. */
const FILES = 100_000;
const TRIES = 15;
const searches: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["a word of 11 files", "q=bc4242"],
  ["a word of half the files", "q=formation"],
  ["the name of a commune", "q=caen"],
  ["a word of no file", "q=introuvable"],
  ["a department", "lieu=14"],
  ["a department without files", "lieu=75"],
  ["a SIREN", "q=900000042"],
];

const folder = mkdtempSync(join(tmpdir(), "essaim-searches-"));
// Open to the account that PostgreSQL runs under when root starts it.
chmodSync(folder, 0o755);
const { world, close } = await openWorld(readConfig({ ESSAIM_DATA_DIR: folder, ESSAIM_LOG_LEVEL: "silent" }));
try {
  await loadDemo(world);
  await multiplyApplications(world.db, FILES);
  await sql`VACUUM ANALYZE`.execute(world.db);
  const { person_id: me } = await world.db
    .selectFrom("agent_role")
    .select("person_id")
    .where("role", "=", "officer")
    .executeTakeFirstOrThrow();
  process.stdout.write("| searched | files shown | page, median (ms) | count, median (ms) |\n|---|---:|---:|---:|\n");
  for (const [name, query] of searches) {
    const reading = {
      filter: readFilter(new URLSearchParams(query), everyApplication, ownFacets),
      facets: ownFacets,
      me,
      today: today(world.clock),
    };
    const page = await timed(() =>
      inTransaction(world.db, { person: me }, async (tx) => (await queuePage(tx, reading)).rows.length),
    );
    const count = await timed(() =>
      inTransaction(world.db, { person: me }, (tx) => countFound(tx, reading).then(({ counts }) => counts.size)),
    );
    process.stdout.write(`| ${name} | ${page.answer} | ${page.median} | ${count.median} |\n`);
  }
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}

async function timed(work: () => Promise<number>): Promise<{ readonly answer: number; readonly median: string }> {
  const times: number[] = [];
  let answer = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const start = performance.now();
    answer = await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { answer, median: (times[Math.floor(TRIES / 2)] ?? 0).toFixed(1) };
}
