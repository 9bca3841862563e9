import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { Volume } from "./plan.ts";

/** Volumes of each year: those that were typed, and those that the service counts, the latest first. */
export async function listVolumes(tx: Tx): Promise<readonly Volume[]> {
  const typed = await tx.selectFrom("training_volume").selectAll().execute();
  const { rows } = await sql<Omit<Volume, "source">>`
    SELECT c.year, count(*)::integer AS sessions,
      coalesce(sum(places.places), 0)::integer AS places,
      coalesce(sum(c.hours), 0)::integer AS hours,
      persons_trained(c.year) AS persons
    FROM course c
    JOIN training_session s ON s.course_id = c.id
    JOIN occasion o ON o.id = s.occasion_id AND o.state = 'published'
    LEFT JOIN LATERAL (SELECT sum(q.places) AS places FROM quota q WHERE q.occasion_id = o.id) places ON true
    GROUP BY c.year`.execute(tx);
  const counted = rows.map((row) => ({ ...row, source: null }));
  const years = new Set(counted.map((one) => one.year));
  return [...counted, ...typed.filter((one) => !years.has(one.year))].sort((a, b) => b.year - a.year);
}

export async function saveVolume(tx: Tx, volume: Volume): Promise<void> {
  const { year, sessions, places, hours, persons } = volume;
  const columns = { sessions, places, hours, persons, source: volume.source ?? "" };
  await tx
    .insertInto("training_volume")
    .values({ year, ...columns })
    .onConflict((conflict) => conflict.column("year").doUpdateSet(columns))
    .execute();
}
