import { sql } from "kysely";
import type { AgentRole } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import { reviewRights } from "../may.ts";

/** Agents who may be given files, by name. */
export interface Assignable {
  readonly id: string;
  readonly name: string;
}

export function assignableAgents(tx: Tx): Promise<readonly Assignable[]> {
  return agentsWho(tx, reviewRights.assign.roles);
}

/** Agents who have one of these roles, by name. */
export function agentsWho(tx: Tx, roles: readonly AgentRole[]): Promise<readonly Assignable[]> {
  return ask(tx, agentsRead(roles));
}

/** The same, to be read with other things. */
export function agentsRead(roles: readonly AgentRole[]): Read<readonly Assignable[]> {
  return rowsOf(
    sql<Assignable>`
      SELECT p.id, coalesce(nullif(p.name, ''), p.email) AS name FROM person p
      WHERE p.id IN (SELECT a.person_id FROM agent_role a WHERE a.role = ANY (${[...roles]})) ORDER BY p.name`,
    (rows) => rows,
  );
}
