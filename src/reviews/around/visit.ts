import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { newsReadOn } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";

/** Minutes without looking after which coming back is another visit. */
const APART = 30;

/**
 * Since when what happened to a file is new to an agent: the end of their visit before this one. Notes that they look now,
 * which reads what they were told of it; null on a first visit, where nothing is newer than the rest. Who only reads
 * (auditors) leaves no trace here.
 */
export async function visit(
  tx: Tx,
  file: string,
  person: string,
  at: Temporal.Instant,
): Promise<{ readonly since: string | null }> {
  const { rows } = await sql<{ since: string | null }>`${plannedOnce}
    WITH told AS (${newsReadOn(file, person, at)})
    INSERT INTO file_visit AS v (application_id, person_id, since, seen_at)
    VALUES (${file}, ${person}, ${at.toString()}::timestamptz, ${at.toString()}::timestamptz)
    ON CONFLICT (application_id, person_id) DO UPDATE SET
      since = CASE WHEN excluded.seen_at - v.seen_at > make_interval(mins => ${APART}) THEN v.seen_at ELSE v.since END,
      seen_at = excluded.seen_at
    RETURNING CASE WHEN v.since < ${at.toString()}::timestamptz
      THEN to_char(v.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END AS since`.execute(tx);
  return { since: rows[0]?.since ?? null };
}

/** All that happened so far is seen: nothing stands out any more. */
export async function markSeen(tx: Tx, file: string, person: string, at: Temporal.Instant): Promise<void> {
  await sql`UPDATE file_visit SET since = ${at.toString()}::timestamptz, seen_at = ${at.toString()}::timestamptz
    WHERE application_id = ${file} AND person_id = ${person}`.execute(tx);
}
