import { Hono } from "hono";
import { frameworkByVersion } from "#policy/index.ts";
import { NEWS_KINDS, personOfChoices, REMINDER_KINDS, reminderKinds, WAYS, type Way } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { lengthOf } from "#text/index.ts";
import { choicesOf, isAgentPerson, keepChoices, type MailChoices } from "../choices.ts";
import { answerQuestion, findQuestion, mayAnswerQuestions } from "../questions.ts";
import { findNews, markNewsRead } from "../store.ts";
import { ChoicesPage, StopPage } from "./choices-page.tsx";
import type { DayPart } from "./day-part.ts";
import { QuestionPage } from "./question-page.tsx";
import { todayTasks } from "./task-routes.tsx";
import { showToday } from "./today.tsx";

/** What comes to people: an agent's day, with what later slices add to it, and everyone's choice of mails. */
export function newsRoutes(world: World, parts: readonly DayPart[]): Routes {
  const routes = new Hono<Env>();
  desk(routes, world, parts);
  todayTasks(routes, world, parts);
  questions(routes, world);
  choosing(routes, world);
  links(routes, world);
  return routes;
}

function desk(routes: Routes, world: World, parts: readonly DayPart[]): void {
  routes.get(urls.today.pattern, (c) => showToday(c, world, parts));
  routes.get(urls.newsItem.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const news = await findNews(tx, visitor.person.id, id);
      if (news !== null) await markNewsRead(tx, visitor.person.id, world.clock.now(), id);
      return news;
    });
    if (found === null) return notFound();
    if (found.kind === "question" && found.application !== null) {
      return c.redirect(urls.deskQuestion.href({ id: found.application }), 303);
    }
    const href = found.application === null ? urls.settings.href() : urls.review.href({ id: found.application });
    return c.redirect(href, 303);
  });
  routes.post(urls.newsRead.pattern, async (c) => {
    const visitor = requireAgent(c);
    await inTransaction(world.db, readerOf(visitor), (tx) =>
      markNewsRead(tx, visitor.person.id, world.clock.now(), null),
    );
    return c.redirect(urls.today.href(), 303);
  });
}

function questions(routes: Routes, world: World): void {
  routes.get(urls.deskQuestion.pattern, (c) => answerPage(c, world, {}));
  routes.post(urls.deskQuestion.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (!mayAnswerQuestions(visitor)) forbidden();
    const body = text(await readForm(c), "message");
    if (body === "") return answerPage(c, world, { body, error: "Écrivez votre réponse." });
    if (lengthOf(body) > 10_000) return answerPage(c, world, { body, error: "10 000 caractères au plus." });
    if (!(await answerQuestion(world, visitor, idParam(c, "id"), body))) return notFound();
    setFlash(c, "success", "Votre réponse est envoyée.");
    return c.redirect(urls.today.href(), 303);
  });
}

async function answerPage(
  c: RequestContext,
  world: World,
  refused: { readonly body?: string; readonly error?: string },
): Promise<Response> {
  if (!mayAnswerQuestions(requireAgent(c))) forbidden();
  const question = (await findQuestion(world, idParam(c, "id"))) ?? notFound();
  const schemeName = frameworkByVersion(question.framework)?.scheme(question.scheme)?.name ?? question.scheme;
  const status = refused.error === undefined ? 200 : 422;
  const page = <QuestionPage question={question} schemeName={schemeName} {...refused} />;
  return respondPage(c, world, { title: "Question sur un brouillon", current: urls.today.href(), status }, page);
}

function choosing(routes: Routes, world: World): void {
  routes.get(urls.accountMails.pattern, (c) => {
    const visitor = requireSignedIn(c);
    return answerChoices(c, world, visitor.person.id, urls.accountMails.href());
  });
  routes.post(urls.accountMails.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    await save(world, visitor.person.id, await readForm(c), visitor.agentRoles.length > 0);
    setFlash(c, "success", "Vos courriels suivront ce choix.");
    return c.redirect(urls.accountMails.href(), 303);
  });
}

/** From a mail, without signing in: the seal says whose choices they are, and opens nothing else. */
function links(routes: Routes, world: World): void {
  routes.get(urls.mailChoices.pattern, (c) => {
    const key = c.req.param("key");
    return answerChoices(c, world, personOfChoices(world, key) ?? notFound(), urls.mailChoices.href({ key }));
  });
  routes.post(urls.mailChoices.pattern, async (c) => {
    const key = c.req.param("key");
    const person = personOfChoices(world, key) ?? notFound();
    const isAgent = await inTransaction(world.db, "system", (tx) => isAgentPerson(tx, person));
    await save(world, person, await readForm(c), isAgent);
    setFlash(c, "success", "Vos courriels suivront ce choix.");
    return c.redirect(urls.mailChoices.href({ key }), 303);
  });
  routes.get(urls.mailStop.pattern, (c) => {
    const { key, kind } = stopOf(c, world);
    const page = (
      <StopPage
        action={urls.mailStop.href({ key, kind })}
        label={reminderKinds[kind]}
        choices={urls.mailChoices.href({ key })}
      />
    );
    return respondPage(c, world, { title: "Ne plus recevoir ce rappel" }, page);
  });
  routes.post(urls.mailStop.pattern, async (c) => {
    const { key, kind, person } = stopOf(c, world);
    await keep(world, person, { [kind]: "none" });
    setFlash(c, "success", "Ce rappel ne vous sera plus envoyé.");
    return c.redirect(urls.mailChoices.href({ key }), 303);
  });
}

function stopOf(c: RequestContext, world: World) {
  const key = c.req.param("key") ?? "";
  const kind = REMINDER_KINDS.find((one) => one === c.req.param("kind")) ?? notFound();
  return { key, kind, person: personOfChoices(world, key) ?? notFound() };
}

async function answerChoices(c: RequestContext, world: World, person: string, action: string): Promise<Response> {
  const found = await inTransaction(world.db, "system", async (tx) => ({
    choices: await choicesOf(tx, person),
    isAgent: await isAgentPerson(tx, person),
  }));
  return respondPage(c, world, { title: "Mes courriels" }, <ChoicesPage action={action} {...found} />);
}

async function save(world: World, person: string, fields: FormFields, isAgent: boolean): Promise<void> {
  const chosen: Record<string, Way> = {};
  for (const kind of isAgent ? NEWS_KINDS : []) {
    const way = WAYS.find((one) => one === text(fields, kind));
    if (way !== undefined) chosen[kind] = way;
  }
  for (const kind of REMINDER_KINDS) chosen[kind] = text(fields, kind) === "" ? "none" : "now";
  await keep(world, person, chosen);
}

function keep(world: World, person: string, choices: MailChoices): Promise<void> {
  return inTransaction(world.db, "system", (tx) => keepChoices(tx, person, world.clock.now(), choices));
}
