import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { SESSION_DAYS, sessionCookieName, signedToken } from "./session-cookie.ts";

export interface StartedSession {
  readonly id: string;
  /** `name=value`, as a `cookie` header carries it. */
  readonly cookie: string;
  readonly name: string;
  /** Not encoded yet: whoever writes the cookie does it. */
  readonly value: string;
}

/**
 * Opens a session without a proof of identity: for the demonstration's entry page, its data set and tests.
 * Real time rules sessions, whatever the clock of the rules says.
 */
export async function startSession(
  world: World,
  personId: string,
  device: { readonly userAgent?: string | null; readonly ip?: string | null; readonly isStrong?: boolean } = {},
): Promise<StartedSession> {
  const id = randomBytes(16).toString("base64url");
  const token = randomBytes(24).toString("base64url");
  await inTransaction(world.db, "system", (tx) =>
    tx
      .insertInto("session")
      .values({
        id,
        person_id: personId,
        token,
        expires_at: sql`now() + make_interval(days => ${SESSION_DAYS})`,
        user_agent: device.userAgent ?? null,
        ip_address: device.ip ?? null,
        strong: device.isStrong ?? false,
      })
      .execute(),
  );
  const name = sessionCookieName(world.origin);
  const value = signedToken(token, world.config.secret);
  return { id, cookie: `${name}=${encodeURIComponent(value)}`, name, value };
}

/** Closes one session of a person, at once. False when it is not theirs or already closed. */
export async function closeSession(world: World, personId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await world.pool.query("DELETE FROM session WHERE id = $1 AND person_id = $2", [
    sessionId,
    personId,
  ]);
  return rowCount === 1;
}

/** A key behind a code or a fingerprint opened this session: it holds two factors. */
export async function strengthen(world: World, token: string): Promise<void> {
  await world.pool.query("UPDATE session SET strong = true WHERE token = $1", [token]);
}
