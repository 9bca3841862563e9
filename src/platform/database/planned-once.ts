import { createHash } from "node:crypto";
import { type PostgresPool, type PostgresPoolClient, sql } from "kysely";
import type pg from "pg";
import { beginLate } from "./begin-late.ts";

const MARK = "/* planned once */";

/**
 * Stands in a statement whose plan is worth keeping: at the head of `sql` text, or by `modifyFront` of a query. Row
 * level security makes planning the dearest part of a read by identifier (16 ms for all that hangs on a file, 2 ms to run
 * it). Only for statements of one text, that name their columns (a kept plan refuses a change of its result's shape
 * while migrations run beside the service), and whose best plan does not depend on the values: reads by key, not searches.
 */
export const plannedOnce = sql.raw(MARK);

/** The pool for Kysely, where marked statements are prepared under a name: PostgreSQL keeps their plan a connection. */
export function keepingPlans(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      let keeping = clients.get(client);
      if (keeping === undefined) {
        keeping = keepingClient(client);
        clients.set(client, keeping);
      }
      return keeping;
    },
    end: () => pool.end(),
  };
}

function keepingClient(client: pg.PoolClient): PostgresPoolClient {
  const send = (text: string, values: readonly unknown[]): Promise<unknown> =>
    text.includes(MARK)
      ? client.query({ name: nameOf(text), text, values: [...values] })
      : client.query(text, [...values]);
  const sent = beginLate(client, send);
  // Cursors, the other thing that Kysely may ask of a client, are not used here.
  const query = (text: unknown, values: readonly unknown[] = []): unknown => sent(text as string, values);
  return { query: query as PostgresPoolClient["query"], release: (destroy) => client.release(destroy) };
}

const names = new Map<string, string>();

/** PostgreSQL cuts names at 63 bytes: a digest of the text, computed once. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  return name;
}
