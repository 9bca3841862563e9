import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { serveChromium } from "./chromium.ts";
import { newDataDir, removeData, startService } from "./service.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Data folder of a stopped service that loaded its demonstration: to be copied, never used. */
    demonstration: string;
    /** Address of the Chromium that the journeys share. */
    chromium: string;
    /** Folder where the journeys note the pages that axe has heard. */
    heardPages: string;
  }
}

/** Loads the demonstration and opens Chromium once for the whole run; each file of journeys starts from a copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = newDataDir();
  const service = await startService({ dataDir });
  await service.stop();
  project.provide("demonstration", dataDir);
  const heardPages = mkdtempSync(join(tmpdir(), "essaim-heard-"));
  project.provide("heardPages", heardPages);
  const chromium = await serveChromium();
  project.provide("chromium", chromium.wsEndpoint());
  return async () => {
    await chromium.close();
    for (const folder of [dataDir, heardPages]) removeData(folder);
  };
}

/** A data folder of one's own, with owners kept: PostgreSQL refuses a folder that is not its account's. */
export function copyOfData(template: string): string {
  const dataDir = newDataDir();
  execFileSync("cp", ["-a", `${template}/.`, dataDir]);
  return dataDir;
}
