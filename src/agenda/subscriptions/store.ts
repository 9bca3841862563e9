import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

export const TOPICS = { events: "Les événements", sessions: "Les formations", calls: "Les appels à projets" } as const;
export type Topic = keyof typeof TOPICS;

export interface Subscription {
  readonly id: string;
  readonly email: string;
  readonly topics: readonly Topic[];
  /** Code of the department that it is narrowed to; null for everywhere. */
  readonly department: string | null;
  /** A saved search, as the address of the catalogue says it; "" for everything. */
  readonly query: string;
  readonly isConfirmed: boolean;
}

const COLUMNS = ["id", "email", "topics", "department", "query", "confirmed_at"] as const;

/** Keeps what an address asks to hear of, until it answers its mail; asked again, it is changed. Gives its id. */
export async function askSubscription(
  tx: Tx,
  at: Temporal.Instant,
  asked: Omit<Subscription, "id" | "isConfirmed">,
): Promise<string> {
  const columns = { topics: [...asked.topics], department: asked.department };
  const row = await tx
    .insertInto("subscription")
    .values({ email: asked.email, query: asked.query, ...columns, created_at: at.toString() })
    // What was confirmed is not changed by whoever types the address: its own page does it.
    .onConflict((conflict) =>
      conflict.columns(["email", "query"]).doUpdateSet((eb) => ({
        topics: eb
          .case()
          .when("subscription.confirmed_at", "is", null)
          .then(eb.ref("excluded.topics"))
          .else(eb.ref("subscription.topics"))
          .end(),
      })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findSubscription(tx: Tx, id: string): Promise<Subscription | null> {
  const row = await tx.selectFrom("subscription").select(COLUMNS).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : subscriptionOf(row);
}

export async function confirmSubscription(tx: Tx, at: Temporal.Instant, id: string): Promise<void> {
  await tx
    .updateTable("subscription")
    .set({ confirmed_at: at.toString() })
    .where("id", "=", id)
    .where("confirmed_at", "is", null)
    .execute();
}

/** Its owner changes, by their own link, what they hear of. */
export async function changeSubscription(
  tx: Tx,
  id: string,
  asked: Pick<Subscription, "topics" | "department">,
): Promise<void> {
  await tx
    .updateTable("subscription")
    .set({ topics: [...asked.topics], department: asked.department })
    .where("id", "=", id)
    .execute();
}

export async function endSubscription(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("subscription").where("id", "=", id).execute();
}

/** Those who asked to hear of a topic there. */
export async function subscribersOf(
  tx: Tx,
  topic: Topic,
  place: { readonly department: string | null; readonly isRemote: boolean },
): Promise<readonly Subscription[]> {
  const rows = await tx
    .selectFrom("subscription")
    .select(COLUMNS)
    .where("confirmed_at", "is not", null)
    .where(sql<SqlBool>`${topic} = ANY (topics)`)
    .where(sql<SqlBool>`(department IS NULL OR ${place.isRemote} OR department = ${place.department})`)
    .orderBy("id")
    .execute();
  return rows.map(subscriptionOf);
}

function subscriptionOf(row: {
  readonly id: string;
  readonly email: string;
  readonly topics: readonly string[];
  readonly department: string | null;
  readonly query: string;
  readonly confirmed_at: unknown;
}): Subscription {
  return { ...row, topics: row.topics as readonly Topic[], isConfirmed: row.confirmed_at !== null };
}
