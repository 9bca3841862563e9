import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One PostgreSQL for the whole run; each test file that opens a world copies the template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, adminUrl, url } = await startTestServer();
  project.provide("testServer", { adminUrl, url });
  return stop;
}
