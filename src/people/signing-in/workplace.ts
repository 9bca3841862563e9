import { type RawBuilder, sql } from "kysely";
import { isSiret } from "#policy/index.ts";
import type { World } from "#src/platform/world.ts";

/** ProConnect, as sign-in accounts name it. */
export const PROCONNECT = "proconnect";

/**
 * Keeps the SIRET that ProConnect tells of an account, by its subject there: what was told last counts. Something that is
 * no SIRET, or nothing, forgets it.
 */
export async function keepWorkplace(
  world: Pick<World, "db" | "clock">,
  accountId: string,
  siret: string | undefined,
): Promise<void> {
  if (siret === undefined || !isSiret(siret)) {
    await world.db.deleteFrom("workplace").where("account_id", "=", accountId).execute();
    return;
  }
  const columns = { siret, told_at: world.clock.now().toString() };
  await world.db
    .insertInto("workplace")
    .values({ account_id: accountId, ...columns })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet(columns))
    .execute();
}

/** In a statement, the SIRETs by which ProConnect says where a person works. */
export function workplacesOf(person: RawBuilder<unknown>): RawBuilder<readonly string[]> {
  return sql`ARRAY(SELECT w.siret FROM workplace w JOIN sign_in_account s ON s.account_id = w.account_id
    WHERE s.provider_id = ${PROCONNECT} AND s.person_id = ${person})`;
}
