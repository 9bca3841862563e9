import { type Consortium, partAt, removeItem } from "#policy/index.ts";
import {
  type ActRequest,
  type Application,
  doAct,
  type Ending,
  findPartner,
  INVITATION_DAYS,
  markEnded,
  markReminded,
  movePapers,
  type Outcome,
  type Partner,
  partnersHere,
  policyDay,
  remindableFrom,
  renewLink,
  schemeOf,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { formatDateTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { groupOfItem } from "../begin/begin.ts";
import { type DraftAuthor, keepRaw } from "../draft/drafts.ts";
import { mayInvite, newToken } from "./invite.ts";
import { invitationMail, tellPartner, titleOf } from "./mails.ts";

/** The partner that an act of the lead is about, while it takes part in this very project. */
async function activeIn(tx: Tx, application: Application, partnerId: string): Promise<Partner | null> {
  const partner = await findPartner(tx, partnerId);
  return partner?.applicationId === application.id && partner.endedAt === null ? partner : null;
}

const gone = { refusals: [{ message: "Cette structure ne prend plus part au projet." }] };

/**
 * Presses a partner, not more than once a day: who has not answered gets a new link, and the old one dies; who has not
 * confirmed is told what waits for them.
 */
export function remindPartner(
  world: World,
  visitor: SignedVisitor,
  given: ActRequest,
  partnerId: string,
): Promise<Outcome> {
  const may = (application: Application) => mayInvite(visitor, application);
  return doAct(world, visitor, "partner-reminded", { ...given, version: null }, may, async (tx, application, at) => {
    const partner = await activeIn(tx, application, partnerId);
    const { consortium } = schemeOf(application, policyDay(at)).scheme;
    const here = partnersHere(consortium, application.raw, partner === null ? [] : [partner], at);
    const part = here.find((one) => one.partner !== null);
    if (partner === null || part === undefined) return gone;
    if (part.state === "confirmed") return { refusals: [{ message: "Cette structure a déjà confirmé sa partie." }] };
    const from = remindableFrom(partner, at);
    // An invitation that is over is renewed at once.
    if (from !== null && part.state !== "expired") {
      return {
        refusals: [{ message: `Une relance par jour\u00a0: la prochaine est possible ${formatDateTime(from)}.` }],
      };
    }
    if (partner.acceptedAt === null) {
      const token = newToken();
      const expiresAt = at.add({ hours: 24 * INVITATION_DAYS });
      await renewLink(tx, partner.id, token, at, expiresAt);
      await tellPartner(world, tx, partner, at, invitationMail(world, visitor, application, token, expiresAt));
    } else {
      await markReminded(tx, partner.id, at);
      await tellPartner(world, tx, partner, at, {
        subject: "Votre partie d’un projet est attendue",
        lines: [
          `${application.organisationName} attend votre partie de ${titleOf(application)}\u00a0: le projet ne peut pas être déposé avant que vous l’ayez confirmée.`,
          `Écrire et confirmer votre partie\u00a0: ${world.origin}${urls.partnership.href({ partner: partner.id })}`,
        ],
      });
    }
    return { details: { partner: partner.id } };
  });
}

/** Takes a partner, or an invitation, away: its part leaves the project with it, and it is told. */
export function removePartner(
  world: World,
  visitor: SignedVisitor,
  given: ActRequest,
  partnerId: string,
): Promise<Outcome> {
  const may = (application: Application) => mayInvite(visitor, application);
  return doAct(world, visitor, "partner-removed", { ...given, version: null }, may, async (tx, application, at) => {
    const partner = await activeIn(tx, application, partnerId);
    if (partner === null) return gone;
    const how = partner.acceptedAt === null ? "cancelled" : "removed";
    await tellPartner(world, tx, partner, at, {
      subject: how === "removed" ? "Vous ne prenez plus part à un projet" : "Une invitation est annulée",
      lines: [
        how === "removed"
          ? `${application.organisationName} a retiré votre structure de ${titleOf(application)}\u00a0: rien de votre partie n’y figure plus.`
          : `${application.organisationName} a annulé son invitation à prendre part à ${titleOf(application)}.`,
      ],
    });
    await endPart(tx, application, partner, how, { page: "partenaires", person: visitor.person.id, at });
    return { details: { partner: partner.id, how } };
  });
}

/** Ends a place in a project that the transaction holds locked: the part goes with it, and leaves no trace in the draft. */
export async function endPart(
  tx: Tx,
  application: Application,
  partner: Partner,
  how: Ending,
  by: DraftAuthor,
): Promise<void> {
  const { scheme } = schemeOf(application, policyDay(by.at));
  const path =
    scheme.consortium === undefined ? null : partAt(scheme.consortium as Consortium, application.raw, partner.id);
  const item = path === null ? null : groupOfItem(scheme.form, path);
  if (path !== null && item !== null) {
    await keepRaw(tx, application, removeItem(application.raw, item.path, item.index, item.group), by);
    await movePapers(tx, application.id, path, by.at);
  }
  await markEnded(tx, partner.id, how, by.at);
}
