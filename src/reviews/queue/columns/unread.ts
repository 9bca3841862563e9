import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";

/** How many messages of the applicant nobody has read, by the file's id; a file without any is not there. */
export async function unreadIn(tx: Tx, files: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (files.length === 0) return new Map();
  const { rows } = await sql<{ id: string; unread: number }>`
    SELECT application_id AS id, count(*)::int AS unread FROM message
    WHERE application_id = ANY (${[...files]}::uuid[]) AND side = 'applicant' AND read_at IS NULL
    GROUP BY application_id`.execute(tx);
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}
