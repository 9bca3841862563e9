import { partAt, type Raw } from "#policy/index.ts";
import {
  type Application,
  claimKey,
  findByToken,
  findPartner,
  isOver,
  keepLocation,
  knownOf,
  lockApplication,
  markAccepted,
  type Partner,
  policyDay,
  schemeOf,
  tellApplicant,
  textOf,
} from "#src/life/index.ts";
import { act, loadOrganisation, memberRole, type Scene, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { keepRaw } from "../draft/drafts.ts";
import { titleOf } from "./mails.ts";
import { endPart } from "./manage.ts";

/** An invitation as who opens it sees it, before it reads anything of the project. */
export interface OpenInvitation {
  readonly partner: Partner;
  readonly application: Application;
}

/** How an invitation is found: by its link, or by the organisation that it was sent to. */
export type Key = { readonly token: string } | { readonly partnerId: string; readonly visitor: SignedVisitor };

/** The invitation that a link opens, or that waits for an organisation of the visitor, while it can be answered. */
export function openInvitation(world: World, key: Key): Promise<OpenInvitation | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const partner = await ("token" in key ? findByToken(tx, key.token) : findPartner(tx, key.partnerId));
    if (partner === null || !isOpenTo(partner, key, world)) return null;
    const application = await lockApplication(tx, partner.applicationId);
    return application?.state === "draft" ? { partner, application } : null;
  });
}

function isOpenTo(partner: Partner, key: Key, world: World): boolean {
  if (partner.acceptedAt !== null || partner.endedAt !== null) return false;
  if (isOver(partner.expiresAt, world.clock.now())) return false;
  if ("token" in key) return true;
  return partner.organisationId !== null && memberRole(key.visitor, partner.organisationId) !== null;
}

/** The organisations for which a visitor may answer: theirs to act for, and the one that was invited where that is said. */
export function answerers(
  visitor: SignedVisitor,
  { partner, application }: OpenInvitation,
  sirens: ReadonlyMap<string, string>,
) {
  return visitor.memberships.filter(
    ({ organisationId, role }) =>
      role !== "reader" &&
      organisationId !== application.organisationId &&
      (partner.organisationId === null || partner.organisationId === organisationId) &&
      (partner.siren === null || partner.siren === sirens.get(organisationId)),
  );
}

export type Answered =
  | { readonly kind: "done"; readonly location: string }
  | { readonly kind: "absent" | "forbidden" }
  | { readonly kind: "taken" };

/** Accepts for an organisation: its part takes what the service knows of it, and the address it was invited by is forgotten. */
export function acceptInvitation(
  world: World,
  visitor: SignedVisitor,
  key: Key,
  actKey: string,
  organisationId: string,
): Promise<Answered> {
  return answer(world, visitor, key, actKey, "partner-accepted", async ({ tx, at }, invitation) => {
    const organisation = await loadOrganisation(tx, organisationId);
    const sirens = new Map(organisation === null ? [] : [[organisation.id, organisation.siren]]);
    const isTheirs = answerers(visitor, invitation, sirens).some((one) => one.organisationId === organisationId);
    if (organisation === null || !isTheirs) return { kind: "forbidden" };
    const { partner, application } = invitation;
    const twice = await tx
      .selectFrom("partner")
      .select("id")
      .where("application_id", "=", application.id)
      .where("organisation_id", "=", organisationId)
      .where("ended_at", "is", null)
      .where("id", "<>", partner.id)
      .executeTakeFirst();
    if (twice !== undefined) return { kind: "taken" };
    await markAccepted(tx, partner.id, organisationId, visitor.person.id, at);
    const { consortium } = schemeOf(application, policyDay(at)).scheme;
    const path = consortium === undefined ? null : partAt(consortium, application.raw, partner.id);
    if (path !== null) {
      const known = knownOf(
        organisation,
        { name: "", email: "", phone: null, jobTitle: null },
        textOf(application.raw, `${path}.siret`),
      );
      const raw = withKnown(application.raw, path, {
        siret: known["organisation.siret"] ?? organisation.establishments[0]?.siret ?? "",
        legalName: organisation.name,
        commune: known["organisation.commune"] ?? organisation.establishments[0]?.commune ?? "",
        category: known["organisation.category"] ?? "",
      });
      await keepRaw(tx, application, raw, { page: "partenaires", person: visitor.person.id, at });
    }
    await tellApplicant(world, tx, application, at, {
      subject: `${organisation.name} prend part à votre projet`,
      lines: [
        `${organisation.name} a accepté votre invitation. Sa partie de ${titleOf(application)} reste à écrire et à confirmer.`,
      ],
    });
    return { kind: "done", location: urls.partnership.href({ partner: partner.id }) };
  });
}

/** Declines: the part leaves the project, and the lead is told. */
export function declineInvitation(world: World, visitor: SignedVisitor, key: Key, actKey: string): Promise<Answered> {
  return answer(world, visitor, key, actKey, "partner-declined", async ({ tx, at }, { partner, application }) => {
    const isInvited = "token" in key || (partner.organisationId !== null && canAct(visitor, partner.organisationId));
    if (!isInvited) return { kind: "forbidden" };
    await endPart(tx, application, partner, "declined", { page: "partenaires", person: visitor.person.id, at });
    const name = partner.name === "" ? "Une structure invitée" : partner.name;
    await tellApplicant(world, tx, application, at, {
      subject: `${name} ne prend pas part à votre projet`,
      lines: [`${name} a décliné votre invitation à prendre part à ${titleOf(application)}. Sa place y est retirée.`],
    });
    return { kind: "done", location: urls.dashboard.href() };
  });
}

function canAct(visitor: SignedVisitor, organisationId: string): boolean {
  const role = memberRole(visitor, organisationId);
  return role === "owner" || role === "editor";
}

/** What is empty takes what is known. */
function withKnown(raw: Raw, path: string, known: Readonly<Record<string, string>>): Raw {
  const filled = Object.entries(known).filter(
    ([field, value]) => value !== "" && textOf(raw, `${path}.${field}`) === "",
  );
  return { ...raw, ...Object.fromEntries(filled.map(([field, value]) => [`${path}.${field}`, value])) };
}

/** One answer to an invitation, once a key, with its line in the journal of the project. */
function answer(
  world: World,
  visitor: SignedVisitor,
  key: Key,
  actKey: string,
  fact: string,
  work: (scene: Scene, invitation: OpenInvitation) => Promise<Answered>,
): Promise<Answered> {
  return act(world, visitor, async (scene): Promise<Answered> => {
    const { tx, at, note } = scene;
    const found = await ("token" in key ? findByToken(tx, key.token) : findPartner(tx, key.partnerId));
    const claimed = await claimKey(tx, { key: actKey, person: visitor.person.id, act: fact }, at);
    if (claimed.kind === "done" && claimed.location !== "") return { kind: "done", location: claimed.location };
    // The file first, then what is read of the invitation: two answers happen one after the other.
    const application = found === null ? null : await lockApplication(tx, found.applicationId);
    const partner = found === null ? null : await findPartner(tx, found.id);
    if (partner === null || application?.state !== "draft" || !isOpenTo(partner, key, world)) return { kind: "absent" };
    const done = await work(scene, { partner, application });
    if (done.kind !== "done") {
      await tx.deleteFrom("act_key").where("key", "=", actKey).execute();
      return done;
    }
    await note({
      chain: `application:${application.id}`,
      act: fact,
      organisation: application.organisationId,
      details: { partner: partner.id },
    });
    await keepLocation(tx, actKey, done.location);
    return done;
  });
}
