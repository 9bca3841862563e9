import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/**
 * Where who signs in by mail goes on, kept beside the link and as long: answers of the simulator may be in that
 * address, and a mail passes through many hands. The row is swept with the links that were never opened.
 */
export async function keepReturn(tx: Tx, token: string, path: string, minutes: number): Promise<void> {
  await tx
    .insertInto("verification")
    .values({
      id: nameOf(token),
      identifier: nameOf(token),
      value: path,
      expires_at: sql<string>`now() + make_interval(mins => ${minutes})`,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The address kept with a link, once; null where there is none or its time is over. */
export async function takeReturn(world: World, token: string): Promise<string | null> {
  const { rows } = await world.pool.query<{ value: string }>(
    "DELETE FROM verification WHERE id = $1 AND expires_at > now() RETURNING value",
    [nameOf(token)],
  );
  return rows[0]?.value ?? null;
}

/** The token itself is stored nowhere. */
function nameOf(token: string): string {
  return `return-${createHash("sha256").update(token).digest("hex")}`;
}
