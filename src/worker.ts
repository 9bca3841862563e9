import { type Jobs, startJobs } from "#src/platform/jobs.ts";
import { sendMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { slices } from "./slices.ts";

export interface RunningWorker {
  stop(): Promise<void>;
}

/** The door of background work: mails, letters, scans. Runs beside the pages, or in a process of its own. */
export async function startWorker(world: World): Promise<RunningWorker> {
  const runner = await startJobs(world.pool, allJobs(world), world.log);
  return { stop: () => runner.stop() };
}

/** Every job of the service by name; two slices may not use one name. */
export function allJobs(world: World): Jobs {
  const jobs: Record<string, (payload: unknown) => Promise<void>> = {
    "send-mail": (payload) => sendMail(world, String((payload as { mail: string }).mail)),
  };
  for (const slice of slices) {
    for (const [name, work] of Object.entries(slice.jobs?.(world) ?? {})) {
      if (name in jobs) throw new Error(`two jobs are named ${name}`);
      jobs[name] = work;
    }
  }
  return jobs;
}
