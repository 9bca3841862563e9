import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { listMembers } from "./members.ts";
import { addMember } from "./people.ts";
import { type MemberRole, memberRole, type SignedVisitor } from "./visitor.ts";

export interface JoinRequest {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Requests that wait for an owner's answer. */
export function openJoinRequests(db: Pick<Tx, "selectFrom">, organisationId: string): Promise<JoinRequest[]> {
  return db
    .selectFrom("join_request as j")
    .innerJoin("person as p", "p.id", "j.person_id")
    .select(["j.id", "p.id as personId", "p.name", "p.email"])
    .where("j.organisation_id", "=", organisationId)
    .where("j.answered_at", "is", null)
    .orderBy("j.asked_at")
    .execute();
}

/**
 * Asks the owners of an organisation to be let in; they get a mail, and who asks learns nothing of them.
 * Asking again while a request waits changes nothing.
 */
export function askToJoin(
  world: World,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
): Promise<void> {
  const now = world.clock.now();
  return inTransaction(world.db, "system", async (tx) => {
    if (memberRole(visitor, organisation.id) !== null) return;
    const added = await tx
      .insertInto("join_request")
      .values({ organisation_id: organisation.id, person_id: visitor.person.id, asked_at: now.toString() })
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "person_id"]).where("answered_at", "is", null).doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return;
    const owners = (await listMembers(tx, organisation.id)).filter((member) => member.role === "owner");
    for (const owner of owners) {
      await postMail(tx, now, {
        to: owner.email,
        subject: `Une personne demande à rejoindre ${organisation.name}`,
        body: [
          "Bonjour,",
          `${visitor.person.name} (${visitor.person.email}) demande à rejoindre « ${organisation.name} » sur Essaim.`,
          `Acceptez ou refusez sur la page des membres : ${world.origin}${urls.organisationMembers.href({ id: organisation.id })}`,
          "Si vous ne connaissez pas cette personne, refusez : rien de votre organisme ne lui a été montré.",
          `${world.config.funder.service}\n${world.config.funder.name}`,
        ].join("\n\n"),
      });
    }
    await record(tx, {
      chain: `organisation:${organisation.id}`,
      at: now,
      actor: visitor.person.id,
      organisation: organisation.id,
      act: "membership-asked",
      details: { person: visitor.person.id },
      visibleToApplicant: true,
    });
  });
}

/** Answers a request: a role lets the person in, null refuses. False when it is not there or was answered. */
export function answerJoinRequest(
  world: World,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
  requestId: string,
  role: MemberRole | null,
): Promise<boolean> {
  const now = world.clock.now();
  return inTransaction(world.db, "system", async (tx) => {
    const request = (await openJoinRequests(tx, organisation.id)).find((one) => one.id === requestId);
    if (request === undefined) return false;
    const { numUpdatedRows } = await tx
      .updateTable("join_request")
      .set({ answered_at: now.toString(), answered_by: visitor.person.id, accepted: role !== null })
      .where("id", "=", requestId)
      .where("answered_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const member = (await listMembers(tx, organisation.id)).some((one) => one.personId === request.personId);
    if (role !== null && !member) await addMember(tx, organisation.id, request.personId, role);
    await postMail(tx, now, {
      to: request.email,
      subject: `Votre demande de rejoindre ${organisation.name}`,
      body: [
        "Bonjour,",
        role === null
          ? `Votre demande de rejoindre « ${organisation.name} » n’a pas été acceptée. Prenez contact avec l’organisme si c’est une erreur.`
          : `Votre demande est acceptée : « ${organisation.name} » est maintenant dans vos organismes.`,
        `${world.config.funder.service}\n${world.config.funder.name}`,
      ].join("\n\n"),
    });
    await record(tx, {
      chain: `organisation:${organisation.id}`,
      at: now,
      actor: visitor.person.id,
      organisation: organisation.id,
      act: role === null ? "membership-refused" : "membership-granted",
      details: { person: request.personId, role },
      visibleToApplicant: true,
    });
    return true;
  });
}
