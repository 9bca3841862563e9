import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

const NEWS_DAYS = 183;
const LEAVE_DAYS = 365;

/** Forgets old news and old leaves, as the privacy page says. */
export function forgetNews(world: World): Promise<void> {
  const now = world.clock.now();
  const before = (days: number) => now.subtract({ hours: 24 * days });
  return inTransaction(world.db, "system", async (tx) => {
    await tx.deleteFrom("news").where("at", "<", before(NEWS_DAYS)).execute();
    await tx.deleteFrom("leave").where("until_day", "<", before(LEAVE_DAYS).toString().slice(0, 10)).execute();
  });
}
