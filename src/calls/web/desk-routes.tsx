import { day, frameworkOn, type OpenScheme } from "#policy/index.ts";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text, textWithin } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { oneLine } from "#text/index.ts";
import { createCall, editCall } from "../acts.ts";
import { type Call, type PublishedCall, schemeOfCall } from "../call.ts";
import { readCall, withProposedWeights } from "../content.ts";
import type { CallDrafts } from "../extend.ts";
import { callForm } from "../form.ts";
import { mayOnCalls } from "../may.ts";
import { answerNote, LONGEST_NOTE } from "../notes.ts";
import { answerQuestion } from "../questions.ts";
import { listCalls } from "../store.ts";
import { withSection } from "../typed.ts";
import { CallPage } from "./call-page.tsx";
import {
  afterAct,
  answerDesk,
  deskOptions,
  load,
  loadToEdit,
  requireAct,
  requireDesk,
  versionOf,
} from "./desk-answers.tsx";
import { CallDeskPage } from "./desk-page.tsx";
import { deskSteps } from "./desk-steps.tsx";
import { NewCallPage } from "./new-call-page.tsx";
import { PartPage } from "./part-page.tsx";
import { trialRoutes } from "./trial-routes.tsx";

/** The funder's desk of calls: written by an administrator, opened by a supervisor. */
export function deskRoutes(routes: Routes, world: World, drafts: CallDrafts): void {
  routes.get(urls.callDesk.pattern, async (c) => {
    const visitor = requireDesk(c);
    const calls = await inTransaction(world.db, readerOf(visitor), listCalls);
    const page = <CallDeskPage calls={calls} now={world.clock.now()} mayMake={mayOnCalls(visitor, "edit")} />;
    return respondPage(
      c,
      world,
      { title: "Appels à projets", current: urls.callDesk.href(), density: "compact" },
      page,
    );
  });
  making(routes, world);
  writing(routes, world);
  answering(routes, world, drafts);
  trialRoutes(routes, world);
  deskSteps(routes, world, drafts);
  routes.get(urls.deskCall.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    return answerDesk(c, world, drafts, visitor, call, {}, {});
  });
  routes.get(urls.deskCallPreview.pattern, async (c) => {
    const { call } = await load(c, world);
    return answerPreview(c, world, call);
  });
  routes.post(urls.deskCallAnswer.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const [id, fields] = [idParam(c, "question"), await readForm(c)];
    const wrong: Record<string, string> = {};
    const question = textWithin(fields, "question", 4_000, wrong);
    const answer = textWithin(fields, "reponse", 8_000, wrong);
    if (question === "") wrong.question = "Écrivez la question, sans aucun nom.";
    if (answer === "") wrong.reponse = "Écrivez la réponse.";
    if (Object.keys(wrong).length > 0) {
      return answerDesk(c, world, drafts, visitor, call, fields, errorsAt(id, wrong));
    }
    const outcome = await answerQuestion(world, visitor, id, { question, answer });
    return afterAct(c, call.id, outcome, "La réponse paraît sur la page de l’appel.", "#questions");
  });
}

/** What is answered to a note, and to nobody else. */
function answering(routes: Routes, world: World, drafts: CallDrafts): void {
  routes.post(urls.deskCallNote.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const [id, fields] = [idParam(c, "note"), await readForm(c)];
    const wrong: Record<string, string> = {};
    const answer = textWithin(fields, "reponse", LONGEST_NOTE, wrong);
    if (answer === "") wrong.reponse = "Écrivez votre réponse.";
    if (Object.keys(wrong).length > 0) {
      return answerDesk(c, world, drafts, visitor, call, fields, errorsAt(id, wrong));
    }
    const outcome = await answerNote(world, visitor, id, answer);
    return afterAct(c, call.id, outcome, "La réponse est envoyée.", "#notes");
  });
}

/** Each question and each note has its own form on the page: what is wrong stands at that one's. */
function errorsAt(id: string, wrong: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wrong).map(([name, message]) => [`${name}-${id}`, message]));
}

function making(routes: Routes, world: World): void {
  routes.get(urls.newCall.pattern, (c) => {
    requireAct(c, "edit");
    return answerNew(c, world, { title: "", scheme: "" }, {});
  });
  routes.post(urls.newCall.pattern, async (c) => {
    const visitor = requireAct(c, "edit");
    const fields = await readForm(c);
    const title = oneLine(text(fields, "titre"));
    const scheme = callable(world).find(({ slug }) => slug === text(fields, "dispositif"));
    const errors: Record<string, string> = {};
    if (scheme === undefined) errors.dispositif = "Choisissez un dispositif.";
    if (title === "") errors.titre = "Donnez un titre.";
    if (title.length > 200) errors.titre = "200 caractères au plus.";
    if (scheme === undefined || Object.keys(errors).length > 0) {
      return answerNew(c, world, { title, scheme: scheme?.slug ?? "" }, errors);
    }
    const id = await createCall(world, visitor, scheme, title);
    return c.redirect(urls.deskCall.href({ id }), 303);
  });
}

/** The schemes that open by a call, in the version in force. */
function callable(world: World): readonly OpenScheme[] {
  const framework = frameworkOn(day(today(world.clock).toString()));
  return framework.schemes.filter(
    (scheme): scheme is OpenScheme => scheme.status === "open" && scheme.opening === "by-call",
  );
}

function answerNew(
  c: RequestContext,
  world: World,
  typed: { readonly title: string; readonly scheme: string },
  errors: Readonly<Record<string, string>>,
): Response {
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const page = <NewCallPage schemes={callable(world)} typed={typed} errors={errors} />;
  return respondPage(c, world, { title: "Préparer un appel", current: urls.callDesk.href(), status }, page);
}

function writing(routes: Routes, world: World): void {
  routes.get(urls.deskCallPart.pattern, async (c) => {
    const { call } = await loadToEdit(c, world);
    return answerPart(c, world, call, call.raw, new Map());
  });
  routes.post(urls.deskCallPart.pattern, async (c) => {
    const { visitor, call } = await loadToEdit(c, world);
    const section = sectionOf(c, call);
    const fields = await readForm(c);
    const raw = withSection(call.raw, section, fields);
    const own = section.items.map((item) => item.path.join("."));
    const errors = [...readCall(schemeOfCall(call), raw).errors].filter(([path]) =>
      own.some((base) => path === base || path.startsWith(`${base}.`)),
    );
    if (errors.length > 0) return answerPart(c, world, call, raw, new Map(errors));
    const outcome = await editCall(world, visitor, call.id, versionOf(fields), raw);
    if (outcome === "stale") {
      const told = "Une autre personne a enregistré entre-temps : relisez, puis enregistrez à nouveau.";
      return answerPart(c, world, call, raw, new Map([[own[0] ?? "", told]]));
    }
    if (outcome !== "done" || text(fields, "suite") !== "ici")
      return afterAct(c, call.id, outcome, "C’est enregistré.");
    setFlash(c, "success", "C’est enregistré.");
    return c.redirect(urls.deskCallPart.href({ id: call.id, part: section.id }), 303);
  });
}

function sectionOf(c: RequestContext, call: Call) {
  const { sections } = callForm(schemeOfCall(call));
  return sections.find(({ id }) => id === c.req.param("part")) ?? notFound();
}

function answerPart(
  c: RequestContext,
  world: World,
  call: Call,
  typed: Call["raw"],
  errors: ReadonlyMap<string, string>,
): Response {
  const section = sectionOf(c, call);
  const raw = withProposedWeights(schemeOfCall(call), typed);
  const page = <PartPage call={call} section={section} raw={raw} errors={errors} />;
  const status = errors.size > 0 ? 422 : 200;
  return respondPage(c, world, { ...deskOptions(call, section.title), status }, page);
}

/** The public page as it will stand; days that are still missing are today's. */
function answerPreview(c: RequestContext, world: World, call: Call): Response {
  const now = world.clock.now();
  const shown: PublishedCall = {
    ...call,
    state: "published",
    opensAt: call.opensAt ?? now,
    closesAt: call.closesAt ?? now,
  };
  const page = (
    <>
      <Notice tone="info" title="Un aperçu">
        Seuls les agents voient cette page, comme un candidat la verra une fois l’appel ouvert.
      </Notice>
      <CallPage call={shown} now={now} answers={[]} extensions={[]} />
    </>
  );
  return respondPage(c, world, deskOptions(call, "Comme un candidat la verra"), page);
}
