import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { createApp } from "#src/app.ts";
import { startSession } from "#src/people/index.ts";
import { type Clock, fixedClock } from "#src/platform/clock.ts";
import { readConfig } from "#src/platform/config.ts";
import { inTransaction, type Reader, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { openWorld } from "#src/world.ts";
import { type Browser, browserOf } from "./browser.ts";
import { askTestServer } from "./global-setup.ts";
import { copyTemplate, type TestServer } from "./server.ts";

/** A world of its own: an empty migrated database, a folder for files, a clock that moves when told, no network. */
export interface TestWorld {
  readonly world: World;
  readonly app: ReturnType<typeof createApp>;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Runs one transaction, as the service itself unless another reader is given. */
  inTx<T>(work: (tx: Tx) => Promise<T>, reader?: Reader): Promise<T>;
  /** Opens a real session and gives the `cookie` header that carries it. */
  signIn(personId: string): Promise<string>;
  /** A small browser, without JavaScript, that keeps its cookies; signed in when a person is given. */
  browser(personId?: string): Promise<Browser>;
  close(): Promise<void>;
}

export interface TestWorldOptions {
  /** Environment variables over the test's own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the clock stands: a day in force of the framework unless told. */
  readonly now?: string;
  /** Another clock than the one that stands still. */
  readonly realClock?: Clock;
  /** A server of one's own, for programs that do not run under the test runner. */
  readonly server?: TestServer;
}

/** 10 March 2026, 10 o'clock in Paris: the framework is in force. */
export const TEST_NOW = "2026-03-10T09:00:00Z";

export async function openTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const database = await copyTemplate(options.server ?? (await askTestServer(inject("testServerDoor"))));
  const dataDir = mkdtempSync(join(tmpdir(), "essaim-data-"));
  const clock = fixedClock(options.now ?? TEST_NOW);
  const config = readConfig({
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    ESSAIM_DATABASE_CONNECTIONS: "4",
    ESSAIM_DATA_DIR: dataDir,
    ESSAIM_LOG_LEVEL: process.env.ESSAIM_LOG_LEVEL ?? "silent",
    ESSAIM_ORIGIN: "http://localhost:3000",
    // Nothing listens there: a test that needs the directory of companies starts its own.
    ESSAIM_COMPANY_DIRECTORY_URL: "http://127.0.0.1:9",
    ...options.settings,
  });
  const { world, close } = await openWorld(config, options.realClock ?? clock, { migrated: true });
  const app = createApp(world);
  const signIn = async (personId: string) => (await startSession(world, personId)).cookie;
  return {
    world,
    app,
    clock,
    inTx: (work, reader = "system") => inTransaction(world.db, reader, work),
    signIn,
    browser: async (personId) => browserOf(app, world.origin, personId === undefined ? "" : await signIn(personId)),
    async close() {
      await close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
