import { day, frameworkOn, type Raw } from "#policy/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
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
import { askReferral } from "./acts.ts";
import { referralForm } from "./forms.ts";
import { mayBeReferred } from "./may.ts";
import { CONSENT_ERROR, NewReferralPage } from "./new-page.tsx";
import type { Passed } from "./referral.ts";
import { loadLabel } from "./store.ts";

export function asking(routes: Routes, world: World): void {
  routes.get(urls.newReferral.pattern, (c) => {
    const { person } = requireSignedIn(c);
    return answerNew(c, world, { name: person.name, email: person.email }, new Map());
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
