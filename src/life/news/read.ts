import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import type { NewsKind } from "./kinds.ts";

/** Who looks at a file, or acts on it, has read what was told of it until then. */
export function readNewsOn(tx: Tx, application: string, person: string, at: Temporal.Instant): Promise<void> {
  return readNewsOnAll(tx, [application], person, at);
}

/** The same for several files. */
export async function readNewsOnAll(
  tx: Tx,
  applications: readonly string[],
  person: string,
  at: Temporal.Instant,
): Promise<void> {
  await unreadOn(tx, applications, at).where("person_id", "=", person).execute();
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
