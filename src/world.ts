import { join } from "node:path";
import { type Clock, systemClock } from "#src/platform/clock.ts";
import { type Config, ConfigError } from "#src/platform/config.ts";
import { type Changes, listenToChanges } from "#src/platform/database/changes.ts";
import { escapesRowSecurity, openDatabase } from "#src/platform/database/database.ts";
import { type EmbeddedDatabase, joinEmbedded, startEmbedded } from "#src/platform/database/embedded.ts";
import { migrate } from "#src/platform/database/migrate.ts";
import { diskFileStore } from "#src/platform/files.ts";
import { MEMBERS_CAPACITY, rememberPages, STRANGERS_CAPACITY } from "#src/platform/http/remembered-pages.ts";
import { migrateJobs } from "#src/platform/jobs.ts";
import { createLog, type Log } from "#src/platform/log.ts";
import { hearingSettings, type LiveSettings, openSettings } from "#src/platform/settings/live.ts";
import { withLiveFunder } from "#src/platform/settings/live-funder.ts";
import type { World } from "#src/platform/world.ts";
import { migrationsFolder } from "./places.ts";

/** A world that is open: close it to stop what it started. */
export interface OpenWorld {
  readonly world: World;
  close(): Promise<void>;
}

export interface Opening {
  /** For a command beside the service: uses the embedded server that the service runs, where it does. */
  readonly beside?: boolean;
  /** Forgets what the embedded database holds. */
  readonly afresh?: boolean;
  /** The tables are known to be up to date: a copy of a database that was just brought there. */
  readonly migrated?: boolean;
}

/** Opens the database (ours, or the one of DATABASE_URL), brings its tables up to date, and the file store. */
export async function openWorld(config: Config, clock: Clock = systemClock, opening: Opening = {}): Promise<OpenWorld> {
  const log = createLog(config.logLevel);
  const embedded = config.databaseUrl === null ? await openEmbedded(config.dataDir, opening, log) : null;
  const url = embedded?.url ?? (config.databaseUrl as string);
  const { db, pool } = openDatabase(url, config.databaseConnections);
  let changes: Changes | null = null;
  let settings: LiveSettings;
  const close = async () => {
    await changes?.close();
    await db.destroy();
    await embedded?.stop();
  };
  try {
    if (opening.migrated !== true) {
      await migrate(pool, migrationsFolder);
      await migrateJobs(pool);
    }
    if (config.production && (await escapesRowSecurity(db))) {
      throw new ConfigError(
        "DATABASE_URL : ce rôle échappe à la sécurité par ligne. Donnez un rôle sans SUPERUSER ni BYPASSRLS.",
      );
    }
    changes = await listenToChanges(url, log);
    settings = await openSettings(db, changes, log);
  } catch (error) {
    await close();
    throw error;
  }
  const heard = hearingSettings(changes, settings);
  const world: World = {
    config: withLiveFunder(config, settings, clock),
    settings,
    log,
    pages: rememberPages(heard, MEMBERS_CAPACITY),
    strangersPages: rememberPages(heard, STRANGERS_CAPACITY),
    changes,
    clock,
    db,
    pool,
    files: diskFileStore(join(config.dataDir, "files")),
    origin: config.origin ?? `http://localhost:${config.port}`,
  };
  return { world, close };
}

async function openEmbedded(folder: string, opening: Opening, log: Log): Promise<EmbeddedDatabase> {
  const running = opening.beside === true ? joinEmbedded(folder) : null;
  const tell = (lastWords: string) =>
    log.error({ lastWords }, "the embedded database stopped by itself: launched again");
  return running ?? startEmbedded(folder, { afresh: opening.afresh === true, tell });
}
