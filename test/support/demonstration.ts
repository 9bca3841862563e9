import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { newDataDir, removeData, startService } from "./service.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Data folder of a stopped service that loaded its demonstration: to be copied, never used. */
    demonstration: string;
  }
}

/** Loads the demonstration once for the whole run; each file of journeys starts from a copy. */
export async function setup(project: TestProject): Promise<() => void> {
  const dataDir = newDataDir();
  const service = await startService({ dataDir });
  await service.stop();
  project.provide("demonstration", dataDir);
  return () => removeData(dataDir);
}

/** A data folder of one's own, with owners kept: PostgreSQL refuses a folder that is not its account's. */
export function copyOfData(template: string): string {
  const dataDir = newDataDir();
  execFileSync("cp", ["-a", `${template}/.`, dataDir]);
  return dataDir;
}
