import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Registration } from "./registration.ts";
import { registrationOf, registrations } from "./store.ts";

/** Those who wait, first come first, this many. */
export async function firstWaiting(tx: Tx, quotaId: string, many: number): Promise<readonly Registration[]> {
  const rows = await registrations(tx)
    .where("quota_id", "=", quotaId)
    .where("state", "=", "waiting")
    .where("rank", "is not", null)
    .orderBy("rank")
    .limit(many)
    .execute();
  return rows.map(registrationOf);
}

export async function offer(tx: Tx, id: string, until: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("registration")
    .set({ state: "offered", offered_until: until.toString() })
    .where("id", "=", id)
    .execute();
}

/** How many wait before this one, itself counted: « 5e rang ». */
export async function placeInQueue(tx: Tx, registration: Registration): Promise<number> {
  const { count } = await tx
    .selectFrom("registration")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("quota_id", "=", registration.quotaId)
    .where("state", "=", "waiting")
    .where("rank", "<=", registration.rank ?? 0)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Offers whose time is over, the oldest first. */
export async function lapsedOffers(tx: Tx, now: Temporal.Instant): Promise<readonly Registration[]> {
  const rows = await registrations(tx)
    .where("state", "=", "offered")
    .where(sql<SqlBool>`offered_until <= ${now.toString()}::timestamptz`)
    .orderBy("offered_until")
    .execute();
  return rows.map(registrationOf);
}
