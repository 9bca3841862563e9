import { join } from "node:path";
import { type Clock, systemClock } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import { openDatabase } from "#src/platform/database/database.ts";
import { startEmbedded } from "#src/platform/database/embedded.ts";
import { migrate } from "#src/platform/database/migrate.ts";
import { diskFileStore } from "#src/platform/files.ts";
import { migrateJobs } from "#src/platform/jobs.ts";
import { createLog } from "#src/platform/log.ts";
import type { World } from "#src/platform/world.ts";
import { migrationsFolder } from "./places.ts";

/** A world that is open: close it to stop what it started. */
export interface OpenWorld {
  readonly world: World;
  close(): Promise<void>;
}

/** Opens the database (ours, or the one of DATABASE_URL), brings its tables up to date, and the file store. */
export async function openWorld(config: Config, clock: Clock = systemClock): Promise<OpenWorld> {
  const embedded = config.databaseUrl === null ? await startEmbedded(config.dataDir) : null;
  const { db, pool } = openDatabase(embedded?.url ?? (config.databaseUrl as string), config.databaseConnections);
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    await migrate(pool, migrationsFolder);
    await migrateJobs(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const world: World = {
    config,
    log: createLog(config.logLevel),
    clock,
    db,
    pool,
    files: diskFileStore(join(config.dataDir, "files")),
    origin: config.origin ?? `http://localhost:${config.port}`,
  };
  return { world, close };
}
