import { randomUUID } from "node:crypto";
import type { Tx } from "#src/platform/database/database.ts";
import type { AgentRole, MemberRole } from "./visitor.ts";

export interface NewPerson {
  readonly id?: string;
  /** Empty when unknown: the person is asked at the first visit. */
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly jobTitle?: string;
}

/** Adds a person whose address the service vouches for (invited by an agent, or fictional). Returns the id. */
export async function createPerson(tx: Tx, person: NewPerson): Promise<string> {
  const id = person.id ?? randomUUID();
  await tx
    .insertInto("person")
    .values({
      id,
      name: person.name,
      email: person.email.trim().toLowerCase(),
      email_verified: true,
      phone: person.phone ?? null,
      job_title: person.jobTitle ?? null,
    })
    .execute();
  return id;
}

/** Makes a person a member, or changes the role they hold. */
export async function addMember(tx: Tx, organisationId: string, personId: string, role: MemberRole): Promise<void> {
  await tx
    .insertInto("membership")
    .values({ person_id: personId, organisation_id: organisationId, role })
    .onConflict((conflict) => conflict.columns(["person_id", "organisation_id"]).doUpdateSet({ role }))
    .execute();
}

/** Gives a role on the funder's side. Nothing changes when the person holds it. */
export async function grantAgentRole(tx: Tx, personId: string, role: AgentRole): Promise<void> {
  await tx
    .insertInto("agent_role")
    .values({ person_id: personId, role })
    .onConflict((conflict) => conflict.columns(["person_id", "role"]).doNothing())
    .execute();
}
