import { day, frameworkOn, type Raw } from "#policy/index.ts";
import { loadOrganisation, memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
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
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { type AnswersOf, readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { levelsOfRound } from "../maturity/rounds.ts";
import { loadRounds } from "../maturity/store.ts";
import { crumbs } from "../web/crumbs.ts";
import {
  answerReferral,
  askReferral,
  closeReferral,
  declareLabel,
  type ReferralOutcome,
  takeUp,
  withdrawConsent,
} from "./acts.ts";
import { answerForm, closingForm, labelForm, referralForm } from "./forms.ts";
import { LabelPage } from "./label-page.tsx";
import { ReferralQueuePage, ReferralsPage } from "./list-page.tsx";
import { mayBeReferred, mayOnReferral, maySeeReferralQueue, type ReferralRight } from "./may.ts";
import { CONSENT_ERROR, NewReferralPage } from "./new-page.tsx";
import type { Label, Passed, Referral } from "./referral.ts";
import { ReferralPage } from "./referral-page.tsx";
import { findReferral, loadLabel, referralQueue, referralsOf } from "./store.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Referrals to the E3D service, from the organisation's side and from the service's. */
export function referralRoutes(routes: Routes, world: World): void {
  asking(routes, world);
  // The queue stands where the id of one would.
  answering(routes, world);
  following(routes, world);
  labelling(routes, world);
}

function asking(routes: Routes, world: World): void {
  routes.get(urls.newReferral.pattern, (c) => {
    const { person } = requireSignedIn(c);
    return answerNew(c, world, { name: person.name, email: person.email }, none);
  });
  routes.post(urls.newReferral.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const fields = await readForm(c);
    const organisationId = text(fields, "organisation");
    if (!mayBeReferred(visitor).some((one) => one.id === organisationId)) forbidden();
    const { answers, errors } = readPlainForm(referralForm, fields);
    const all = new Map(errors);
    if (text(fields, "consent") !== "oui") all.set("consent", CONSENT_ERROR);
    if (all.size > 0) return answerNew(c, world, fields, all, 422);
    const passed = await gather(world, visitor, organisationId, answers);
    const id = await askReferral(world, visitor, { organisationId, need: answers.need ?? "", passed });
    setFlash(c, "success", "Votre demande est transmise. Le service E3D vous répondra.");
    return c.redirect(urls.referral.href({ id }), 303);
  });
}

/** What the organisation agreed to pass, read today: it does not follow what it measures later. */
async function gather(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  answers: AnswersOf<typeof referralForm>,
): Promise<Passed> {
  const contact = { name: answers.name ?? "", email: answers.email ?? "", phone: answers.phone ?? "" };
  const passes = answers.passes ?? [];
  const instrument = frameworkOn(day(today(world.clock).toString())).instruments.find(
    (one) => one.id === "sustainability",
  );
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const [round] =
      instrument === undefined || !passes.includes("levels") ? [] : await loadRounds(tx, organisationId, instrument);
    const label = passes.includes("label") ? await loadLabel(tx, organisationId) : null;
    return {
      contact,
      ...(round === undefined || instrument === undefined
        ? null
        : { levels: levelsOfRound(instrument, round.responses) }),
      ...(label === null ? null : { label }),
    };
  });
}

function answerNew(
  c: RequestContext,
  world: World,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
  status: 200 | 422 = 200,
): Response {
  return respondPage(
    c,
    world,
    {
      title: "Être orienté vers le service E3D",
      current: urls.community.href(),
      breadcrumbs: crumbs("Nouvelle demande", urls.referrals.href(), "Orientations E3D"),
      status,
    },
    <NewReferralPage organisations={mayBeReferred(requireSignedIn(c))} raw={raw} errors={errors} />,
  );
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

function labelling(routes: Routes, world: World): void {
  routes.get(urls.sustainabilityLabel.pattern, async (c) => {
    const { visitor, organisation } = await forLabel(c, world);
    const label = await inTransaction(world.db, readerOf(visitor), (tx) => loadLabel(tx, organisation.id));
    const raw =
      label === null ? {} : { level: String(label.level), obtainedOn: label.obtainedOn, endsOn: label.endsOn };
    return answerLabel(c, world, { organisation, label, raw, errors: none });
  });
  routes.post(urls.sustainabilityLabel.pattern, async (c) => {
    const { visitor, organisation } = await forLabel(c, world);
    const fields = await readForm(c);
    const back = urls.sustainability.href();
    if (text(fields, "retirer") === "oui") {
      await declareLabel(world, visitor, organisation.id, null);
      setFlash(c, "success", "La déclaration est retirée.");
      return c.redirect(back, 303);
    }
    const { answers, errors } = readPlainForm(labelForm, fields);
    const all = new Map(errors);
    const { level, obtainedOn, endsOn } = answers;
    if (all.size === 0 && (endsOn ?? "") <= (obtainedOn ?? ""))
      all.set("endsOn", "Cette date doit suivre celle de l’obtention.");
    if (all.size > 0 || level == null || obtainedOn == null || endsOn == null) {
      return answerLabel(c, world, { organisation, label: null, raw: fields, errors: all });
    }
    await declareLabel(world, visitor, organisation.id, { level: Number(level) as Label["level"], obtainedOn, endsOn });
    setFlash(c, "success", "Le label est déclaré.");
    return c.redirect(back, 303);
  });
}

async function forLabel(c: RequestContext, world: World) {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  if (memberRole(visitor, id) === null) notFound();
  if (!mayOnReferral(visitor, id, "declare-label")) forbidden();
  const organisation = (await loadOrganisation(world.db, id)) ?? notFound();
  return { visitor, organisation };
}

function answerLabel(c: RequestContext, world: World, props: Parameters<typeof LabelPage>[0]): Response {
  return respondPage(
    c,
    world,
    {
      title: "Le label E3D",
      current: urls.community.href(),
      breadcrumbs: crumbs("Label E3D", urls.sustainability.href()),
      status: props.errors.size > 0 ? 422 : 200,
    },
    <LabelPage {...props} />,
  );
}
