import type { Tx } from "#src/platform/database/database.ts";
import type { NewQuota } from "./occasion.ts";

/**
 * Writes the publics of an occasion anew, in their order. A public that somebody registered for is never removed: it
 * keeps its name and has no more places. Gives the ids of those that may have more places than before.
 */
export async function saveQuotas(tx: Tx, occasionId: string, quotas: readonly NewQuota[]): Promise<readonly string[]> {
  const before = await tx
    .selectFrom("quota")
    .selectAll()
    .where("occasion_id", "=", occasionId)
    .orderBy("position")
    .forUpdate()
    .execute();
  const grown: string[] = [];
  for (const [position, quota] of quotas.entries()) {
    const old = before[position];
    if (old === undefined) {
      await tx
        .insertInto("quota")
        .values({ occasion_id: occasionId, position, ...quota })
        .execute();
      continue;
    }
    await tx.updateTable("quota").set(quota).where("id", "=", old.id).execute();
    if (quota.places === null || (old.places !== null && quota.places > old.places)) grown.push(old.id);
  }
  for (const old of before.slice(quotas.length)) {
    const used = await tx
      .selectFrom("registration")
      .select("id")
      .where("quota_id", "=", old.id)
      .limit(1)
      .executeTakeFirst();
    if (used === undefined) await tx.deleteFrom("quota").where("id", "=", old.id).execute();
    else await tx.updateTable("quota").set({ places: 0 }).where("id", "=", old.id).execute();
  }
  return grown;
}
