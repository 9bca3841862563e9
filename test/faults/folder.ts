import { createApp } from "#src/app.ts";
import { startSession } from "#src/people/index.ts";
import { fixedClock, systemClock } from "#src/platform/clock.ts";
import { readConfig } from "#src/platform/config.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { openWorld } from "#src/world.ts";
import { type Browser, browserOf } from "#test/support/browser.ts";
import type { Service } from "#test/support/service.ts";
import type { TestWorld } from "#test/support/world.ts";

/** Settings of a service and of whoever looks into its folder: the same, so that sessions made here hold there. */
const settings = {
  NODE_ENV: "development",
  ESSAIM_LOG_LEVEL: "silent",
  ESSAIM_COMPANY_DIRECTORY_URL: "http://127.0.0.1:9",
};

/**
 * Opens the data folder of a service that does not run, to prepare it or to see what it holds. The clock stands
 * `daysAgo` days before today: what a test files then can be decided by the service now.
 */
export async function openFolder(dataDir: string, daysAgo = 0): Promise<TestWorld> {
  const clock = fixedClock(
    systemClock
      .now()
      .subtract({ hours: 24 * daysAgo })
      .toString(),
  );
  const config = readConfig({ ...settings, ESSAIM_DATA_DIR: dataDir, ESSAIM_DATABASE_CONNECTIONS: "4" });
  const { world, close } = await openWorld(config, clock);
  const app = createApp(world);
  const signIn = async (personId: string) => (await startSession(world, personId)).cookie;
  return {
    world,
    app,
    clock,
    inTx: (work, reader = "system") => inTransaction(world.db, reader, work),
    signIn,
    browser: async (personId) => browserOf(app, world.origin, personId === undefined ? "" : await signIn(personId)),
    close,
  };
}

/** A browser in front of a service that runs: real sockets, its cookies kept. */
export function browserAt(service: Service, cookie = ""): Browser {
  const app = { request: (url: string, init?: RequestInit) => fetch(url, { ...init, redirect: "manual" }) };
  return browserOf(app, service.origin, cookie);
}

/** A folder whose database is not empty is left alone by the demonstration. */
export const quietly = { ESSAIM_DEMO: "false", ESSAIM_COMPANY_DIRECTORY_URL: "http://127.0.0.1:9" } as const;
