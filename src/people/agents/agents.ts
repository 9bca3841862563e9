import type { Temporal } from "temporal-polyfill";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { createPerson, grantAgentRole } from "../people.ts";
import type { AgentRole } from "../visitor.ts";
import { holding } from "../why.ts";
import { type Bodies, type Caseload, type HandedOver, type Load, NO_LOAD, type Receiver } from "./caseload.ts";

export interface Agent {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly AgentRole[];
  /** When they last looked at a page, as far as their sessions tell. */
  readonly seenAt: Temporal.Instant | null;
  /** Bodies where they sit. */
  readonly bodies: readonly string[];
  /** What would be nobody's without them, in a few words. */
  readonly held: readonly string[];
}

/** Everyone who holds a role on the funder's side. */
export function listAgents(world: World, caseload: Caseload, bodiesOf: Bodies): Promise<readonly Agent[]> {
  return inTransaction(world.db, "system", async (tx) => {
    const [held, bodies] = [await caseload.held(tx), await bodiesOf(tx, today(world.clock).toString())];
    const agents = new Map<string, Agent>();
    for (const { id, name, email, role, seen_at: seenAt } of await holders(tx)) {
      const roles = [...(agents.get(id)?.roles ?? []), role as AgentRole];
      const around = { seenAt, bodies: bodies.get(id) ?? [], held: held.get(id) ?? [] };
      agents.set(id, { personId: id, name, email, roles, ...around });
    }
    return [...agents.values()];
  });
}

/** A row a role, by name. */
function holders(tx: Tx) {
  return tx
    .selectFrom("agent_role as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .select((eb) => [
      "p.id",
      "p.name",
      "p.email",
      "a.role",
      eb
        .selectFrom("session as s")
        .select((of) => of.fn.max("s.seen_at").as("seen_at"))
        .whereRef("s.person_id", "=", "p.id")
        .as("seen_at"),
    ])
    .orderBy("p.name")
    .orderBy("p.id")
    .orderBy("a.since")
    .execute();
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
    await postMail(world, tx, now, {
      to: address,
      subject: "Votre accès d’agent à Essaim",
      paragraphs: [
        `Un rôle d’agent vous est donné sur Essaim, le service d’aides aux structures de formation (${world.config.funder.name}).`,
        `Connectez-vous avec cette adresse électronique : ${world.origin}${urls.signIn.href()}`,
      ],
      why: holding("êtes désormais agent du service"),
    });
    return id;
  });
}

/** Why a role stays: someone must always be able to give roles, and nobody's files stay behind. */
export type RevocationRefusal = "not-held" | "last-administrator" | "not-administrator" | "has-files" | "no-receiver";

export type Revocation = { readonly refusal: RevocationRefusal } | HandedOver;

/** Whose word it is, and to whom the files go: null for nobody, undefined where that was not said. */
interface RevocationOrder {
  readonly actor: string | null;
  readonly receiver: string | null | undefined;
}

/** Takes a role back, and gives the person's files to whom it is said; the rights end at the next page. */
export function revokeAgentRole(
  world: World,
  caseload: Caseload,
  personId: string,
  role: AgentRole,
  { actor, receiver }: RevocationOrder,
): Promise<Revocation> {
  return inTransaction(world.db, "system", async (tx): Promise<Revocation> => {
    // Administrators first, whichever the role: two who take each other's role at once wait for one another.
    if (actor !== null && !(await lockHolders(tx, "administrator")).includes(actor)) {
      return { refusal: "not-administrator" };
    }
    const holders = await lockHolders(tx, role);
    if (!holders.includes(personId)) return { refusal: "not-held" };
    if (role === "administrator" && holders.length === 1) return { refusal: "last-administrator" };
    const left = await loadLeftBy(tx, caseload, personId, role);
    const leaves = left.files + left.tasks > 0;
    if (leaves && receiver === undefined) return { refusal: "has-files" };
    if (leaves && receiver && !(await receiversBut(tx, caseload, personId)).some(({ id }) => id === receiver)) {
      return { refusal: "no-receiver" };
    }
    await tx.deleteFrom("agent_role").where("person_id", "=", personId).where("role", "=", role).execute();
    await journal(tx, world, personId, actor, "agent-role-revoked", role);
    if (!leaves) return { given: 0, left: 0, tasks: 0 };
    return caseload.handOver(world, tx, personId, receiver ?? null, { actor, at: world.clock.now() });
  });
}

/** What to ask before a role is taken back: whose it is, and who may be given its files and tasks. Null where nothing is asked. */
export function askedOfRevocation(
  world: World,
  caseload: Caseload,
  personId: string,
  role: AgentRole,
): Promise<LeavingCaseload | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const person = await tx
      .selectFrom("person")
      .select(["name", "email"])
      .where("id", "=", personId)
      .executeTakeFirst();
    const left = person === undefined ? NO_LOAD : await loadLeftBy(tx, caseload, personId, role);
    if (person === undefined || left.files + left.tasks === 0) return null;
    return { name: person.name || person.email, ...left, receivers: await receiversBut(tx, caseload, personId) };
  });
}

export interface LeavingCaseload extends Load {
  readonly name: string;
  readonly receivers: readonly Receiver[];
}

/** What would stay with someone who could do nothing for it once without this role. */
async function loadLeftBy(tx: Tx, caseload: Caseload, personId: string, role: AgentRole): Promise<Load> {
  const held = await tx.selectFrom("agent_role").select("role").where("person_id", "=", personId).execute();
  const roles = held.map((row) => row.role as AgentRole).filter((one) => caseload.roles.includes(one));
  return roles.length === 1 && roles[0] === role ? caseload.count(tx, personId) : NO_LOAD;
}

async function receiversBut(tx: Tx, caseload: Caseload, personId: string): Promise<readonly Receiver[]> {
  return (await caseload.receivers(tx)).filter(({ id }) => id !== personId);
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

/** From the command line: gives a role by address. False when nobody has that address. */
export async function giveRole(world: World, email: string, role: AgentRole): Promise<boolean> {
  const person = await personAt(world, email);
  if (person === null) return false;
  await inTransaction(world.db, "system", async (tx) => {
    await grantAgentRole(tx, person, role);
    await journal(tx, world, person, null, "agent-role-granted", role);
  });
  return true;
}

/** From the command line: takes a role back by address; the files go to nobody, and are to be given anew. */
export async function takeRole(world: World, caseload: Caseload, email: string, role: AgentRole): Promise<Revocation> {
  const person = await personAt(world, email);
  if (person === null) return { refusal: "not-held" };
  return revokeAgentRole(world, caseload, person, role, { actor: null, receiver: null });
}

async function personAt(world: World, email: string): Promise<string | null> {
  const address = email.trim().toLowerCase();
  const row = await world.db.selectFrom("person").select("id").where("email", "=", address).executeTakeFirst();
  return row?.id ?? null;
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
