import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";

export const FORGET_EXPIRED = "forget-expired";

/** Background work of this slice. */
export function peopleJobs(world: World): Jobs {
  return { [FORGET_EXPIRED]: () => forgetExpired(world) };
}

/** Links that were never opened hold an address, sessions a device: neither is kept once it is over. */
async function forgetExpired(world: World): Promise<void> {
  await world.pool.query("DELETE FROM verification WHERE expires_at < now()");
  await world.pool.query("DELETE FROM session WHERE expires_at < now()");
}
