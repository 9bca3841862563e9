import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Database, Tx } from "#src/platform/database/database.ts";
import { type Mail, postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { MemberRole, SignedVisitor } from "../visitor.ts";
import { onceBecause } from "../why.ts";
import { actOnOrganisation, admit, type FORBIDDEN, roleAmong } from "./organisation-act.ts";

export const INVITATION_DAYS = 14;

export interface PendingInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly expiresAt: Temporal.Instant;
}

/** An invitation as who opens its link sees it. */
export interface OpenInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly role: MemberRole;
}

/** Only the hash is kept: whoever reads the database cannot use the link. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/**
 * Invites an address into an organisation: a link by mail, good for fourteen days. An earlier invitation of the same
 * address is replaced. The same answer whether the address is known here or not.
 */
export async function inviteMember(
  world: World,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
  email: string,
  role: MemberRole,
): Promise<typeof FORBIDDEN | undefined> {
  const token = randomBytes(32).toString("base64url");
  const address = email.trim().toLowerCase();
  return actOnOrganisation(world, visitor, organisation.id, "invite", async ({ tx, at: now, note }) => {
    await tx
      .updateTable("invitation")
      .set({ revoked_at: now.toString() })
      .where("organisation_id", "=", organisation.id)
      .where("email", "=", address)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .execute();
    await tx
      .insertInto("invitation")
      .values({
        organisation_id: organisation.id,
        email: address,
        role,
        token_hash: hashOf(token),
        invited_by: visitor.person.id,
        created_at: now.toString(),
        expires_at: now.add({ hours: INVITATION_DAYS * 24 }).toString(),
      })
      .execute();
    await postMail(world, tx, now, invitationMail(world, visitor.person.name, organisation.name, address, token));
    await note("member-invited", { email: address, role });
    return undefined;
  });
}

function invitationMail(world: World, from: string, organisation: string, to: string, token: string): Mail {
  return {
    to,
    subject: `${organisation} vous invite sur Essaim`,
    paragraphs: [
      `${from} vous invite à rejoindre « ${organisation} » sur Essaim, le service d’aides aux structures de formation (${world.config.funder.name}).`,
      "Pour accepter, ouvrez ce lien et connectez-vous :",
      world.origin + urls.invitation.href({ token }),
      `Il est valable ${INVITATION_DAYS} jours. Si vous ne connaissez pas cet organisme, ignorez ce courriel.`,
    ],
    why: onceBecause(`${from} a donné votre adresse`),
  };
}

export async function pendingInvitations(
  db: Database | Tx,
  organisationId: string,
  now: Temporal.Instant,
): Promise<readonly PendingInvitation[]> {
  const rows = await db
    .selectFrom("invitation")
    .select(["id", "email", "role", "expires_at"])
    .where("organisation_id", "=", organisationId)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .where(sql<boolean>`expires_at > ${now.toString()}::timestamptz`)
    .orderBy("email")
    .execute();
  return rows.map((row) => ({ id: row.id, email: row.email, role: row.role as MemberRole, expiresAt: row.expires_at }));
}

/** The invitation that a link opens, while it can still be accepted. */
export async function openInvitation(
  db: Database | Tx,
  token: string,
  now: Temporal.Instant,
): Promise<OpenInvitation | null> {
  const row = await db
    .selectFrom("invitation as i")
    .innerJoin("organisation as o", "o.id", "i.organisation_id")
    .select(["i.id", "o.id as organisationId", "o.name as organisationName", "i.role"])
    .where("i.token_hash", "=", hashOf(token))
    .where("i.accepted_at", "is", null)
    .where("i.revoked_at", "is", null)
    .where(sql<boolean>`i.expires_at > ${now.toString()}::timestamptz`)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, role: row.role as MemberRole };
}

/**
 * Accepts an invitation, once. Gives the organisation, or null when the link serves no more. Who is a member already
 * gets the role of the invitation where it is a higher one.
 */
export async function acceptInvitation(
  world: World,
  visitor: SignedVisitor,
  token: string,
): Promise<OpenInvitation | null> {
  const invitation = await openInvitation(world.db, token, world.clock.now());
  if (invitation === null) return null;
  const { id, organisationId, role } = invitation;
  const accepted = await actOnOrganisation(world, visitor, organisationId, null, async (scene) => {
    const taken = await scene.tx
      .updateTable("invitation")
      .set({ accepted_at: scene.at.toString(), accepted_by: visitor.person.id })
      .where("id", "=", id)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) return false;
    const from = roleAmong(scene.members, visitor.person.id);
    if (await admit(scene, organisationId, visitor.person.id, role)) {
      if (from === null) await scene.note("member-joined", { role });
      else await scene.note("member-role-changed", { person: visitor.person.id, from, to: role });
    }
    return true;
  });
  return accepted === true ? invitation : null;
}

/** Takes an invitation back. False when it is not one of this organisation's, or is over. */
export function revokeInvitation(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  invitationId: string,
): Promise<boolean | typeof FORBIDDEN> {
  return actOnOrganisation(world, visitor, organisationId, "invite", async ({ tx, at, note }) => {
    const done = await tx
      .updateTable("invitation")
      .set({ revoked_at: at.toString() })
      .where("id", "=", invitationId)
      .where("organisation_id", "=", organisationId)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .returning("email")
      .executeTakeFirst();
    if (done === undefined) return false;
    await note("invitation-revoked", { email: done.email });
    return true;
  });
}
