import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { MemberRole, SignedVisitor } from "../visitor.ts";
import { actingFor, onceBecause } from "../why.ts";
import { actOnOrganisation, admit, type FORBIDDEN, roleAmong } from "./organisation-act.ts";

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
export async function askToJoin(
  world: World,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
): Promise<void> {
  await actOnOrganisation(world, visitor, organisation.id, null, async ({ tx, at, members, note }) => {
    if (roleAmong(members, visitor.person.id) !== null) return;
    const added = await tx
      .insertInto("join_request")
      .values({ organisation_id: organisation.id, person_id: visitor.person.id, asked_at: at.toString() })
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "person_id"]).where("answered_at", "is", null).doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return;
    for (const owner of members.filter((member) => member.role === "owner")) {
      await postMail(world, tx, at, {
        to: owner.email,
        subject: `Une personne demande à rejoindre ${organisation.name}`,
        paragraphs: [
          `${visitor.person.name} (${visitor.person.email}) demande à rejoindre « ${organisation.name} » sur Essaim.`,
          `Acceptez ou refusez sur la page des membres : ${world.origin}${urls.organisationMembers.href({ id: organisation.id })}`,
          "Si vous ne connaissez pas cette personne, refusez : rien de votre organisme ne lui a été montré.",
        ],
        why: actingFor(world, organisation.id),
      });
    }
    await note("membership-asked", { person: visitor.person.id });
  });
}

/**
 * Answers a request: a role lets the person in (or raises theirs, where they came in meanwhile), null refuses. False
 * when it is not there or was answered.
 */
export function answerJoinRequest(
  world: World,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
  requestId: string,
  role: MemberRole | null,
): Promise<boolean | typeof FORBIDDEN> {
  return actOnOrganisation(world, visitor, organisation.id, "answer-join-requests", async (scene) => {
    const { tx, at, note } = scene;
    const request = (await openJoinRequests(tx, organisation.id)).find((one) => one.id === requestId);
    if (request === undefined) return false;
    const { numUpdatedRows } = await tx
      .updateTable("join_request")
      .set({ answered_at: at.toString(), answered_by: visitor.person.id, accepted: role !== null })
      .where("id", "=", requestId)
      .where("answered_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (role !== null) await admit(scene, organisation.id, request.personId, role);
    await postMail(world, tx, at, {
      to: request.email,
      subject: `Votre demande de rejoindre ${organisation.name}`,
      paragraphs: [
        role === null
          ? `Votre demande de rejoindre « ${organisation.name} » n’a pas été acceptée. Prenez contact avec l’organisme si c’est une erreur.`
          : `Votre demande est acceptée : « ${organisation.name} » est maintenant dans vos organismes.`,
      ],
      why: onceBecause("vous avez demandé à rejoindre cet organisme"),
    });
    await note(role === null ? "membership-refused" : "membership-granted", { person: request.personId, role });
    return true;
  });
}
