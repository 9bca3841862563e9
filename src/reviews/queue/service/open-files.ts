import { sql } from "kysely";
import { groupOf, readState, STATES, type State } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { QueueReader } from "../filters/facet.ts";
import { AGES, ownFacets } from "../filters/own-facets.ts";

/** States in which somebody still has something to do. */
export const OPEN_STATES = STATES.filter((state) => state !== "draft" && groupOf(state) !== "closed");

/** Open files that have these in common. */
export interface OpenApplications {
  readonly state: State;
  readonly age: (typeof AGES)[number]["value"];
  readonly isLate: boolean;
  readonly assignedTo: string | null;
  readonly assignee: string | null;
  readonly files: number;
}

function conditionOf(facet: string, value: string, reader: QueueReader) {
  const found = ownFacets.find(({ name }) => name === facet);
  if (found === undefined) throw new Error(`no facet ${facet}`);
  return found.condition([value], reader);
}

/** Every open file once: by state, age, lateness and agent, as the filters of the queue say them. */
export async function openApplications(tx: Tx, reader: QueueReader): Promise<readonly OpenApplications[]> {
  const ages = AGES.map(({ value }) => sql`WHEN ${conditionOf("age", value, reader)} THEN ${value}`);
  const { rows } = await sql<Omit<OpenApplications, "state"> & { readonly state: string }>`
    SELECT f.state, f.age, f.late AS "isLate", f.assigned_to AS "assignedTo",
      coalesce(nullif(p.name, ''), p.email) AS assignee, f.files
    FROM (
      SELECT a.state, CASE ${sql.join(ages, sql` `)} END AS age,
        coalesce(${conditionOf("delai", "retard", reader)}, false) AS late, a.assigned_to, count(*)::int AS files
      FROM application a WHERE a.state IN (${sql.join(OPEN_STATES)}) AND a.submitted_at IS NOT NULL
      GROUP BY 1, 2, 3, 4
    ) f LEFT JOIN person p ON p.id = f.assigned_to`.execute(tx);
  return rows.map((row) => ({ ...row, state: readState(row.state) }));
}
