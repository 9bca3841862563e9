import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { trimText } from "#text/index.ts";
import { deviceName } from "../signing-in/device.ts";
import type { SignedVisitor } from "../visitor.ts";

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly since: Temporal.Instant;
  readonly current: boolean;
}

export interface RegisteredPasskey {
  readonly id: string;
  readonly name: string;
  readonly since: Temporal.Instant | null;
}

/** The sessions that are open for a person, the current one first. */
export async function openSessions(world: World, visitor: SignedVisitor): Promise<readonly OpenSession[]> {
  const rows = await world.db
    .selectFrom("session")
    .select(["id", "user_agent", "created_at"])
    .where("person_id", "=", visitor.person.id)
    .where(sql<boolean>`expires_at > now()`)
    .orderBy("created_at", "desc")
    .limit(50)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      device: deviceName(row.user_agent),
      since: row.created_at,
      current: row.id === visitor.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Closes every session of the person but the one that asks. Returns how many. */
export async function closeOtherSessions(world: World, visitor: SignedVisitor): Promise<number> {
  const { numDeletedRows } = await world.db
    .deleteFrom("session")
    .where("person_id", "=", visitor.person.id)
    .where("id", "<>", visitor.sessionId ?? "")
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function registeredPasskeys(world: World, personId: string): Promise<readonly RegisteredPasskey[]> {
  const rows = await world.db
    .selectFrom("passkey")
    .select(["id", "name", "created_at"])
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({ id: row.id, name: trimText(row.name ?? "") || "Clé d’accès", since: row.created_at }));
}

/** Removes one passkey of a person. False when it is not theirs. */
export async function removePasskey(world: World, personId: string, passkeyId: string): Promise<boolean> {
  const { numDeletedRows } = await world.db
    .deleteFrom("passkey")
    .where("id", "=", passkeyId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function renamePerson(world: World, personId: string, name: string): Promise<void> {
  await world.db.updateTable("person").set({ name, updated_at: sql`now()` }).where("id", "=", personId).execute();
}

/** Why an account cannot be deleted as things stand. */
export type DeletionRefusal = "agent" | "last-owner";

/**
 * Deletes an account with its sessions, keys and memberships. What the person did stays in the journal under an id that
 * leads nowhere. Refused to agents, and to the only owner of an organisation.
 */
export function deleteAccount(world: World, visitor: SignedVisitor): Promise<DeletionRefusal | null> {
  return inTransaction(world.db, "system", async (tx) => {
    await lockOrganisationsOf(tx, visitor.person.id);
    // With the person locked nothing more can be hung on them: what is read now is what would be lost.
    await tx.selectFrom("person").select("id").where("id", "=", visitor.person.id).forUpdate().execute();
    if (await holdsAgentRole(tx, visitor.person.id)) return "agent";
    if (await isOnlyOwnerSomewhere(tx, visitor.person.id)) return "last-owner";
    await tx.deleteFrom("person").where("id", "=", visitor.person.id).execute();
    await record(tx, {
      chain: `person:${visitor.person.id}`,
      at: world.clock.now(),
      actor: visitor.person.id,
      organisation: null,
      act: "account-deleted",
      details: {},
      visibleToApplicant: false,
    });
    return null;
  });
}

async function lockOrganisationsOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .selectFrom("organisation")
    .select("id")
    .where("id", "in", (query) =>
      query.selectFrom("membership").select("organisation_id").where("person_id", "=", personId),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
}

async function holdsAgentRole(tx: Tx, personId: string): Promise<boolean> {
  const held = await tx.selectFrom("agent_role").select("role").where("person_id", "=", personId).executeTakeFirst();
  return held !== undefined;
}

async function isOnlyOwnerSomewhere(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM membership m WHERE m.person_id = ${personId} AND m.role = 'owner' AND NOT EXISTS (
      SELECT 1 FROM membership o
      WHERE o.organisation_id = m.organisation_id AND o.role = 'owner' AND o.person_id <> m.person_id) LIMIT 1`.execute(
    tx,
  );
  return rows.length > 0;
}
