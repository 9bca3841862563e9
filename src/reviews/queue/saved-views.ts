import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

/** A filter of the queue kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

export async function savedViews(tx: Tx, person: string): Promise<readonly SavedView[]> {
  return tx
    .selectFrom("saved_view")
    .select(["id", "name", "query"])
    .where("person_id", "=", person)
    .orderBy("name")
    .execute();
}

/** Keeps a filter under a name; the same name again replaces it. */
export async function saveView(
  tx: Tx,
  person: string,
  view: Omit<SavedView, "id">,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("saved_view")
    .values({ person_id: person, name: view.name, query: view.query, created_at: at })
    .onConflict((clash) => clash.columns(["person_id", "name"]).doUpdateSet({ query: view.query }))
    .execute();
}

export async function removeView(tx: Tx, person: string, id: string): Promise<void> {
  await tx.deleteFrom("saved_view").where("id", "=", id).where("person_id", "=", person).execute();
}
