import { createHash } from "node:crypto";
import type { World } from "#src/platform/world.ts";

export interface Limit {
  readonly max: number;
  /** 15 at most: older counts are swept away. */
  readonly minutes: number;
}

/**
 * Counts one attempt under a name and an address or mail (kept as a hash only). False once past the limit.
 * Real time rules it, and the database holds it, so that several processes count together.
 */
export async function withinLimit(world: World, name: string, about: string, limit: Limit): Promise<boolean> {
  const key = `${name}:${createHash("sha256").update(about).digest("base64url")}`;
  const now = Date.now();
  const { rows } = await world.pool.query<{ count: number }>({
    name: "rate-limit",
    text: `INSERT INTO rate_limit AS r (id, key, count, last_request) VALUES ($1, $1, 1, $2)
           ON CONFLICT (key) DO UPDATE SET
             count = CASE WHEN r.last_request < $3 THEN 1 ELSE r.count + 1 END,
             last_request = CASE WHEN r.last_request < $3 THEN $2 ELSE r.last_request END
           RETURNING count`,
    values: [key, now, now - limit.minutes * 60_000],
  });
  return (rows[0]?.count ?? 1) <= limit.max;
}
