import type pg from "pg";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Changes } from "./database/changes.ts";
import type { Database } from "./database/database.ts";
import type { FileStore } from "./files.ts";
import type { RememberedPages } from "./http/remembered-pages.ts";
import type { Log } from "./log.ts";
import type { LiveSettings } from "./settings/live.ts";

/** All that the service needs from outside itself, as one value handed down: tests hand another. */
export interface World {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly files: FileStore;
  /** What is set on screen, as it holds: the funder of `config` is read from it. */
  readonly settings: LiveSettings;
  /** Pages kept in memory while nothing that they show has changed. */
  readonly pages: RememberedPages;
  /** The same for whoever is not signed in, apart: they push nobody else's pages out. */
  readonly strangersPages: RememberedPages;
  /** What the database says at each commit: a screen that stays open follows it. */
  readonly changes: Pick<Changes, "subscribe">;
  /** Public origin, known once the port is: links in mails start with it. */
  readonly origin: string;
}
