import { etag } from "hono/etag";
import { day, frameworkOn, type Instrument, levelsOf, type Raw, readRaw } from "#policy/index.ts";
import { loadOrganisation, readerOf, type Visitor } from "#src/people/index.ts";
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
import { formatDay } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { crumbs } from "../web/crumbs.ts";
import { answersIn, controls, startOf } from "./addresses.ts";
import type { ComingDates } from "./coming.tsx";
import { keepAssessment, remindLater } from "./keep.ts";
import { mayAssess } from "./may.ts";
import { OrganisationResultPage } from "./organisation-page.tsx";
import { QuestionsPage } from "./questions-page.tsx";
import { ResultPage } from "./result-page.tsx";
import { levelsOfRound, resultsOf } from "./rounds.ts";
import { StartPage } from "./start-page.tsx";
import { lastAnswers, loadAverage, loadRounds } from "./store.ts";

/** Self-assessments: tried without an account, kept with one. */
export function maturityRoutes(routes: Routes, world: World, coming: ComingDates): void {
  routes.get(urls.digitalMaturity.pattern, etag({ weak: true }), (c) => start(c, world, "digital-maturity"));
  routes.get(urls.sustainability.pattern, etag({ weak: true }), (c) => start(c, world, "sustainability"));
  routes.get(urls.assessmentQuestions.pattern, (c) => questions(c, world));
  routes.get(urls.assessmentResult.pattern, (c) => result(c, world, coming));
  routes.post(urls.assessmentResult.pattern, (c) => keep(c, world));
  routes.get(urls.assessmentOf.pattern, (c) => ofOrganisation(c, world, coming));
  routes.post(urls.assessmentReminder.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const instrument = instrumentOf(c, world);
    const id = idParam(c, "id");
    if (!mayAssess(visitor, id, "be-reminded")) notFound();
    const on = await remindLater(world, visitor, instrument, id);
    setFlash(c, "success", `Un courriel vous le rappellera le ${formatDay(on)}.`);
    return c.redirect(urls.assessmentOf.href({ instrument: instrument.slug, id }), 303);
  });
}

function framework(world: World) {
  return frameworkOn(day(today(world.clock).toString()));
}

function instrumentOf(c: RequestContext, world: World): Instrument {
  return framework(world).instruments.find(({ slug }) => slug === c.req.param("instrument")) ?? notFound();
}

/** The answers that an address carries. */
function given(c: RequestContext, instrument: Instrument): Raw {
  return answersIn(instrument, c.req.queries());
}

/** The visitor's organisations that they may answer for, the one asked for first. */
function organisationsOf(visitor: Visitor, asked: string): readonly { readonly id: string; readonly name: string }[] {
  const all = visitor.memberships
    .filter(({ organisationId }) => mayAssess(visitor, organisationId, "answer"))
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
  return [...all.filter((one) => one.id === asked), ...all.filter((one) => one.id !== asked)];
}

async function start(c: RequestContext, world: World, id: Instrument["id"]): Promise<Response> {
  const visitor = c.get("visitor");
  const instrument = framework(world).instruments.find((one) => one.id === id) ?? notFound();
  const own = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const found = [];
    for (const one of organisationsOf(visitor, "")) {
      const rounds = await loadRounds(tx, one.id, instrument);
      found.push({
        organisationId: one.id,
        name: one.name,
        latest: rounds[0]?.openedOn ?? null,
        rounds: rounds.length,
      });
    }
    return found;
  });
  return respondPage(
    c,
    world,
    {
      title: instrument.invitation,
      description: instrument.summary,
      current: urls.community.href(),
      breadcrumbs: crumbs(instrument.invitation),
      public: true,
    },
    <StartPage instrument={instrument} own={own} />,
  );
}

async function questions(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const instrument = instrumentOf(c, world);
  const asked = c.req.query(controls.organisation) ?? "";
  const organisation = organisationsOf(visitor, asked).find(({ id }) => id === asked) ?? null;
  // Whoever was given a colleague's link signs in first, and comes back to it.
  if (asked !== "" && organisation === null) {
    requireSignedIn(c);
    return notFound();
  }
  const typed = given(c, instrument);
  const isBeginning = Object.keys(typed).length === 0 && c.req.query(controls.step) === undefined;
  const before =
    isBeginning && organisation !== null && visitor.person !== null
      ? await inTransaction(world.db, readerOf(visitor), (tx) =>
          lastAnswers(tx, organisation.id, instrument, visitor.person?.id ?? ""),
        )
      : null;
  const count = instrument.form.sections.length;
  const step = Math.min(count, Math.max(1, Number.parseInt(c.req.query(controls.step) ?? "1", 10) || 1)) - 1;
  return respondPage(
    c,
    world,
    {
      title: `${instrument.form.sections[step]?.title}, ${instrument.invitation.toLowerCase()}`,
      current: urls.community.href(),
      breadcrumbs: crumbs(instrument.invitation, startOf(instrument)),
    },
    <QuestionsPage instrument={instrument} step={step} raw={before ?? typed} organisation={organisation} />,
  );
}

async function result(c: RequestContext, world: World, coming: ComingDates): Promise<Response> {
  const visitor = c.get("visitor");
  const instrument = instrumentOf(c, world);
  const raw = given(c, instrument);
  const now = levelsOf(instrument, readRaw(instrument.form, raw).answers);
  const average = await loadAverage(world, instrument);
  return respondPage(
    c,
    world,
    {
      title: `Résultat : ${instrument.name.toLowerCase()}`,
      current: urls.community.href(),
      breadcrumbs: crumbs("Résultat", startOf(instrument)),
    },
    <ResultPage
      instrument={instrument}
      raw={raw}
      today={today(world.clock).toString()}
      results={resultsOf(instrument, { now, average })}
      average={average}
      dates={await coming(world, instrument.id)}
      isSignedIn={visitor.person !== null}
      organisations={organisationsOf(visitor, c.req.query(controls.organisation) ?? "")}
    />,
  );
}

async function keep(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const instrument = instrumentOf(c, world);
  const fields = await readForm(c);
  const organisationId = text(fields, controls.organisation);
  if (!mayAssess(visitor, organisationId, "answer")) forbidden();
  const raw = answersIn(instrument, fields);
  await keepAssessment(world, visitor, { instrument, framework: framework(world).version, organisationId, raw });
  setFlash(c, "success", "Le résultat est gardé. Vos collègues peuvent y ajouter le leur.");
  return c.redirect(urls.assessmentOf.href({ instrument: instrument.slug, id: organisationId }), 303);
}

async function ofOrganisation(c: RequestContext, world: World, coming: ComingDates): Promise<Response> {
  const visitor = requireSignedIn(c);
  const instrument = instrumentOf(c, world);
  const id = idParam(c, "id");
  if (!mayAssess(visitor, id, "see")) notFound();
  const { organisation, rounds } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    organisation: await loadOrganisation(tx, id),
    rounds: await loadRounds(tx, id, instrument),
  }));
  const [latest, before] = rounds;
  if (organisation === null) notFound();
  if (latest === undefined) return c.redirect(startOf(instrument), 303);
  const average = await loadAverage(world, instrument);
  const results = resultsOf(instrument, {
    now: levelsOfRound(instrument, latest.responses),
    before: before === undefined ? undefined : levelsOfRound(instrument, before.responses),
    average,
    responses: latest.responses,
  });
  return respondPage(
    c,
    world,
    {
      title: `${instrument.name}, ${organisation.name}`,
      current: urls.community.href(),
      breadcrumbs: crumbs(instrument.invitation, startOf(instrument)),
    },
    <OrganisationResultPage
      dates={await coming(world, instrument.id)}
      instrument={instrument}
      organisation={organisation}
      rounds={rounds}
      results={results}
      average={average}
      personId={visitor.person.id}
      origin={world.origin}
    />,
  );
}
