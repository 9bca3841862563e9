import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { workshopKinds } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Nature, Occasion } from "../occasions/occasion.ts";
import { occasionOf, occasions } from "../occasions/store.ts";
import { type AgendaFilter, REMOTE } from "./agenda.ts";

/** An occasion in the agenda with what is left of its places. */
export interface Listed extends Occasion {
  /** Places that nobody holds, all publics together; null where there is no limit. */
  readonly free: number | null;
  readonly waiting: number;
}

const PUBLIC = ["published", "postponed", "cancelled"] as const;

/** What is announced between two instants, by the hour when it begins; what was moved away is shown on its first day too. */
export async function listAgenda(
  tx: Tx,
  filter: AgendaFilter,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly Listed[]> {
  const [begin, end] = [from.toString(), until.toString()];
  const rows = await narrowed(tx, filter)
    .where(
      sql<SqlBool>`(ends_at > ${begin}::timestamptz AND starts_at < ${end}::timestamptz)
        OR (moved_from >= ${begin}::timestamptz AND moved_from < ${end}::timestamptz)`,
    )
    .orderBy("starts_at")
    .orderBy("id")
    .limit(500)
    .execute();
  return withPlaces(tx, rows.map(occasionOf));
}

/** How many of them begin or go on in each department, whichever one the search narrows to. */
export async function countByDepartment(
  tx: Tx,
  filter: AgendaFilter,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await narrowed(tx, { ...filter, where: null })
    .clearSelect()
    .select(["department", (eb) => eb.fn.countAll<number>().as("count")])
    .where("ends_at", ">", from)
    .where("starts_at", "<", until)
    .where("department", "is not", null)
    .groupBy("department")
    .execute();
  return new Map(rows.map(({ department, count }) => [department ?? "", Number(count)]));
}

/** What is announced from now on, this many. */
export async function listComing(
  tx: Tx,
  filter: AgendaFilter,
  now: Temporal.Instant,
  limit: number,
): Promise<readonly Occasion[]> {
  const rows = await narrowed(tx, filter)
    .where(sql<SqlBool>`ends_at > ${now.toString()}::timestamptz`)
    .orderBy("starts_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(occasionOf);
}

/** How many begin in each of the months after a moment: « Janvier 2027, 14 rendez-vous ». */
export async function nextMonth(
  tx: Tx,
  filter: AgendaFilter,
  after: Temporal.Instant,
): Promise<{ readonly month: string; readonly count: number } | null> {
  const row = await narrowed(tx, filter)
    .clearSelect()
    .select([
      sql<string>`to_char(starts_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM')`.as("month"),
      (eb) => eb.fn.countAll<number>().as("count"),
    ])
    .where(sql<SqlBool>`starts_at >= ${after.toString()}::timestamptz`)
    .groupBy("month")
    .orderBy("month")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { month: row.month, count: Number(row.count) };
}

/** A page of the API: after a cursor, in a stable order. */
export async function listPage(
  tx: Tx,
  nature: Nature,
  filter: AgendaFilter,
  page: {
    readonly from: Temporal.Instant | null;
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly Listed[]> {
  let query = narrowed(tx, filter).where("nature", "=", nature);
  if (page.from !== null) query = query.where(sql<SqlBool>`ends_at > ${page.from.toString()}::timestamptz`);
  if (page.after !== null) {
    query = query.where(sql<SqlBool>`(starts_at, id) > (${page.after.at}::timestamptz, ${page.after.id}::uuid)`);
  }
  const rows = await query.orderBy("starts_at").orderBy("id").limit(page.limit).execute();
  return withPlaces(tx, rows.map(occasionOf));
}

function narrowed(tx: Tx, filter: AgendaFilter) {
  let query = occasions(tx).where("state", "in", PUBLIC);
  if (filter.family === "session") query = query.where("nature", "=", "session");
  if (filter.family === "event") query = query.where("nature", "=", "event").where("kind", "not in", workshopKinds);
  if (filter.family === "workshop") query = query.where("nature", "=", "event").where("kind", "in", workshopKinds);
  if (filter.where === REMOTE) query = query.where("is_remote", "=", true);
  else if (filter.where !== null) query = query.where("department", "=", filter.where);
  if (filter.audience !== null) {
    query = query.where(sql<SqlBool>`(audience = '{}' OR ${filter.audience} = ANY (audience))`);
  }
  return query;
}

async function withPlaces(tx: Tx, found: readonly Occasion[]): Promise<readonly Listed[]> {
  if (found.length === 0) return [];
  const ids = found.map((one) => one.id);
  const { rows } = await sql<{ id: string; free: number | null; waiting: number }>`
    SELECT q.occasion_id AS id,
      CASE WHEN bool_or(q.places IS NULL) THEN NULL ELSE sum(greatest(q.places - c.held, 0))::integer END AS free,
      sum(c.waiting)::integer AS waiting
    FROM quota q CROSS JOIN LATERAL counts_of(q.id) c WHERE q.occasion_id = ANY (${ids}) GROUP BY 1`.execute(tx);
  const places = new Map(rows.map((row) => [row.id, row]));
  return found.map((one) => ({
    ...one,
    free: places.get(one.id)?.free ?? null,
    waiting: places.get(one.id)?.waiting ?? 0,
  }));
}
