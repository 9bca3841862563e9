import { Hono } from "hono";
import { etag } from "hono/etag";
import { readerOf } from "#src/people/index.ts";
import {
  type Env,
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
import { LinkButton } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isPublished, phaseOf } from "../call.ts";
import type { CallDrafts } from "../extend.ts";
import { calendarOfCalls, feedOfCalls } from "../feeds.ts";
import { askQuestion, LONGEST_QUESTION, publicAnswers, takesQuestions } from "../questions.ts";
import { findCall, listPublished, listVersions } from "../store.ts";
import { callsApi } from "./api.ts";
import { AskForm } from "./ask-form.tsx";
import { CallPage } from "./call-page.tsx";
import { CallsPage } from "./calls-page.tsx";
import { deskRoutes } from "./desk-routes.tsx";
import { noteRoutes } from "./note-routes.tsx";

/** The pages of calls: for all, and at the funder's desk. */
export function callRoutes(world: World, drafts: CallDrafts): Routes {
  const routes = new Hono<Env>();
  callsApi(routes, world);
  const published = () => inTransaction(world.db, "public", (tx) => listPublished(tx));
  routes.get(urls.calls.pattern, etag({ weak: true }), async (c) => {
    const options = {
      title: "Appels à projets",
      description: "Les appels à projets ouverts, à venir et clos.",
      current: urls.aids.href(),
      public: true,
    };
    return respondPage(c, world, options, <CallsPage calls={await published()} now={world.clock.now()} />);
  });
  routes.get(urls.callsCalendar.pattern, etag({ weak: true }), async () =>
    feed(calendarOfCalls(world, await published()), "text/calendar"),
  );
  routes.get(urls.callsFeed.pattern, etag({ weak: true }), async () =>
    feed(feedOfCalls(world, await published()), "application/atom+xml"),
  );
  routes.get(urls.call.pattern, etag({ weak: true }), (c) => answerCall(c, world, "", undefined));
  routes.post(urls.callQuestions.pattern, (c) => answerQuestionAsked(c, world));
  noteRoutes(routes, world);
  deskRoutes(routes, world, drafts);
  return routes;
}

function feed(body: string, type: string): Response {
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "public, max-age=300" };
  return new Response(body, { headers });
}

async function load(c: RequestContext, world: World) {
  const visitor = c.get("visitor");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const call = await findCall(tx, { slug: c.req.param("slug") ?? "" });
    if (call === null || !isPublished(call)) return null;
    const versions = await listVersions(tx, call.id);
    const extensions = versions.filter(({ cause }) => cause === "extended");
    return { call, answers: await publicAnswers(tx, call.id), extensions };
  });
  return found ?? notFound();
}

async function answerCall(
  c: RequestContext,
  world: World,
  typed: string,
  error: string | undefined,
): Promise<Response> {
  const found = await load(c, world);
  const now = world.clock.now();
  const isSignedIn = c.get("visitor").person !== null;
  const phase = phaseOf(found.call, now);
  const actions =
    phase === "open" ? (
      <>
        <LinkButton href={urls.newApplication.href({}, { appel: found.call.slug })}>Répondre à l’appel</LinkButton>
        <LinkButton
          variant="secondary"
          href={urls.simulator.href({ scheme: found.call.scheme }, { appel: found.call.slug })}
        >
          Simuler mon projet
        </LinkButton>
      </>
    ) : (
      <LinkButton variant="secondary" href={urls.subscriptions.href({}, { sujets: "calls" })} icon="message">
        {phase === "to-come" ? "Être averti de l’ouverture" : "Être averti du prochain appel"}
      </LinkButton>
    );
  const page = (
    <CallPage {...found} now={now} actions={actions}>
      {takesQuestions(found.call, now) && (
        <AskForm slug={found.call.slug} isSignedIn={isSignedIn} typed={typed} error={error} />
      )}
    </CallPage>
  );
  const options = {
    title: found.call.title,
    current: urls.aids.href(),
    breadcrumbs: [{ label: "Appels à projets", href: urls.calls.href() }, { label: found.call.title }],
    public: true,
    ...(error === undefined ? null : { status: 422 as const }),
  };
  return respondPage(c, world, options, page);
}

async function answerQuestionAsked(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const { call } = await load(c, world);
  const body = text(await readForm(c), "question");
  if (body === "") return answerCall(c, world, body, "Écrivez votre question.");
  if (body.length > LONGEST_QUESTION) return answerCall(c, world, body, "4 000 caractères au plus.");
  const isAsked = await askQuestion(world, visitor, call.id, body);
  setFlash(
    c,
    isAsked ? "success" : "danger",
    isAsked
      ? "Votre question est envoyée. La réponse paraîtra sur cette page, pour tous, et un courriel vous le dira."
      : "Cet appel ne prend plus de questions.",
  );
  return c.redirect(`${urls.call.href({ slug: call.slug })}#questions`, 303);
}
