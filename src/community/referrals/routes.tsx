import type { Raw } from "#policy/index.ts";
import { memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { crumbs } from "../web/crumbs.ts";
import { answerReferral, closeReferral, type ReferralOutcome, takeUp, withdrawConsent } from "./acts.ts";
import { asking } from "./asking-routes.tsx";
import { answerForm, closingForm } from "./forms.ts";
import { labelling } from "./label-routes.tsx";
import { ReferralQueuePage, ReferralsPage } from "./list-page.tsx";
import { mayOnReferral, maySeeReferralQueue, type ReferralRight } from "./may.ts";
import type { Referral } from "./referral.ts";
import { ReferralPage } from "./referral-page.tsx";
import { findReferral, referralQueue, referralsOf } from "./store.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Referrals to the E3D service, from the organisation's side and from the service's. */
export function referralRoutes(routes: Routes, world: World): void {
  asking(routes, world);
  // The queue stands where the id of one would.
  answering(routes, world);
  following(routes, world);
  labelling(routes, world);
}

function following(routes: Routes, world: World): void {
  routes.get(urls.referrals.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const ids = visitor.memberships.map((one) => one.organisationId);
    const referrals = await inTransaction(world.db, readerOf(visitor), (tx) => referralsOf(tx, ids));
    return respondPage(
      c,
      world,
      { title: "Mes orientations E3D", current: urls.community.href(), breadcrumbs: crumbs("Orientations E3D") },
      <ReferralsPage referrals={referrals} />,
    );
  });
  routes.get(urls.referral.pattern, async (c) => answerReferralPage(c, world, await ofOrganisation(c, world, "see")));
  routes.post(urls.referralWithdrawal.pattern, async (c) => {
    const { visitor, referral } = await ofOrganisation(c, world, "withdraw");
    return afterwards(
      c,
      await withdrawConsent(world, visitor, referral.id),
      urls.referral.href({ id: referral.id }),
      "Votre accord est retiré : tout est effacé.",
    );
  });
  routes.post(urls.referralClosing.pattern, async (c) => {
    const found = await ofOrganisation(c, world, "close");
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(closingForm, fields);
    if (errors.size > 0 || answers.helped == null) return answerReferralPage(c, world, found, fields, errors);
    const evaluation = { helped: answers.helped, outcome: answers.outcome ?? "" };
    const { visitor, referral } = found;
    return afterwards(
      c,
      await closeReferral(world, visitor, referral.id, evaluation),
      urls.referral.href({ id: referral.id }),
      "Merci. L’orientation est clôturée.",
    );
  });
}

function answering(routes: Routes, world: World): void {
  routes.get(urls.referralQueue.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    if (!maySeeReferralQueue(visitor)) notFound();
    const referrals = await inTransaction(world.db, readerOf(visitor), referralQueue);
    return respondPage(
      c,
      world,
      { title: "Orientations E3D", current: urls.referralQueue.href() },
      <ReferralQueuePage referrals={referrals} today={today(world.clock).toString()} />,
    );
  });
  routes.get(urls.referralDesk.pattern, async (c) =>
    answerReferralPage(c, world, await ofService(c, world, "see-queue")),
  );
  routes.post(urls.referralTaking.pattern, async (c) => {
    const { visitor, referral } = await ofService(c, world, "take-up");
    return afterwards(
      c,
      await takeUp(world, visitor, referral.id),
      urls.referralDesk.href({ id: referral.id }),
      "Vous suivez cette demande.",
    );
  });
  routes.post(urls.referralAnswer.pattern, async (c) => {
    const found = await ofService(c, world, "answer");
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(answerForm, fields);
    if (errors.size > 0) return answerReferralPage(c, world, found, fields, errors);
    const { visitor, referral } = found;
    return afterwards(
      c,
      await answerReferral(world, visitor, referral.id, answers.answer ?? ""),
      urls.referralDesk.href({ id: referral.id }),
      "La réponse est envoyée.",
    );
  });
}

interface Found {
  readonly visitor: SignedVisitor;
  readonly referral: Referral;
  readonly side: "organisation" | "service";
}

async function find(
  c: RequestContext,
  world: World,
): Promise<{ readonly visitor: SignedVisitor; readonly referral: Referral }> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const referral = await inTransaction(world.db, readerOf(visitor), (tx) => findReferral(tx, id));
  return referral === null ? notFound() : { visitor, referral };
}

/** For a member of the organisation that asked: others find nothing, members without the right are told no. */
async function ofOrganisation(c: RequestContext, world: World, right: ReferralRight): Promise<Found> {
  const { visitor, referral } = await find(c, world);
  if (memberRole(visitor, referral.organisationId) === null) notFound();
  if (!mayOnReferral(visitor, referral.organisationId, right)) forbidden();
  return { visitor, referral, side: "organisation" };
}

async function ofService(c: RequestContext, world: World, right: ReferralRight): Promise<Found> {
  const { visitor, referral } = await find(c, world);
  if (!maySeeReferralQueue(visitor)) notFound();
  if (!mayOnReferral(visitor, referral.organisationId, right)) forbidden();
  return { visitor, referral, side: "service" };
}

function answerReferralPage(
  c: RequestContext,
  world: World,
  found: Found,
  raw: Raw = {},
  errors: ReadonlyMap<string, string> = none,
): Response {
  const { visitor, referral, side } = found;
  const may = (right: ReferralRight) => mayOnReferral(visitor, referral.organisationId, right);
  const isMine = side === "organisation";
  return respondPage(
    c,
    world,
    {
      title: `Orientation ${referral.number}`,
      current: isMine ? urls.community.href() : urls.referralQueue.href(),
      breadcrumbs: isMine
        ? crumbs(referral.number, urls.referrals.href(), "Orientations E3D")
        : [{ label: "Orientations E3D", href: urls.referralQueue.href() }, { label: referral.number }],
      status: errors.size > 0 ? 422 : 200,
    },
    <ReferralPage
      referral={referral}
      side={side}
      may={{
        withdraw: isMine && may("withdraw"),
        close: isMine && may("close"),
        "take-up": !isMine && may("take-up"),
        answer: !isMine && may("answer"),
      }}
      today={today(world.clock).toString()}
      raw={raw}
      errors={errors}
    />,
  );
}

function afterwards(c: RequestContext, outcome: ReferralOutcome, back: string, told: string): Response {
  if (outcome === "absent") return notFound();
  if (outcome === "done") setFlash(c, "success", told);
  else setFlash(c, "warning", "Cette étape a déjà été faite, ou n’est plus possible. Voici où en est la demande.");
  return c.redirect(back, 303);
}
