import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { chainOf } from "./application.ts";

/** One fact of a file's journal, with who did it. */
export interface HistoryEntry {
  readonly act: string;
  readonly at: Temporal.Instant;
  /** Null for the service itself. */
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What happened to a file that the transaction's reader may read, last first. */
export async function historyOf(tx: Tx, applicationId: string): Promise<readonly HistoryEntry[]> {
  const rows = await tx
    .selectFrom("journal")
    .leftJoin("person", "person.id", "journal.actor")
    .select(["journal.act", "journal.at", "journal.actor", "journal.details", "person.name"])
    .where("journal.chain", "=", chainOf(applicationId))
    .orderBy("journal.position", "desc")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    act: row.act,
    at: row.at,
    actor: row.actor,
    actorName: row.name,
    details: typeof row.details === "object" && row.details !== null ? (row.details as Record<string, unknown>) : {},
  }));
}
