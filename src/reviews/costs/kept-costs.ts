import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import { loadReviewed } from "../file/file-store.ts";
import { instructionOf } from "../instruction/instruction-of.ts";

/** Eligible costs of files where they are no longer what was asked, in cents, by the file's id. */
export type KeptCosts = ReadonlyMap<string, number>;

/** What the vote rests on, or what the officer accepts and a selection retained so far; a file that none touched is left out. */
export async function keptCosts(tx: Tx, files: readonly { readonly id: string }[], me: string): Promise<KeptCosts> {
  const kept = new Map<string, number>();
  const ids = files.map((file) => file.id);
  if (ids.length === 0) return kept;
  const { rows } = await sql<{ id: string; voted: number | null }>`
    SELECT a.id, w.eligible_costs AS voted FROM unnest(${ids}::uuid[]) AS a (id) LEFT JOIN award w ON w.application_id = a.id
    WHERE w.application_id IS NOT NULL OR EXISTS (SELECT 1 FROM application r WHERE r.id = a.id AND r.retained_costs IS NOT NULL)
      OR EXISTS (SELECT 1 FROM accepted_cost c WHERE c.application_id = a.id)`.execute(tx);
  for (const { id, voted } of rows) {
    const costs = voted ?? (await acceptedCosts(tx, id, me));
    if (costs !== null) kept.set(id, costs);
  }
  return kept;
}

/** The rules on what is accepted: the same amount as the file's page shows. */
async function acceptedCosts(tx: Tx, id: string, me: string): Promise<number | null> {
  const file = await loadReviewed(tx, id, me);
  return file === null ? null : instructionOf(file).accepted.funding.eligibleCosts;
}
