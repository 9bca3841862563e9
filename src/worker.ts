import { type Jobs, startJobs } from "#src/platform/jobs.ts";
import { sendMail } from "#src/platform/mail.ts";
import { scanFile } from "#src/platform/scanning.ts";
import { sweepFiles } from "#src/platform/sweep.ts";
import type { World } from "#src/platform/world.ts";
import { slices } from "./slices.ts";

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Every night; a night that the service slept through is made up for within the day. */
const CRONTAB = "20 2 * * * sweep-files ?fill=1d";

/** The door of background work: mails, letters, scans. Runs beside the pages, or in a process of its own. */
export async function startWorker(world: World): Promise<RunningWorker> {
  const crontab = [CRONTAB, ...slices.flatMap((slice) => slice.crontab ?? [])].join("\n");
  const runner = await startJobs(world.pool, allJobs(world), world.log, crontab);
  return { stop: () => runner.stop() };
}

/** Every job of the service by name; two slices may not use one name. */
export function allJobs(world: World): Jobs {
  const tellers = slices.flatMap((slice) => slice.tellInfected ?? []);
  const jobs: Record<string, (payload: unknown) => Promise<void>> = {
    "send-mail": (payload) => sendMail(world, String((payload as { mail: string }).mail)),
    "scan-file": (payload) => scanFile(world, payload, tellers),
    "sweep-files": async () => void (await sweepFiles(world)),
  };
  for (const slice of slices) {
    for (const [name, work] of Object.entries(slice.jobs?.(world) ?? {})) {
      if (name in jobs) throw new Error(`two jobs are named ${name}`);
      jobs[name] = work;
    }
  }
  return jobs;
}
