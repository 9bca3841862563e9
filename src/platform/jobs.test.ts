import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { enqueue, startJobs } from "./jobs.ts";

let w: TestWorld;
beforeEach(async () => {
  w = await openTestWorld();
});
afterEach(() => w.close());

/** A job that a worker of this name took and has not ended. */
async function takenBy(worker: string): Promise<void> {
  await w.inTx((tx) => enqueue(tx, "note", { worker }));
  await w.world.pool.query(
    "UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now(), attempts = 1 WHERE locked_by IS NULL",
    [worker],
  );
}

it("does at its start what a killed process had taken, and leaves what a living one is doing", async () => {
  await takenBy("worker-killed");
  await takenBy("worker-alive");
  const living = await w.world.pool.connect();
  await living.query("SELECT pg_advisory_lock(hashtextextended('worker-alive', 13))");
  const done: unknown[] = [];
  const running = await startJobs(w.world.pool, { note: async (payload) => void done.push(payload) }, w.world.log);
  for (const end = Date.now() + 10_000; done.length === 0 && Date.now() < end; ) {
    await new Promise((wait) => setTimeout(wait, 50));
  }
  await running.stop();
  living.release(true);
  expect(done).toEqual([{ worker: "worker-killed" }]);
});

it("shows its own workers as living, as long as they are", async () => {
  const isLiving = async () => {
    const { rows } = await w.world.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows[0]?.n ?? 0;
  };
  const running = await startJobs(w.world.pool, { note: async () => undefined }, w.world.log);
  for (const end = Date.now() + 5000; (await isLiving()) < 2 && Date.now() < end; ) {
    await new Promise((wait) => setTimeout(wait, 50));
  }
  expect(await isLiving()).toBe(2);
  await running.stop();
  for (const end = Date.now() + 5000; (await isLiving()) > 0 && Date.now() < end; ) {
    await new Promise((wait) => setTimeout(wait, 50));
  }
  expect(await isLiving()).toBe(0);
});

it("does at each start what the nights of before left undone, and at most once", async () => {
  const done: unknown[] = [];
  const start = () =>
    startJobs(
      w.world.pool,
      { night: async (payload) => void done.push(payload) },
      w.world.log,
      "0 * * * * night ?fill=3h",
    );
  const known = () => w.world.pool.query("SELECT 1 FROM graphile_worker._private_known_crontabs");
  const first = await start();
  await expect.poll(async () => (await known()).rowCount).toBe(1);
  await first.stop();
  await w.world.pool.query(
    `UPDATE graphile_worker._private_known_crontabs
     SET known_since = now() - interval '1 day', last_execution = now() - interval '150 minutes'`,
  );
  const second = await start();
  await expect.poll(() => done.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  await second.stop();
  const nights = done.length;
  await (await start()).stop();
  expect(done).toHaveLength(nights);
});
