import type pg from "pg";

/** Sends a statement to the database. */
type Send = (statement: string, values: readonly unknown[]) => Promise<unknown>;

/** What says in whose name a transaction reads: nearly all begin with it. */
const READER = "SELECT set_config('essaim.reader', $1, true)";

/**
 * Begins a transaction with its first statement, and in one trip where that is the one that names its reader: a trip
 * costs a page more than a read by key. What was begun and did nothing is never sent.
 */
export function beginLate(client: Pick<pg.PoolClient, "query" | "escapeLiteral">, send: Send): Send {
  let toBegin = false;
  return async (statement, values) => {
    if (statement === "begin") {
      toBegin = true;
      return nothing;
    }
    if (!toBegin) return send(statement, values);
    toBegin = false;
    if (statement === "commit" || statement === "rollback") return nothing;
    if (statement === READER) {
      const reader = client.escapeLiteral(String(values[0]));
      return client.query(`begin; ${READER.replace("$1", () => reader)}`);
    }
    await client.query("begin");
    return send(statement, values);
  };
}

const nothing = { command: "", rowCount: null, rows: [] };
