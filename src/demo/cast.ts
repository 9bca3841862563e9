import { Temporal } from "temporal-polyfill";
import type { DemoOrganisation } from "#policy/demonstration/index.ts";
import type { AgentRole, MemberRole, SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** An organisation of the demonstration, with its people. */
export interface CastOrganisation {
  readonly id: string;
  readonly of: DemoOrganisation;
  readonly owner: SignedVisitor;
}

/** Everyone who plays in the demonstration. */
export interface Cast {
  readonly organisations: readonly CastOrganisation[];
  readonly agents: Readonly<Record<AgentRole, SignedVisitor>>;
  readonly secondOfficer: SignedVisitor;
}

/** The agent who speaks for a body, as a scheme names it. */
export function agentOf({ agents }: Cast, body: string): SignedVisitor {
  const found = Object.entries(agents).find(([role]) => role === body);
  if (found === undefined) throw new Error(`nobody plays ${body}`);
  return found[1];
}

/** A request that was filed, on which the later acts are played. */
export interface FiledRequest {
  readonly id: string;
  /** Its rank among the fictional requests: the same one at each start. */
  readonly n: number;
  readonly organisation: CastOrganisation;
  readonly filedAt: Temporal.Instant;
}

/** The same world at another time: acts of the past are really done, then. */
export function worldAt(world: World, at: Temporal.Instant): World {
  return { ...world, clock: { now: () => at } };
}

/** So many days before now, at an hour of the working day that depends on the number. */
export function daysAgo(world: World, days: number, salt = 0): Temporal.Instant {
  const at = world.clock.now().toZonedDateTimeISO("Europe/Paris").subtract({ days });
  const time = new Temporal.PlainTime(9 + (salt % 8), (salt * 17) % 60, (salt * 7) % 60);
  return days === 0 ? world.clock.now() : at.withPlainTime(time).toInstant();
}

/** A person with their rights, as the service knows them at each page. */
export async function visitorOf(tx: Tx, personId: string): Promise<SignedVisitor> {
  const person = await tx
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const memberships = await tx
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisation_id")
    .select(["organisation.id", "organisation.name", "membership.role"])
    .where("membership.person_id", "=", personId)
    .execute();
  const roles = await tx.selectFrom("agent_role").select("role").where("person_id", "=", personId).execute();
  return {
    person,
    sessionId: null,
    agentRoles: roles.map((one) => one.role as AgentRole),
    memberships: memberships.map((one) => ({
      organisationId: one.id,
      organisationName: one.name,
      role: one.role as MemberRole,
    })),
  };
}

export function loadVisitor(world: World, personId: string): Promise<SignedVisitor> {
  return inTransaction(world.db, "system", (tx) => visitorOf(tx, personId));
}
