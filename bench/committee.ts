import { randomUUID } from "node:crypto";
import { notifyAll, voteAll } from "#src/awards/batch/vote.ts";
import { fillSheet } from "#src/demo/selection-steps.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { closeAssessment, closeRanking, settle } from "#src/selection/ranking/close.ts";
import { loadSelection } from "#src/selection/ranking/steps.ts";
import { MARKED, makeAssessors, makeCall } from "#src/selection/selecting.fixture.ts";
import { startWorker } from "#src/worker.ts";
import { openFolder } from "#test/faults/folder.ts";
import { newDataDir, removeData } from "#test/support/service.ts";
import type { TestWorld } from "#test/support/world.ts";

/**
 * `npx tsx bench/committee.ts`: the projects of a call by the real acts, from their sheets to their letters. How long each
 * act on all of them takes: 40 files ranked, the 30 that the envelope holds voted, notified and told by letter.
 */
const FILES = Number(process.env.BENCH_FILES ?? 40);
const FUNDED = Math.ceil(FILES * 0.75);
/** What each of these projects is granted, in euros. */
const AID = 14_000;

const folder = newDataDir();
const figures: { readonly act: string; readonly files: number; readonly ms: number; readonly processors: number }[] =
  [];

async function timed<T>(act: string, files: number, work: () => Promise<T>): Promise<T> {
  const [began, spent] = [performance.now(), process.cpuUsage()];
  const done = await work();
  const { user, system } = process.cpuUsage(spent);
  // Of this process with its threads; PostgreSQL is another one.
  const processors = Math.round((user + system) / 1000);
  figures.push({ act, files, ms: Math.round(performance.now() - began), processors });
  return done;
}

/** The work of the background, two jobs at a time, until none waits. */
async function workUntilDone(w: TestWorld): Promise<void> {
  const worker = await startWorker(w.world);
  const waits = () => w.world.pool.query("SELECT 1 FROM graphile_worker.jobs LIMIT 1");
  while (((await waits()).rowCount ?? 0) > 0) await new Promise((done) => setTimeout(done, 20));
  await worker.stop();
}

try {
  const w = await openFolder(folder, 60);
  const call = await makeCall(w, MARKED, {
    files: FILES,
    call: { assessors: "1", tieRule: "cost", "envelope.0.committed": String(AID * FUNDED) },
  });
  const [expert] = await makeAssessors(w, call, 1);
  for (const id of call.files) await fillSheet(w.world, expert as SignedVisitor, id, () => "satisfying");

  await timed("read and rank", FILES, () => w.inTx((tx) => loadSelection(tx, call.id)));
  await timed("close the assessment", FILES, () => closeAssessment(w.world, call.officer, call.id, randomUUID()));
  await timed("close the ranking", FILES, () => closeRanking(w.world, call.officer, call.id, randomUUID()));
  await timed("keep the decisions", FILES, () => settle(w.world, call.officer, call.id, randomUUID()));
  const rows = async (state: string) =>
    (
      await w.inTx((tx) =>
        tx
          .selectFrom("application")
          .select(["id", "number", "version", "state", "proposed_aid as aid"])
          .where("state", "=", state)
          .execute(),
      )
    ).map((row) => ({ ...row, number: row.number ?? "", aid: row.aid ?? 0 }));
  const selected = await rows("selected");
  const on = "2026-04-20" as never;
  const vote = { number: "CP-1", decidedOn: on, transmittedOn: on, publishedOn: on };
  await timed("vote", selected.length, () => voteAll(w.world, call.approver, selected, vote, randomUUID()));
  const awarded = await rows("awarded");
  // The receipts of all these files are made before: only the letters are timed.
  await runJobs(w);
  await timed("notify", awarded.length, () => notifyAll(w.world, call.officer, awarded, randomUUID()));
  await timed("make the letters, as the service does", awarded.length, () => workUntilDone(w));
  await w.close();
  console.table(figures);
} finally {
  removeData(folder);
}
