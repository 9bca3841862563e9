import { Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Tx } from "./database/database.ts";
import type { Log } from "./log.ts";

/** Our own log says what fails; the queue's chatter is left out. */
const quiet = new Logger(() => () => undefined);

/** What the background does, by name. Each slice adds its own; the payload is what `enqueue` was given. */
export type Jobs = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

/** Puts a job in the queue, inside the transaction that needs it: no commit, no job; one commit, one job. */
export async function enqueue(
  tx: Tx,
  job: string,
  payload: Readonly<Record<string, unknown>>,
  key?: string,
): Promise<void> {
  await sql`SELECT graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null})`.execute(
    tx,
  );
}

/** Makes the queue's own tables; part of the migrations. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet });
}

/** Starts doing jobs; a job that fails is tried again later with growing pauses. Stop lets the current ones end. */
export async function startJobs(pool: pg.Pool, jobs: Jobs, log: Log): Promise<Runner> {
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
  return run({ pgPool: pool, taskList, concurrency: 2, pollInterval: 2000, noHandleSignals: true, logger: quiet });
}
