import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { occasionOf, occasions } from "../occasions/store.ts";

/** An occasion for who runs it, with how many come. */
export interface RunOccasion extends Occasion {
  readonly registered: number;
  readonly waiting: number;
}

/** What the reader runs: row level security shows announced ones of others too, so the part is asked. */
export async function listRun(
  tx: Tx,
  now: Temporal.Instant,
): Promise<{ readonly coming: readonly RunOccasion[]; readonly past: readonly RunOccasion[] }> {
  const rows = await occasions(tx)
    .where(
      sql<SqlBool>`(occasion_part(id, nature) IN ('host', 'trainer', 'keeper', 'speaker') OR (state = 'proposed' AND proposed_by = reader_person()))`,
    )
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  const { rows: counts } = await sql<{ id: string; registered: number; waiting: number }>`
    SELECT q.occasion_id AS id, sum(c.held)::integer AS registered, sum(c.waiting)::integer AS waiting
    FROM quota q CROSS JOIN LATERAL counts_of(q.id) c WHERE q.occasion_id = ANY (${rows.map((row) => row.id)}) GROUP BY 1`.execute(
    tx,
  );
  const byId = new Map(counts.map((one) => [one.id, one]));
  const all = rows.map((row) => ({
    ...occasionOf(row),
    registered: byId.get(row.id)?.registered ?? 0,
    waiting: byId.get(row.id)?.waiting ?? 0,
  }));
  const isPast = (one: RunOccasion) => one.endsAt.epochMilliseconds <= now.epochMilliseconds;
  return { coming: all.filter((one) => !isPast(one)), past: all.filter(isPast).toReversed() };
}
