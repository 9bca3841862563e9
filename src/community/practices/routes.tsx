import { etag } from "hono/etag";
import { type Raw, territory } from "#policy/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  filterAmong,
  forbidden,
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
import { type AnswersOf, readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { mayModerate } from "../moderation/may.ts";
import { decidable } from "../moderation/prompt.ts";
import { lastDecisionOn } from "../moderation/store.ts";
import { crumbs } from "../web/crumbs.ts";
import { loadPractice, ofMember, toWrite } from "../web/practice-guard.ts";
import { comment, rewritePractice, submitPractice, writePractice } from "./acts.ts";
import { EditPracticePage } from "./edit-page.tsx";
import { commentForm, practiceForm } from "./form.ts";

import { mayCommentFor, mayWrite, mayWriteFor } from "./may.ts";
import { pieceRoutes } from "./piece-routes.tsx";
import { piecesOf } from "./piece-store.ts";
import { themeWords } from "./practice.ts";
import { PracticePage } from "./practice-page.tsx";
import { PracticesPage } from "./practices-page.tsx";
import { commentsOn, practicesOf, publishedPractices } from "./store.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Practices: told by an organisation, read before they appear, commented by others. */
export function practiceRoutes(routes: Routes, world: World): void {
  routes.get(urls.practices.pattern, etag({ weak: true }), (c) => list(c, world));
  writing(routes, world);
  pieceRoutes(routes, world);
  routes.get(urls.practice.pattern, etag({ weak: true }), (c) => answerPractice(c, world, {}, none));
  routes.post(urls.practiceComments.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const practice = await loadPractice(c, world);
    if (practice.state !== "published") notFound();
    const fields = await readForm(c);
    const organisationId = text(fields, "organisation");
    if (!mayCommentFor(visitor).some(({ id }) => id === organisationId)) forbidden();
    const { answers, errors } = readPlainForm(commentForm, fields);
    if (errors.size > 0) return answerPractice(c, world, fields, errors);
    await comment(world, visitor, practice, { organisationId, body: answers.comment ?? "" });
    setFlash(c, "success", "Votre commentaire est en ligne.");
    return c.redirect(`${urls.practice.href({ slug: practice.slug })}#commentaires`, 303);
  });
}

async function list(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const searched = { title: "Pratiques partagées", href: urls.practices.href(), all: "Voir toutes les pratiques" };
  const theme = filterAmong(c, world, "theme", Object.keys(themeWords), searched);
  const ids = visitor.memberships.map((one) => one.organisationId);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    practices: await publishedPractices(tx, theme),
    own: await practicesOf(tx, ids),
  }));
  return respondPage(
    c,
    world,
    {
      title: "Pratiques partagées",
      description: `Ce que des structures ont essayé ${territory.where}, raconté par elles.`,
      current: urls.community.href(),
      breadcrumbs: crumbs("Pratiques"),
      public: true,
    },
    <PracticesPage {...found} theme={theme} />,
  );
}

function textOf(answers: AnswersOf<typeof practiceForm>) {
  return {
    title: answers.title ?? "",
    summary: answers.summary ?? "",
    body: answers.body ?? "",
    themes: answers.themes ?? [],
  };
}

function writing(routes: Routes, world: World): void {
  routes.get(urls.newPractice.pattern, (c) => {
    const organisations = mayWrite(requireSignedIn(c));
    return answerEdit(c, world, { slug: null, organisations, raw: {}, errors: none });
  });
  routes.post(urls.newPractice.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const organisations = mayWrite(visitor);
    const fields = await readForm(c);
    const organisationId = text(fields, "organisation");
    if (!organisations.some(({ id }) => id === organisationId)) forbidden();
    const { answers, errors } = readPlainForm(practiceForm, fields);
    if (errors.size > 0) return answerEdit(c, world, { slug: null, organisations, raw: fields, errors });
    const slug = await writePractice(world, visitor, organisationId, textOf(answers));
    setFlash(c, "success", "Le brouillon est enregistré. Relisez-le, puis proposez-le.");
    return c.redirect(urls.practice.href({ slug }), 303);
  });
  routes.get(urls.practiceEdit.pattern, async (c) => {
    const { practice } = await toWrite(c, world);
    const { slug, title, summary, body, themes } = practice;
    const raw = { title, summary, body, themes };
    return answerEdit(c, world, {
      slug,
      organisations: [{ id: practice.organisationId, name: practice.organisationName }],
      raw,
      errors: none,
    });
  });
  routes.post(urls.practiceEdit.pattern, async (c) => {
    const { visitor, practice } = await toWrite(c, world);
    const { slug } = practice;
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(practiceForm, fields);
    const organisations = [{ id: practice.organisationId, name: practice.organisationName }];
    if (errors.size > 0) return answerEdit(c, world, { slug, organisations, raw: fields, errors });
    if (await rewritePractice(world, visitor, practice.id, textOf(answers)))
      setFlash(c, "success", "Le brouillon est à jour.");
    else setFlash(c, "warning", "Elle a été proposée entre-temps : elle ne se modifie plus.");
    return c.redirect(urls.practice.href({ slug }), 303);
  });
  routes.post(urls.practiceSubmission.pattern, async (c) => {
    const { visitor, practice } = await ofMember(c, world);
    if (await submitPractice(world, visitor, practice.id))
      setFlash(c, "success", "Merci : elle sera relue avant de paraître.");
    else setFlash(c, "warning", "Elle a déjà été proposée.");
    return c.redirect(urls.practice.href({ slug: practice.slug }), 303);
  });
}

function answerEdit(c: RequestContext, world: World, props: Parameters<typeof EditPracticePage>[0]): Response {
  return respondPage(
    c,
    world,
    {
      title: props.slug === null ? "Raconter une pratique" : "Reprendre la pratique",
      current: urls.community.href(),
      breadcrumbs: crumbs("Raconter une pratique", urls.practices.href(), "Pratiques"),
      status: props.errors.size > 0 ? 422 : 200,
    },
    <EditPracticePage {...props} />,
  );
}

async function answerPractice(
  c: RequestContext,
  world: World,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Promise<Response> {
  const visitor = c.get("visitor");
  const practice = await loadPractice(c, world);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    pieces: await piecesOf(tx, practice.id),
    comments: await commentsOn(tx, practice.id),
    decision: await lastDecisionOn(tx, "practice", practice.id),
    decide: await decidable(tx, visitor, "practice", practice.id),
  }));
  return respondPage(
    c,
    world,
    {
      title: practice.title,
      description: practice.summary,
      current: urls.community.href(),
      breadcrumbs: crumbs(practice.title, urls.practices.href(), "Pratiques"),
      public: practice.state === "published",
      status: errors.size > 0 ? 422 : 200,
    },
    <PracticePage
      {...found}
      practice={practice}
      mayWrite={mayWriteFor(visitor, practice.organisationId)}
      mayModerate={mayModerate(visitor, "decide")}
      commentFor={mayCommentFor(visitor)}
      isSignedIn={visitor.person !== null}
      raw={raw}
      errors={errors}
    />,
  );
}
