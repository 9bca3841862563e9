import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type pg from "pg";
import type { World } from "#src/platform/world.ts";
import { sessionCookieName, verifiedToken } from "../session-cookie.ts";
import { type AgentRole, type Membership, stranger, type Visitor } from "../visitor.ts";
import type { Env } from "./env.ts";

/**
 * Finds out who makes the request: the cookie's signature, then one prepared query for session, person, memberships and
 * roles. The row is read at every request, so a session that was closed is closed at once.
 */
export function identify(world: World): MiddlewareHandler<Env> {
  const cookieName = sessionCookieName(world.origin);
  return async (c, next) => {
    const cookie = getCookie(c, cookieName);
    const token = cookie === undefined ? null : verifiedToken(cookie, world.config.secret);
    c.set("visitor", token === null ? stranger : await visitorOf(world.pool, token));
    await next();
  };
}

interface Row {
  readonly session_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[] | null;
  readonly roles: readonly AgentRole[] | null;
}

const QUERY = `
  SELECT s.id AS session_id, p.id AS person_id, p.name, p.email,
    (SELECT json_agg(json_build_object('organisationId', o.id, 'organisationName', o.name, 'role', m.role) ORDER BY o.name, o.id)
       FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id) AS memberships,
    (SELECT json_agg(a.role ORDER BY a.since, a.role) FROM agent_role a WHERE a.person_id = p.id) AS roles
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token = $1 AND s.expires_at > now()`;

async function visitorOf(pool: pg.Pool, token: string): Promise<Visitor> {
  const { rows } = await pool.query<Row>({ name: "visitor", text: QUERY, values: [token] });
  const row = rows[0];
  if (row === undefined) return stranger;
  return {
    person: { id: row.person_id, name: row.name, email: row.email },
    sessionId: row.session_id,
    memberships: row.memberships ?? [],
    agentRoles: row.roles ?? [],
  };
}
