import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { VoteCondition } from "../candidate.ts";
import { iso } from "../store.ts";

/** The conditions of a file, as this reader may see them. */
export async function listConditions(tx: Tx, applicationId: string): Promise<readonly VoteCondition[]> {
  const { rows } = await sql<VoteCondition>`
    SELECT id, words, ${iso(sql`set_at`)} AS "setAt", answer, ${iso(sql`answered_at`)} AS "answeredAt", ${iso(sql`lifted_at`)} AS "liftedAt"
    FROM selection_condition WHERE application_id = ${applicationId} ORDER BY set_at, id`.execute(tx);
  return rows;
}
