import { EventEmitter } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Logger, run, runMigrations, type TaskList, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Temporal } from "temporal-polyfill";
import { openPlain, type Tx } from "./database/database.ts";
import type { Log } from "./log.ts";

/** The queue's chatter is left out. */
const quiet = new Logger(() => () => undefined);

/** What the queue itself fails at, its hours above all; a job that fails is told by the one who runs it. */
function troublesOnly(log: Log): Logger {
  return new Logger(({ jobId }) => (level, message) => {
    if (jobId === undefined && level === "error") log.error({ queue: message }, "the queue of jobs is in trouble");
  });
}

/** What the background does, by name. Each slice adds its own; the payload is what `enqueue` was given. */
export type Jobs = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

/**
 * Puts a job in the queue, inside the transaction that needs it: no commit, no job; one commit, one job. Done at once,
 * or from an instant on.
 */
export async function enqueue(
  tx: Tx,
  job: string,
  payload: Readonly<Record<string, unknown>>,
  key?: string,
  from?: Temporal.Instant,
): Promise<void> {
  await sql`SELECT graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null},
    run_at => ${from?.toString() ?? null}::timestamptz)`.execute(tx);
}

/** Puts many jobs of one kind in the queue at once, in the same way. */
export async function enqueueAll(
  tx: Tx,
  job: string,
  payloads: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await sql`SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT json_populate_record(NULL::graphile_worker.job_spec, json_build_object('identifier', ${job}::text, 'payload', p))
    FROM json_array_elements(${JSON.stringify(payloads)}::json) p))`.execute(tx);
}

/** Makes the queue's own tables; part of the migrations. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet });
}

const AT_ONCE = 2;
/** One for each job, one that listens, one for the hours. */
const QUEUE_CONNECTIONS = AT_ONCE + 2;

/**
 * Starts doing jobs; a job that fails is tried again later with growing pauses. Stop lets the current ones end. Jobs
 * that a killed process held are let go first: the queue itself would keep them for four hours. `crontab` names jobs
 * that come back by themselves, at hours of UTC.
 */
export async function startJobs(pool: pg.Pool, jobs: Jobs, log: Log, crontab = ""): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, work]) => [
      name,
      async (payload: unknown) => {
        try {
          await work(payload);
        } catch (error) {
          log.error({ job: name, err: error }, "job failed");
          throw error;
        }
      },
    ]),
  );
  const queue = openPlain(pool, QUEUE_CONNECTIONS);
  const kept = await keepRunning(() => begin(pool, queue, taskList, crontab, log), log);
  return {
    async stop() {
      await kept.stop();
      await queue.end();
    },
  };
}

/**
 * How jobs ended is written by groups, without a wait. One by one, the queue writes it without a look at the answer: an
 * error of the database there would end the whole process.
 */
const IN_GROUPS = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** A queue that does jobs, until it is stopped or gives up. */
interface Running {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

async function begin(pool: pg.Pool, queue: pg.Pool, taskList: TaskList, crontab: string, log: Log): Promise<Running> {
  // The connection dies with this process, and with it the sign of life of the queue.
  const life = await pool.connect();
  try {
    await releaseDead(life);
    const events: WorkerEvents = new EventEmitter();
    // On a job that it takes, the queue writes the name of its pool of workers.
    events.on("pool:create", ({ workerPool }) => void showLife(life, workerPool.id, log));
    // It takes no more job then, and may wait for itself without end.
    const failed = new Promise<never>((_, reject) => {
      events.on("pool:fatalError", ({ error }) => reject(error));
    });
    failed.catch(() => undefined);
    const runner = await run({
      pgPool: queue,
      taskList,
      crontab,
      events,
      concurrency: AT_ONCE,
      pollInterval: 2000,
      noHandleSignals: true,
      logger: troublesOnly(log),
      preset: IN_GROUPS,
    });
    const ended = Promise.race([runner.promise, failed]).finally(() => life.release(true));
    return { ended, stop: () => runner.stop() };
  } catch (error) {
    life.release(true);
    throw error;
  }
}

const PAUSE_MS = 1000;

/**
 * A queue that cannot write how a job ended, on a full disk say, gives up: it begins again after a pause, with what it
 * had taken, and people are served meanwhile.
 */
async function keepRunning(start: () => Promise<Running>, log: Log): Promise<{ stop(): Promise<void> }> {
  let isStopping = false;
  let running: Running | null = await start();
  const watch = async () => {
    while (!isStopping) {
      try {
        running ??= await start();
        return await running.ended;
      } catch (error) {
        running = null;
        if (!isStopping) log.error({ err: error }, "the queue of jobs gave up: it begins again");
      }
      await setTimeout(PAUSE_MS);
    }
  };
  const watched = watch();
  return {
    async stop() {
      isStopping = true;
      await running?.stop();
      await watched;
    },
  };
}

/** A pool of workers lives as long as a connection holds the lock of its name. */
const LIFE = 13;

async function showLife(life: pg.PoolClient, name: string, log: Log): Promise<void> {
  try {
    await life.query("SELECT pg_advisory_lock(hashtextextended($1, $2))", [name, LIFE]);
  } catch (error) {
    log.warn({ pool: name, err: error }, "the queue shows no sign of life");
  }
}

/** Lets go of the jobs of pools that live no more, whichever process they were of. */
async function releaseDead(life: pg.PoolClient): Promise<void> {
  const { rows } = await life.query<{ name: string }>(
    "SELECT DISTINCT locked_by AS name FROM graphile_worker.jobs WHERE locked_by IS NOT NULL",
  );
  for (const { name } of rows) {
    const lock = [name, LIFE];
    const { rows: answers } = await life.query<{ dead: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, $2)) AS dead",
      lock,
    );
    if (answers[0]?.dead !== true) continue;
    await life.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [[name]]);
    await life.query("SELECT pg_advisory_unlock(hashtextextended($1, $2))", lock);
  }
}
