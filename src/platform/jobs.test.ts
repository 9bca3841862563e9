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

it("leaves to the process that lives what it is doing", async () => {
  const done: string[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const of = (who: string) => ({
    long: async () => {
      done.push(who);
      await ended;
    },
    short: async () => void done.push(`${who} too`),
  });
  await w.inTx((tx) => enqueue(tx, "long", {}));
  const first = await startJobs(w.world.pool, of("first"), w.world.log);
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(["first"]);
  const second = await startJobs(
    w.world.pool,
    { ...of("second"), other: async () => void done.push("other") },
    w.world.log,
  );
  await w.inTx((tx) => enqueue(tx, "other", {}));
  await expect.poll(() => done, { timeout: 10_000 }).toContain("other");
  expect(done).toEqual(["first", "other"]);
  end();
  await Promise.all([first.stop(), second.stop()]);
});

it("begins again where it could not write how a job ended, and does what it had taken", async () => {
  const { pool, log } = w.world;
  await pool.query(
    `CREATE FUNCTION fail_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full' USING ERRCODE = '53100'; END $$`,
  );
  await pool.query(`CREATE TRIGGER fail_full BEFORE UPDATE ON graphile_worker._private_jobs
    FOR EACH ROW WHEN (OLD.locked_by IS NOT NULL AND NEW.last_error IS NOT NULL) EXECUTE FUNCTION fail_full()`);
  let tries = 0;
  const running = await startJobs(
    pool,
    {
      note: async () => {
        tries += 1;
        if (tries === 1) throw new Error("once");
      },
    },
    log,
  );
  await w.inTx((tx) => enqueue(tx, "note", {}));
  await expect.poll(() => tries, { timeout: 20_000 }).toBe(2);
  await running.stop();
  expect((await pool.query("SELECT 1 FROM graphile_worker.jobs")).rowCount).toBe(0);
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
