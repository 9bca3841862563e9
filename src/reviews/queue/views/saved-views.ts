import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

/** A filter of the queue kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  /** Who shares it; null where it is the reader's own. */
  readonly by: string | null;
}

/** The views that a person may open, their own first: theirs, and those that others share. */
export async function savedViews(tx: Tx, person: string): Promise<readonly SavedView[]> {
  const { rows } = await sql<SavedView>`
    SELECT v.id, v.name, v.query, v.shared,
      CASE WHEN v.person_id <> ${person} THEN coalesce(nullif(p.name, ''), p.email) END AS by
    FROM saved_view v JOIN person p ON p.id = v.person_id
    WHERE v.person_id = ${person} OR v.shared
    ORDER BY v.person_id <> ${person}, lower(v.name) LIMIT 100`.execute(tx);
  return rows;
}

/** Keeps a filter under a name; the same name again replaces it. Returns its id. */
export async function saveView(
  tx: Tx,
  person: string,
  view: Pick<SavedView, "name" | "query" | "shared">,
  at: Temporal.Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto("saved_view")
    .values({ person_id: person, ...view, created_at: at })
    .onConflict((clash) => clash.columns(["person_id", "name"]).doUpdateSet({ query: view.query, shared: view.shared }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function removeView(tx: Tx, person: string, id: string): Promise<void> {
  await tx.deleteFrom("saved_view").where("id", "=", id).where("person_id", "=", person).execute();
}

/** Shares one's own view with the other agents, or keeps it to oneself again. */
export async function shareView(tx: Tx, person: string, id: string, shared: boolean): Promise<void> {
  await tx.updateTable("saved_view").set({ shared }).where("id", "=", id).where("person_id", "=", person).execute();
}

/** The filter of a view, as an address says it; null where the reader may not open it. */
export async function viewQuery(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom("saved_view").select("query").where("id", "=", id).executeTakeFirst();
  return row?.query ?? null;
}
