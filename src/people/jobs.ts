import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";

export const FORGET_EXPIRED = "forget-expired";

/** Background work of this slice. */
export function peopleJobs(world: World): Jobs {
  return { [FORGET_EXPIRED]: () => forgetExpired(world) };
}

/**
 * Links that were never opened hold an address, sessions a device, a workplace whose account is gone a SIRET: none is
 * kept once it is over.
 */
async function forgetExpired(world: World): Promise<void> {
  await world.pool.query("DELETE FROM verification WHERE expires_at < now()");
  await world.pool.query("DELETE FROM session WHERE expires_at < now()");
  await world.pool.query(
    `DELETE FROM workplace w WHERE told_at < now() - interval '1 day'
       AND NOT EXISTS (SELECT 1 FROM sign_in_account a WHERE a.account_id = w.account_id)`,
  );
}
