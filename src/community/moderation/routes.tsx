import type { Raw } from "#policy/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
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
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { tooLong } from "#text/index.ts";
import { actorsInState } from "../actors/store.ts";
import { SILENCE_DAYS } from "../exchanges/listing.ts";
import { silentListings } from "../exchanges/store.ts";
import { practicesInState } from "../practices/store.ts";
import { crumbs } from "../web/crumbs.ts";
import { answerAppeal, appeal, decide, type ModerationWord } from "./acts.ts";
import { DecideAgainPage } from "./decide-form.tsx";
import { appealAnswerForm, appealForm, DecisionPage } from "./decision-page.tsx";
import { DeskPage } from "./desk-page.tsx";
import { mayAnswerAppeal, mayModerate, mayOnDecision } from "./may.ts";
import {
  canAppeal,
  DECISIONS,
  type Ground,
  groundWords,
  MODERATED,
  type Moderation,
  type Subject,
} from "./moderation.ts";
import { findModeration, openAppeals } from "./store.ts";
import { findSubject } from "./subjects.ts";

const none: ReadonlyMap<string, string> = new Map();

/** The desk of those who run the community, their decisions, and the appeals against them. */
export function moderationRoutes(routes: Routes, world: World): void {
  routes.get(urls.animation.pattern, (c) => desk(c, world));
  routes.get(urls.moderationDesk.pattern, async (c) => {
    const { subject } = await toDecide(c, world);
    return answerDecide(c, world, subject, {}, none);
  });
  routes.post(urls.moderationDesk.pattern, (c) => judge(c, world));
  routes.get(urls.moderation.pattern, async (c) => answerDecision(c, world, await decision(c, world), {}, none));
  routes.post(urls.appeal.pattern, (c) => contest(c, world));
  routes.post(urls.appealAnswer.pattern, (c) => settle(c, world));
}

async function desk(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  if (!mayModerate(visitor, "see-desk")) notFound();
  const before = world.clock
    .now()
    .subtract({ hours: 24 * SILENCE_DAYS })
    .toString();
  const waiting = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    actors: await actorsInState(tx, "asked"),
    practices: await practicesInState(tx, "submitted"),
    appeals: await openAppeals(tx),
    silent: await silentListings(tx, before),
  }));
  return respondPage(
    c,
    world,
    { title: "Animation de la communauté", current: urls.animation.href() },
    <DeskPage {...waiting} />,
  );
}

async function toDecide(
  c: RequestContext,
  world: World,
): Promise<{ readonly visitor: SignedVisitor; readonly subject: Subject }> {
  const visitor = requireSignedIn(c);
  if (!mayModerate(visitor, "see-desk")) notFound();
  const about = MODERATED.find((one) => one === c.req.param("about")) ?? notFound();
  const id = idParam(c, "id");
  const subject = await inTransaction(world.db, readerOf(visitor), (tx) => findSubject(tx, about, id));
  if (subject === null) notFound();
  if (!mayModerate(visitor, "decide")) forbidden();
  return { visitor, subject };
}

function answerDecide(
  c: RequestContext,
  world: World,
  subject: Subject,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Response {
  return respondPage(
    c,
    world,
    { title: `Modérer : ${subject.title}`, current: urls.animation.href(), status: errors.size > 0 ? 422 : 200 },
    <DecideAgainPage subject={subject} raw={raw} errors={errors} />,
  );
}

async function judge(c: RequestContext, world: World): Promise<Response> {
  const { visitor, subject } = await toDecide(c, world);
  const fields = await readForm(c);
  const made = DECISIONS.find((one) => one === text(fields, "decision"));
  const ground = text(fields, "ground");
  const judgement: ModerationWord = {
    decision: made ?? "accepted",
    ground: ground in groundWords ? (ground as Ground) : null,
    reasons: text(fields, "reasons"),
  };
  const errors = new Map<string, string>();
  if (made === undefined) errors.set("reasons", "Choisissez ce que vous décidez.");
  if (made === "refused" || made === "removed") {
    if (judgement.ground === null) errors.set("ground", "Choisissez le motif.");
    if (judgement.reasons === "")
      errors.set("reasons", "Dites pourquoi : l’organisme doit pouvoir comprendre, et répondre.");
  }
  const long = tooLong(judgement.reasons, 1_000);
  if (long !== null) errors.set("reasons", long);
  if (errors.size > 0) return answerDecide(c, world, subject, fields, errors);
  const isFor = judgement.decision === "accepted" || judgement.decision === "restored";
  const outcome = await decide(
    world,
    visitor,
    subject.about,
    subject.id,
    isFor ? { ...judgement, ground: null } : judgement,
  );
  if (outcome === "absent") return notFound();
  if (outcome === "done") setFlash(c, "success", `C’est décidé, et dit à l’organisme : ${subject.title}.`);
  else setFlash(c, "warning", "Quelqu’un d’autre vient d’en décider, ou ce n’est plus possible.");
  return c.redirect(urls.animation.href(), 303);
}

interface Found {
  readonly visitor: SignedVisitor;
  readonly moderation: Moderation;
}

async function decision(c: RequestContext, world: World): Promise<Found> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const moderation = await inTransaction(world.db, readerOf(visitor), (tx) => findModeration(tx, id));
  if (moderation === null || !mayOnDecision(visitor, moderation.organisationId, "see-decision")) return notFound();
  return { visitor, moderation };
}

async function contest(c: RequestContext, world: World): Promise<Response> {
  const found = await decision(c, world);
  const { visitor, moderation } = found;
  if (!mayOnDecision(visitor, moderation.organisationId, "appeal")) forbidden();
  const fields = await readForm(c);
  const { answers, errors } = readPlainForm(appealForm, fields);
  if (errors.size > 0) return answerDecision(c, world, found, fields, errors);
  const outcome = await appeal(world, visitor, moderation.id, answers.reasons ?? "");
  if (outcome === "absent") return notFound();
  if (outcome === "done") setFlash(c, "success", "Votre recours est reçu. Une autre personne va relire.");
  else setFlash(c, "warning", "Un recours a déjà été fait, ou le délai est passé.");
  return c.redirect(urls.moderation.href({ id: moderation.id }), 303);
}

async function settle(c: RequestContext, world: World): Promise<Response> {
  const found = await decision(c, world);
  const { visitor, moderation } = found;
  if (!mayModerate(visitor, "see-desk")) notFound();
  if (!mayAnswerAppeal(visitor, moderation)) forbidden();
  const fields = await readForm(c);
  const { answers, errors } = readPlainForm(appealAnswerForm, fields);
  const sense = text(fields, "sens");
  const all = new Map(errors);
  if (sense !== "levee" && sense !== "maintien") all.set("answer", "Choisissez : lever ou maintenir la décision.");
  if (all.size > 0) return answerDecision(c, world, found, fields, all);
  const outcome = await answerAppeal(world, visitor, moderation, {
    upheld: sense === "maintien",
    text: answers.answer ?? "",
  });
  if (outcome === "done") setFlash(c, "success", "La réponse est dite à l’organisme.");
  else setFlash(c, "warning", "Ce recours a déjà reçu sa réponse, ou il n’y en a pas.");
  return c.redirect(urls.moderation.href({ id: moderation.id }), 303);
}

function answerDecision(
  c: RequestContext,
  world: World,
  found: Found,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Response {
  const { visitor, moderation } = found;
  const isWaiting = moderation.appeal !== null && moderation.appeal.upheld === null;
  return respondPage(
    c,
    world,
    {
      title: `Décision : ${moderation.title}`,
      current: mayModerate(visitor, "see-desk") ? urls.animation.href() : urls.community.href(),
      breadcrumbs: crumbs("Décision"),
      status: errors.size > 0 ? 422 : 200,
    },
    <DecisionPage
      moderation={moderation}
      mayAppeal={
        mayOnDecision(visitor, moderation.organisationId, "appeal") && canAppeal(moderation, world.clock.now())
      }
      mayAnswer={isWaiting && mayAnswerAppeal(visitor, moderation)}
      raw={raw}
      errors={errors}
    />,
  );
}
