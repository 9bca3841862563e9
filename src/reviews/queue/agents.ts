import { sql } from "kysely";
import type { AgentRole } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
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
  return tx
    .selectFrom("person")
    .select(["person.id", sql<string>`coalesce(nullif(person.name, ''), person.email)`.as("name")])
    .modifyFront(plannedOnce)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("agent_role")
          .select("agent_role.role")
          .whereRef("agent_role.person_id", "=", "person.id")
          .where("agent_role.role", "in", roles),
      ),
    )
    .orderBy("person.name")
    .execute();
}
