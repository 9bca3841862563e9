import { isSiret, sirenOf } from "#policy/index.ts";
import type { Database, Tx } from "#src/platform/database/database.ts";
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

/** The SIRET by which ProConnect says that a person works for an organisation, by its SIREN; null where it does not. */
export async function workplaceIn(db: Database | Tx, personId: string, siren: string): Promise<string | null> {
  const rows = await db
    .selectFrom("workplace")
    .innerJoin("sign_in_account", "sign_in_account.account_id", "workplace.account_id")
    .select("workplace.siret")
    .where("sign_in_account.provider_id", "=", PROCONNECT)
    .where("sign_in_account.person_id", "=", personId)
    .execute();
  return rows.find(({ siret }) => sirenOf(siret) === siren)?.siret ?? null;
}
