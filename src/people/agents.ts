import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { mailBody } from "./mail-body.ts";
import { createPerson, grantAgentRole } from "./people.ts";
import type { AgentRole } from "./visitor.ts";

export interface Agent {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly AgentRole[];
}

/** Everyone who holds a role on the funder's side. */
export async function listAgents(world: World): Promise<readonly Agent[]> {
  const rows = await world.db
    .selectFrom("agent_role as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .select(["p.id", "p.name", "p.email", "a.role"])
    .orderBy("p.name")
    .orderBy("p.id")
    .orderBy("a.since")
    .execute();
  const agents = new Map<string, Agent>();
  for (const row of rows) {
    const before = agents.get(row.id);
    const roles = [...(before?.roles ?? []), row.role as AgentRole];
    agents.set(row.id, { personId: row.id, name: row.name, email: row.email, roles });
  }
  return [...agents.values()];
}

/**
 * Gives a role to the person of an address, who is told by mail; made here when unknown. `actor` is the administrator,
 * null from the command line. Returns the person's id, or null where the actor is an administrator no more.
 */
export function inviteAgent(
  world: World,
  email: string,
  role: AgentRole,
  actor: string | null = null,
): Promise<string | null> {
  const now = world.clock.now();
  const address = email.trim().toLowerCase();
  return inTransaction(world.db, "system", async (tx) => {
    if (actor !== null && !(await lockHolders(tx, "administrator")).includes(actor)) return null;
    const known = await tx.selectFrom("person").select("id").where("email", "=", address).executeTakeFirst();
    const id = known?.id ?? (await createPerson(tx, { name: "", email: address }));
    await grantAgentRole(tx, id, role);
    await journal(tx, world, id, actor, "agent-role-granted", role);
    await postMail(tx, now, {
      to: address,
      subject: "Votre accès d’agent à Essaim",
      body: mailBody(world, [
        `Un rôle d’agent vous est donné sur Essaim, le service d’aides aux structures de formation (${world.config.funder.name}).`,
        `Connectez-vous avec cette adresse électronique : ${world.origin}${urls.signIn.href()}`,
      ]),
    });
    return id;
  });
}

/** Why a role stays: someone must always be able to give roles. */
export type RevocationRefusal = "not-held" | "last-administrator" | "not-administrator";

/** Takes a role back. Null when done; the rights end at the next page. */
export function revokeAgentRole(
  world: World,
  personId: string,
  role: AgentRole,
  actor: string | null = null,
): Promise<RevocationRefusal | null> {
  return inTransaction(world.db, "system", async (tx) => {
    // Administrators first, whichever the role: two who take each other's role at once wait for one another.
    if (actor !== null && !(await lockHolders(tx, "administrator")).includes(actor)) return "not-administrator";
    const holders = await lockHolders(tx, role);
    if (!holders.includes(personId)) return "not-held";
    if (role === "administrator" && holders.length === 1) return "last-administrator";
    await tx.deleteFrom("agent_role").where("person_id", "=", personId).where("role", "=", role).execute();
    await journal(tx, world, personId, actor, "agent-role-revoked", role);
    return null;
  });
}

/** Who holds a role, locked until the end of the transaction. */
async function lockHolders(tx: Tx, role: AgentRole): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("agent_role")
    .select("person_id")
    .where("role", "=", role)
    .orderBy("person_id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.person_id);
}

/** From the command line: gives or takes a role by address. False when nobody has that address, or holds that role. */
export async function setRole(world: World, email: string, role: AgentRole, held: boolean): Promise<boolean> {
  const person = await world.db
    .selectFrom("person")
    .select("id")
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst();
  if (person === undefined) return false;
  if (!held) return (await revokeAgentRole(world, person.id, role)) === null;
  await inTransaction(world.db, "system", async (tx) => {
    await grantAgentRole(tx, person.id, role);
    await journal(tx, world, person.id, null, "agent-role-granted", role);
  });
  return true;
}

/** For an agent who lost theirs: forgets the passkeys of an address and closes its sessions. Null where nobody has it. */
export function forgetPasskeys(world: World, email: string): Promise<number | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const address = email.trim().toLowerCase();
    const person = await tx.selectFrom("person").select("id").where("email", "=", address).executeTakeFirst();
    if (person === undefined) return null;
    const { numDeletedRows } = await tx.deleteFrom("passkey").where("person_id", "=", person.id).executeTakeFirst();
    await tx.deleteFrom("session").where("person_id", "=", person.id).execute();
    await record(tx, {
      chain: `person:${person.id}`,
      at: world.clock.now(),
      actor: null,
      organisation: null,
      act: "passkeys-forgotten",
      details: { keys: Number(numDeletedRows) },
      visibleToApplicant: false,
    });
    return Number(numDeletedRows);
  });
}

function journal(
  tx: Tx,
  world: World,
  personId: string,
  actor: string | null,
  act: string,
  role: AgentRole,
): Promise<void> {
  return record(tx, {
    chain: `person:${personId}`,
    at: world.clock.now(),
    actor,
    organisation: null,
    act,
    details: { role },
    visibleToApplicant: false,
  });
}
