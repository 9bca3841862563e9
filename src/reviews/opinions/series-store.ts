import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";

/** Files whose opinion waits for a supervisor, the nearest deadline first; those of which this person gave it are left out. */
export async function proposedIds(tx: Tx, person: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM application a
    WHERE a.state IN ('proposed-favourable', 'proposed-unfavourable')
      AND (SELECT o.given_by FROM opinion o WHERE o.application_id = a.id ORDER BY o.given_at DESC, o.id DESC LIMIT 1)
        IS DISTINCT FROM ${person}
    ORDER BY coalesce(a.implicit_refusal_on, 'infinity'::date), a.id LIMIT ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}
