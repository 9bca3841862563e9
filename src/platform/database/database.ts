import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { keepingPlans } from "./planned-once.ts";
import type { DB } from "./schema.ts";

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;

/**
 * In whose name rows are read and written. Row level security shows each reader its own rows:
 * a person sees what their memberships and roles allow, `public` sees nothing of any file, `system` is for jobs. A person
 * who reads `through` a tie sees what it opens alone, while the database finds that it holds.
 */
export type Reader = { readonly person: string } | Through | "public" | "system";

/** A person's place in something of another organisation; `writing` asks for the right to change it. */
export interface Through {
  readonly person: string;
  readonly through: string;
  readonly writing: boolean;
}

/** Opens the pool. Amounts come as integers (cents), days as ISO text, instants as Temporal.Instant. */
export function openDatabase(url: string, connections: number): { db: Database; pool: pg.Pool } {
  const pool = openPool({ connectionString: url, min: KEPT, max: connections, types: { getTypeParser } });
  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) }), pool };
}

/**
 * Connections that stay open while nobody asks anything: each plans its first statements anew, which the first person
 * after a quiet moment would wait for.
 */
const KEPT = 2;

/** A database that does not answer is told to people after this, rather than waited for without end. */
const LONGEST_WAIT_MS = 20_000;

function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: LONGEST_WAIT_MS, ...options, application_name: "essaim" });
  // An idle connection that the server closes is not an accident: the pool opens another at the next need.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/**
 * The same database, by connections whose commits do not wait for the disk: for what is made again when it is cut
 * short. All of it is on the disk once `close` has answered.
 */
export function openHasty(pool: pg.Pool, connections: number): { db: Database; pool: pg.Pool; close(): Promise<void> } {
  const { connectionString, types } = pool.options;
  const options = "-c synchronous_commit=off";
  const hasty = openPool({ connectionString, max: connections, types, options });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: keepingPlans(hasty) }) });
  return {
    db,
    pool: hasty,
    async close() {
      await db.destroy();
      // The log is written in order: a commit that waits has all the earlier ones written.
      await pool.query("SELECT pg_logical_emit_message(true, 'essaim', 'flush')");
    },
  };
}

/** The same database for a library that reads it by itself: rows come as the driver gives them, instants as Date. */
export function openPlain(pool: pg.Pool, connections: number): pg.Pool {
  return openPool({ connectionString: pool.options.connectionString, max: connections });
}

const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: (text) => Temporal.Instant.from(text),
  [pg.types.builtins.NUMERIC]: Number,
};

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  return (
    (format === "text" || format === undefined ? parsers[oid] : undefined) ??
    pg.types.getTypeParser(oid, format as "text")
  );
}

/** Runs one transaction in the name of a reader: all of it is kept, or nothing. */
export function inTransaction<T>(db: Database, reader: Reader, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    if (typeof reader === "object" && "through" in reader) {
      const { through, person, writing } = reader;
      await sql`SELECT read_through(${through}::uuid, ${person}, ${writing})`.execute(tx);
    } else {
      // In these very words: `beginLate` sends it with what begins the transaction.
      await sql`SELECT set_config('essaim.reader', ${readerSetting(reader)}, true)`.execute(tx);
    }
    return work(tx);
  });
}

function readerSetting(reader: Exclude<Reader, Through>): string {
  return typeof reader === "string" ? reader : `person:${reader.person}`;
}

/** A JSON value on its way into a jsonb column. */
export function json<T>(value: T) {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

/** Whether the service's role escapes row level security (a superuser, or BYPASSRLS): the second lock would be open. */
export async function escapesRowSecurity(db: Database): Promise<boolean> {
  const { rows } = await sql<{ escapes: boolean }>`
    SELECT rolsuper OR rolbypassrls AS escapes FROM pg_roles WHERE rolname = current_user`.execute(db);
  return rows[0]?.escapes ?? true;
}
