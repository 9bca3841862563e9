import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { beginCosts, sayCosts } from "./cost.ts";
import { startTestServer, type TestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where to ask for the run's PostgreSQL. */
    testServerDoor: string;
  }
}

/**
 * One PostgreSQL for the whole run, started when the first world asks for it: tests that open none do not wait for it.
 * Each test file that opens a world copies the template.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  beginCosts();
  let started: ReturnType<typeof startTestServer> | null = null;
  const door = createServer((_, response) => {
    started ??= startTestServer();
    started.then(
      ({ adminUrl, url }) => response.end(JSON.stringify({ adminUrl, url } satisfies TestServer)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((done) => door.listen(0, "127.0.0.1", done));
  project.provide("testServerDoor", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    sayCosts(project.config.root);
    door.close();
    door.closeAllConnections();
    await (await started?.catch(() => null))?.stop();
  };
}

/** The run's PostgreSQL, behind its door. */
export async function askTestServer(door: string): Promise<TestServer> {
  const response = await fetch(door);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as TestServer;
}
