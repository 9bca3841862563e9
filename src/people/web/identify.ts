import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type pg from "pg";
import type { World } from "#src/platform/world.ts";
import { isSecure, sessionCookieName, verifiedToken } from "../signing-in/session-cookie.ts";
import { closeSession } from "../signing-in/sessions.ts";
import { type AgentRole, type Membership, stranger } from "../visitor.ts";
import type { Env, RequestContext } from "./env.ts";

/**
 * Finds out who makes the request: the cookie's signature, then one prepared query for session, person, memberships and
 * roles. The row is read at every request, so a session that was closed is closed at once.
 */
export function identify(world: World): MiddlewareHandler<Env> {
  const cookieName = sessionCookieName(world.origin);
  const secure = isSecure(world.origin);
  return async (c, next) => {
    c.set("secure", secure);
    const cookie = getCookie(c, cookieName);
    const token = cookie === undefined ? null : verifiedToken(cookie, world.config.secret);
    const row = token === null ? undefined : await rowOf(world.pool, token);
    if (row === undefined) c.set("visitor", stranger);
    else await enter(c, world, row);
    await next();
  };
}

/** An agent's session closes when it was let idle, and opens no agent's page without the second factor asked for. */
async function enter(c: RequestContext, world: World, row: Row): Promise<void> {
  const { idleMinutes, secondFactor } = world.config.agents;
  const isAgents = row.roles !== null;
  const wasIdle = isAgents && row.idle > idleMinutes * 60;
  const lacksSecondFactor = isAgents && secondFactor && !row.strong;
  c.set("session", { age: row.age, lacksSecondFactor, wasIdle });
  if (wasIdle) {
    await closeSession(world, row.person_id, row.session_id);
    c.set("visitor", stranger);
    return;
  }
  if (isAgents && row.idle > SEEN_SECONDS) await world.pool.query(SEEN, [row.session_id]);
  c.set("visitor", {
    person: { id: row.person_id, name: row.name, email: row.email },
    sessionId: row.session_id,
    memberships: row.memberships ?? [],
    agentRoles: lacksSecondFactor ? [] : (row.roles ?? []),
  });
}

/** Not every request is worth a write. */
const SEEN_SECONDS = 60;
const SEEN = "UPDATE session SET seen_at = now() WHERE id = $1";

interface Row {
  readonly session_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[] | null;
  readonly roles: readonly AgentRole[] | null;
  readonly strong: boolean;
  /** Seconds since the session was opened, and since its person last asked for something. */
  readonly age: number;
  readonly idle: number;
}

const QUERY = `
  SELECT s.id AS session_id, p.id AS person_id, p.name, p.email, s.strong,
    extract(epoch FROM now() - s.created_at)::float8 AS age, extract(epoch FROM now() - s.seen_at)::float8 AS idle,
    (SELECT json_agg(json_build_object('organisationId', o.id, 'organisationName', o.name, 'role', m.role) ORDER BY o.name, o.id)
       FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id) AS memberships,
    (SELECT json_agg(a.role ORDER BY a.since, a.role) FROM agent_role a WHERE a.person_id = p.id) AS roles
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token = $1 AND s.expires_at > now()`;

async function rowOf(pool: pg.Pool, token: string): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>({ name: "visitor", text: QUERY, values: [token] });
  return rows[0];
}
