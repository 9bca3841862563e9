import { type RawBuilder, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import type { NewsKind } from "./kinds.ts";

/** Who acts on files has read what was told of them until then. */
export async function readNewsOnAll(
  tx: Tx,
  applications: readonly string[],
  person: string,
  at: Temporal.Instant,
): Promise<void> {
  await unreadOn(tx, applications, at).where("person_id", "=", person).execute();
}

/** So has who looks at one: as a part of a statement that does more. */
export function newsReadOn(application: string, person: string, at: Temporal.Instant): RawBuilder<unknown> {
  return sql`UPDATE news SET read_at = ${at.toString()}::timestamptz
    WHERE application = ${application} AND person_id = ${person} AND read_at IS NULL`;
}

/** What waited for one of several, and that one of them did, waits for nobody. */
export function settleNews(
  tx: Tx,
  applications: readonly string[],
  kind: NewsKind,
  at: Temporal.Instant,
): Promise<void> {
  return asServiceWithin(tx, async () => {
    await unreadOn(tx, applications, at).where("kind", "=", kind).execute();
  });
}

function unreadOn(tx: Tx, applications: readonly string[], at: Temporal.Instant) {
  return tx
    .updateTable("news")
    .modifyEnd(plannedOnce)
    .set({ read_at: at })
    .where("application", "=", sql<string>`ANY (${[...applications]}::uuid[])`)
    .where("read_at", "is", null);
}
