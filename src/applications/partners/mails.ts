import type { Temporal } from "temporal-polyfill";
import { type Application, listPartners, type Partner, textOf } from "#src/life/index.ts";
import { actingFor, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail, type Why } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

type Mailing = Pick<World, "config" | "origin">;

/** « Titre » of a project, as partners are told of it. */
export function titleOf({ title, raw }: Pick<Application, "title" | "raw">): string {
  const named = title === "" ? textOf(raw, "title").trim() : title;
  return named === "" ? "Projet sans titre" : `«\u202f${named}\u202f»`;
}

/** Owners and editors of an organisation, those who act for it. */
export async function addressesOf(tx: Tx, organisationId: string): Promise<readonly string[]> {
  const people = await tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select("person.email")
    .where("membership.organisation_id", "=", organisationId)
    .where("membership.role", "in", ["owner", "editor"])
    .orderBy("membership.since")
    .execute();
  return people.map(({ email }) => email);
}

const invited: Why = {
  because: "cette adresse a été donnée par le chef de file d’un projet",
  always: "Refuser l’invitation, ou quitter le projet, met fin à ces courriels.",
};

/** Writes to the people of a partner, or to the address it was invited by. */
export async function tellPartner(
  world: Mailing,
  tx: Tx,
  partner: Pick<Partner, "email" | "organisationId">,
  at: Temporal.Instant,
  told: { readonly subject: string; readonly lines: readonly string[] },
): Promise<void> {
  const { email, organisationId } = partner;
  const { subject, lines: paragraphs } = told;
  if (email !== "" || organisationId === null) {
    if (email !== "") await postMail(world, tx, at, { to: email, subject, paragraphs, why: invited });
    return;
  }
  const why = actingFor(world, organisationId);
  for (const to of await addressesOf(tx, organisationId)) {
    await postMail(world, tx, at, { to, subject, paragraphs, why });
  }
}

/** Writes to every partner that takes part, with the way to the project. Those only invited are told nothing. */
export async function tellPartners(
  world: Mailing,
  tx: Tx,
  application: Application,
  at: Temporal.Instant,
  told: { readonly subject: string; readonly lines: readonly string[] },
): Promise<void> {
  for (const partner of await listPartners(tx, application.id)) {
    if (partner.acceptedAt === null || partner.endedAt !== null) continue;
    const way = `Vos projets communs\u00a0: ${world.origin}${urls.dashboard.href()}`;
    await tellPartner(world, tx, partner, at, { ...told, lines: [...told.lines, way] });
  }
}

/** The invitation, with the short link that opens it. */
export function invitationMail(
  world: Mailing,
  visitor: SignedVisitor,
  application: Application,
  token: string,
  expiresAt: Temporal.Instant,
) {
  const { organisationName } = application;
  const until = expiresAt
    .toZonedDateTimeISO("Europe/Paris")
    .toPlainDate()
    .toLocaleString("fr-FR", { dateStyle: "long" });
  return {
    subject: `${organisationName} vous propose un projet commun`,
    lines: [
      `${visitor.person.name}, pour ${organisationName}, vous invite à prendre part à un projet\u00a0: ${titleOf(application)}.`,
      "Si vous acceptez, vous lirez tout le projet, vous écrirez votre partie et vous la confirmerez. Le chef de file dépose seul et porte toutes les dépenses.",
      `Pour répondre, ouvrez ce lien\u00a0: ${world.origin}${urls.partnerInvitation.href({ token })}`,
      `Il est valable jusqu’au ${until}. Si vous ne connaissez pas cette structure, ignorez ce courriel.`,
    ],
  };
}
