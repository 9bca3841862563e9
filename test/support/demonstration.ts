import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { systemClock } from "#src/platform/clock.ts";
import { readConfig } from "#src/platform/config.ts";
import { openWorld } from "#src/world.ts";
import { LOADED, newDataDir, removeData, startService } from "./service.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Data folder of a stopped service that loaded its demonstration: to be copied, never used. */
    demonstration: string;
    /** Folder where the journeys note the pages that axe has heard. */
    heardPages: string;
  }
}

/** The demonstration is loaded once for the whole run; each file of journeys starts from a copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = process.env[LOADED] ?? newDataDir();
  if (process.env[LOADED] === undefined) await loadDemonstration(dataDir);
  project.provide("demonstration", dataDir);
  const heardPages = mkdtempSync(join(tmpdir(), "essaim-heard-"));
  project.provide("heardPages", heardPages);
  return async () => {
    for (const folder of [dataDir, heardPages]) removeData(folder);
  };
}

/** Fills a data folder by the built service, and stops it. */
export async function loadDemonstration(dataDir: string): Promise<void> {
  const service = await startService({ dataDir });
  try {
    await untilJobsAreDone(dataDir);
  } finally {
    await service.stop();
  }
}

/** The letters and mails of the demonstration are made once: each copy would make them again, under its journeys. */
async function untilJobsAreDone(dataDir: string): Promise<void> {
  const config = readConfig({ NODE_ENV: "test", ESSAIM_DATA_DIR: dataDir, ESSAIM_LOG_LEVEL: "silent" });
  const { world, close } = await openWorld(config, systemClock, { beside: true, migrated: true });
  const left = async () => {
    const { rows } = await world.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE run_at <= now() LIMIT 1");
    return rows.length;
  };
  try {
    while ((await left()) > 0) await setTimeout(200);
  } finally {
    await close();
  }
}

/** A data folder of one's own, with owners kept: PostgreSQL refuses a folder that is not its account's. */
export function copyOfData(template: string): string {
  const dataDir = newDataDir();
  execFileSync("cp", ["-a", `${template}/.`, dataDir]);
  return dataDir;
}
