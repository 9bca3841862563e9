import { type SqlBool, sql } from "kysely";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { findOccasion } from "../occasions/store.ts";
import { mailReminder } from "./mails.ts";
import { registrationOf, registrations } from "./store.ts";

/** How long before it begins people are reminded; whoever registered since then just read of it. */
const HOURS_BEFORE = 48;
/** In one transaction each: a stop in between reminds nobody twice. */
const BATCH = 100;

/** Reminds, once, those who come soon. Gives how many. */
export async function remindSoon(world: World): Promise<number> {
  const now = world.clock.now();
  const horizon = now.add({ hours: HOURS_BEFORE }).toString();
  const reminded = await inTransaction(world.db, "system", async (tx) => {
    const rows = await registrations(tx)
      .where("state", "=", "registered")
      .where("reminded_at", "is", null)
      .where(
        sql<SqlBool>`EXISTS (SELECT 1 FROM occasion o WHERE o.id = occasion_id AND o.state = 'published'
          AND o.starts_at > ${now.toString()}::timestamptz AND o.starts_at <= ${horizon}::timestamptz
          AND registration.confirmed_at < o.starts_at - make_interval(hours => ${HOURS_BEFORE}))`,
      )
      .orderBy("id")
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const registration of rows.map(registrationOf)) {
      const occasion = await findOccasion(tx, { id: registration.occasionId });
      if (occasion !== null) await mailReminder(tx, world, occasion, registration);
      await tx
        .updateTable("registration")
        .set({ reminded_at: now.toString() })
        .where("id", "=", registration.id)
        .execute();
    }
    return rows.length;
  });
  return reminded < BATCH ? reminded : reminded + (await remindSoon(world));
}
