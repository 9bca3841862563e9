import type pg from "pg";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import type { FileStore } from "./files.ts";
import type { Log } from "./log.ts";

/** All that the service needs from outside itself, as one value handed down: tests hand another. */
export interface World {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly files: FileStore;
  /** Public origin, known once the port is: links in mails start with it. */
  readonly origin: string;
}
