import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { Occasion, Slot } from "./occasion.ts";

export async function listSlots(tx: Tx, occasionId: string): Promise<readonly Slot[]> {
  const rows = await tx
    .selectFrom("slot")
    .select(["starts_at as startsAt", "ends_at as endsAt"])
    .where("occasion_id", "=", occasionId)
    .orderBy("starts_at")
    .execute();
  return rows;
}

/** The days of occasions, by the id of each: from the first hour of its sittings to the last. */
export async function listDays(
  tx: Tx,
  of: readonly Pick<Occasion, "id">[],
): Promise<ReadonlyMap<string, readonly Slot[]>> {
  const { rows } = await sql<Slot & { readonly id: string }>`
    SELECT occasion_id AS id, min(starts_at) AS "startsAt", max(ends_at) AS "endsAt"
    FROM slot WHERE occasion_id = ANY (${of.map(({ id }) => id)})
    GROUP BY occasion_id, (starts_at AT TIME ZONE 'Europe/Paris')::date ORDER BY min(starts_at)`.execute(tx);
  return Map.groupBy(rows, ({ id }) => id);
}

export function bounds(slots: readonly Slot[]): { readonly starts_at: string; readonly ends_at: string } {
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) throw new Error("an occasion without an hour");
  return { starts_at: first.startsAt.toString(), ends_at: last.endsAt.toString() };
}

export async function insertSlots(tx: Tx, id: string, slots: readonly Slot[]): Promise<void> {
  await tx
    .insertInto("slot")
    .values(
      slots.map(({ startsAt, endsAt }) => ({
        occasion_id: id,
        starts_at: startsAt.toString(),
        ends_at: endsAt.toString(),
      })),
    )
    .execute();
}
