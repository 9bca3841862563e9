import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { type Ending, hashOfToken, type Partner } from "./partner.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("partner")
    .leftJoin("organisation", "organisation.id", "partner.organisation_id")
    .leftJoin("person", "person.id", "partner.confirmed_by")
    .select([
      "partner.id",
      "partner.application_id",
      "partner.organisation_id",
      "partner.name",
      "partner.siren",
      "partner.email",
      "partner.invited_at",
      "partner.expires_at",
      "partner.reminded_at",
      "partner.accepted_at",
      "partner.confirmed_at",
      "partner.confirmed_hash",
      "partner.declarations",
      "partner.ended_at",
      "partner.ended_how",
      "organisation.name as organisation_name",
      "organisation.siren as organisation_siren",
      "person.name as confirmed_by",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Partner {
  return {
    id: row.id,
    applicationId: row.application_id,
    organisationId: row.organisation_id,
    name: row.organisation_name ?? row.name,
    siren: row.organisation_siren ?? row.siren,
    email: row.email,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    remindedAt: row.reminded_at,
    acceptedAt: row.accepted_at,
    confirmedAt: row.confirmed_at,
    confirmedBy: row.confirmed_by,
    confirmedHash: row.confirmed_hash,
    declarations: row.declarations as readonly string[],
    endedAt: row.ended_at,
    endedHow: row.ended_how as Ending | null,
  };
}

/** The partners of a project that the transaction's reader may see, those whose part is over included, oldest first. */
export async function listPartners(tx: Tx, applicationId: string): Promise<readonly Partner[]> {
  const rows = await query(tx)
    .modifyFront(plannedOnce)
    .where("partner.application_id", "=", applicationId)
    .orderBy("partner.invited_at")
    .orderBy("partner.id")
    .execute();
  return rows.map(read);
}

/** One of them, null where it is not there or not for this reader. */
export async function findPartner(tx: Tx, id: string): Promise<Partner | null> {
  const row = await query(tx).where("partner.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The one that the link of an invitation opens; the service alone reads by it. */
export async function findByToken(tx: Tx, token: string): Promise<Partner | null> {
  const row = await query(tx).where("partner.token_hash", "=", hashOfToken(token)).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The places of organisations in the projects of others, those that are over left out. */
export async function partnershipsOf(tx: Tx, organisationIds: readonly string[]): Promise<readonly Partner[]> {
  if (organisationIds.length === 0) return [];
  const rows = await query(tx)
    .where("partner.organisation_id", "in", organisationIds)
    .where("partner.ended_at", "is", null)
    .orderBy("partner.invited_at", "desc")
    .limit(50)
    .execute();
  return rows.map(read);
}

export interface NewPartner {
  readonly applicationId: string;
  readonly organisationId: string | null;
  readonly name: string;
  readonly siren: string | null;
  readonly email: string;
  readonly token: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function addPartner(tx: Tx, partner: NewPartner): Promise<string> {
  const { id } = await tx
    .insertInto("partner")
    .values({
      application_id: partner.applicationId,
      organisation_id: partner.organisationId,
      name: partner.name,
      siren: partner.siren,
      email: partner.email,
      token_hash: hashOfToken(partner.token),
      invited_by: partner.by,
      invited_at: partner.at,
      expires_at: partner.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A new link in place of the old one, which opens nothing any more. */
export async function renewLink(
  tx: Tx,
  id: string,
  token: string,
  at: Temporal.Instant,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("partner")
    .set({ token_hash: hashOfToken(token), expires_at: expiresAt, reminded_at: at })
    .where("id", "=", id)
    .execute();
}

export async function markReminded(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable("partner").set({ reminded_at: at }).where("id", "=", id).execute();
}

/** The address it was invited by is forgotten with the answer. */
export async function markAccepted(
  tx: Tx,
  id: string,
  organisationId: string,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("partner")
    .set({
      organisation_id: organisationId,
      accepted_at: at,
      accepted_by: by,
      email: "",
      token_hash: null,
      reminded_at: null,
    })
    .where("id", "=", id)
    .execute();
}

export async function markEnded(tx: Tx, id: string, how: Ending, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("partner")
    .set({ ended_at: at, ended_how: how, email: "", token_hash: null })
    .where("id", "=", id)
    .execute();
}

export async function markConfirmed(
  tx: Tx,
  id: string,
  by: string,
  at: Temporal.Instant,
  confirmed: { readonly hash: string; readonly declarations: readonly string[] },
): Promise<void> {
  await tx
    .updateTable("partner")
    .set({
      confirmed_at: at,
      confirmed_by: by,
      confirmed_hash: confirmed.hash,
      declarations: json(confirmed.declarations),
      told_changed_at: null,
    })
    .where("id", "=", id)
    .execute();
}

/** Marks those whose confirmed part has changed, once; gives those that were not told before. */
export async function markTold(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .updateTable("partner")
    .set({ told_changed_at: at })
    .where("id", "in", ids)
    .where("told_changed_at", "is", null)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Forgets where invitations went that nobody answered in time. Gives how many. */
export async function forgetInvitations(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("partner")
    .set({ email: "", token_hash: null })
    .where("accepted_at", "is", null)
    .where("email", "<>", "")
    .where(sql<boolean>`expires_at < ${before.toString()}::timestamptz`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
