import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import type { NewsKind } from "./kinds.ts";

/** Who looks at a file, or acts on it, has read what was told of it until then. */
export async function readNewsOn(tx: Tx, application: string, person: string, at: Temporal.Instant): Promise<void> {
  await unreadOn(tx, application, at).where("person_id", "=", person).execute();
}

/** What waited for one of several, and that one of them did, waits for nobody. */
export function settleNews(tx: Tx, application: string, kind: NewsKind, at: Temporal.Instant): Promise<void> {
  return asServiceWithin(tx, async () => {
    await unreadOn(tx, application, at).where("kind", "=", kind).execute();
  });
}

function unreadOn(tx: Tx, application: string, at: Temporal.Instant) {
  return tx
    .updateTable("news")
    .modifyEnd(plannedOnce)
    .set({ read_at: at })
    .where("application", "=", application)
    .where("read_at", "is", null);
}
