import { randomUUID } from "node:crypto";
import type { Assessment } from "#policy/index.ts";
import {
  type CompletionRequest,
  findApplication,
  latestRevision,
  mayEdit,
  maySeeAsApplicant,
  mayTake,
  type OpenApplication,
  openApplication,
  openCompletionRequest,
  type RawValue,
  type Refusal,
} from "#src/life/index.ts";
import { actFields, answerAct, readAct } from "#src/life/web/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { type Content, communeQueryName, type FormError, fieldId, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { settleEvident } from "../belonging/acts.ts";
import { standingFor } from "../belonging/store.ts";
import { answerCompletion } from "../completion/answer-completion.ts";
import { type ReopenedPapers, reopenedPapers, reopenedPaths } from "../completion/completion.ts";
import { CompletionPage } from "../completion/completion-page.tsx";
import { consequencesOf } from "../completion/consequences.ts";
import { breadcrumbsOf, savedText } from "../draft/answer-section.tsx";
import {
  conflictNotes,
  conflictSummary,
  conflictsAt,
  settled,
  toldInOneLine,
  withoutUndecided,
} from "../draft/conflicts.tsx";
import { draftPrint } from "../draft/draft-print.ts";
import { draftPrintOf } from "../draft/draft-print-of.ts";
import { saveDraft, type ToldConflict } from "../draft/drafts.ts";
import { buttons } from "../draft/form-question.tsx";
import { readPosted } from "../draft/posted.ts";
import { KNOWINGLY, SubmissionPage } from "./submission-page.tsx";
import { submitApplication } from "./submit-application.ts";

/** Filing a request, and answering when more is asked. */
export function filingRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationSubmission.pattern, async (c) => {
    const file = await load(c, world);
    if (file.application.state !== "draft") return c.redirect(urls.application.href({ id: file.application.id }), 303);
    return answerSubmission(c, world, file, [], []);
  });
  routes.get(urls.applicationDraftPdf.pattern, async (c) => {
    const file = await load(c, world);
    if (file.application.state !== "draft") return c.redirect(urls.application.href({ id: file.application.id }), 303);
    const { pdf } = await funderPdf(world.config, draftPrint, draftPrintOf(world.config, file, world.clock.now()));
    return pdfResponse(pdf, "brouillon.pdf");
  });
  routes.post(urls.applicationSubmission.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const prefix = "declarations.";
    const ticked = Object.keys(fields).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
    const request = readAct(id, fields, urls.applicationFiled.href({ id }));
    // What showed by itself whom they act for is written down before the filing that rests on it.
    const application = await inTransaction(world.db, readerOf(visitor), (tx) => findApplication(tx, id));
    if (application === null || !maySeeAsApplicant(visitor, application)) return notFound();
    if (mayTake(visitor, application, "submit")) await settleEvident(world, visitor, application.organisationId);
    await c.get("turn")?.come();
    const outcome = await submitApplication(world, visitor, request, ticked, KNOWINGLY, c.get("arrivedAt"));
    return answerAct(c, world, outcome, null, async (refusals) =>
      answerSubmission(c, world, await load(c, world), ticked, refusals),
    );
  });
  routes.get(urls.applicationCompletion.pattern, async (c) => {
    const { file, asked } = await loadRequest(c, world);
    if (asked === null) return c.redirect(urls.application.href({ id: file.application.id }), 303);
    return answerRequest(c, world, file, asked, { conflicts: [], refusals: [] });
  });
  routes.post(urls.applicationCompletion.pattern, async (c) => {
    const fields = await readForm(c);
    return text(fields, buttons.go) === "envoyer" ? send(c, world, fields) : keep(c, world, fields);
  });
}

async function load(c: RequestContext, world: World): Promise<OpenApplication> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()));
  return file !== null && maySeeAsApplicant(visitor, file.application) ? file : notFound();
}

async function answerSubmission(
  c: RequestContext,
  world: World,
  file: OpenApplication,
  ticked: readonly string[],
  refusals: readonly Refusal[],
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const standing = await standingFor(world, visitor, file.application.organisationId);
  return respondPage(
    c,
    world,
    {
      title: `Relire et déposer, ${file.reading.scheme.name}`,
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, "Relire et déposer"),
      status: refusals.length > 0 ? 422 : 200,
    },
    <SubmissionPage
      file={file}
      maySubmit={mayTake(visitor, file.application, "submit")}
      standing={standing}
      fields={actFields(file.application)}
      ticked={ticked}
      refusals={refusals}
      now={world.clock.now()}
    />,
  );
}

interface Asked {
  readonly request: CompletionRequest;
  readonly papers: ReopenedPapers;
  /** What the rules said of the version filed last. */
  readonly assessed: Assessment | null;
}

interface Loaded {
  readonly file: OpenApplication;
  readonly asked: Asked | null;
}

async function loadRequest(c: RequestContext, world: World): Promise<Loaded> {
  const file = await load(c, world);
  const visitor = requireSignedIn(c);
  const { application } = file;
  if (application.state !== "completion-requested") return { file, asked: null };
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const request = await openCompletionRequest(tx, application.id);
    if (request === null) return { file, asked: null };
    const last = await latestRevision(tx, application.id);
    const papers = reopenedPapers(request, file.reading, file.attachments, last?.attachments ?? []);
    return { file, asked: { request, papers, assessed: last === null ? null : (last.assessment as Assessment) } };
  });
}

async function send(c: RequestContext, world: World, fields: FormFields): Promise<Response> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const outcome = await answerCompletion(world, visitor, readAct(id, fields, urls.application.href({ id })), {
    name: KNOWINGLY,
    isTicked: text(fields, `declarations.${KNOWINGLY}`) !== "",
  });
  return answerAct(c, world, outcome, "Vos réponses sont envoyées. L’instruction reprend.", async (refusals) => {
    const { file, asked } = await loadRequest(c, world);
    if (asked === null) return c.redirect(urls.application.href({ id }), 303);
    return answerRequest(c, world, file, asked, { conflicts: [], refusals });
  });
}

async function keep(c: RequestContext, world: World, fields: FormFields): Promise<Response> {
  const visitor = requireSignedIn(c);
  const json = c.req.header("accept") === "application/json";
  const { file, asked } = await loadRequest(c, world);
  const { id } = file.application;
  if (asked === null) {
    const message = "Cette demande de compléments est close.";
    return json ? c.json({ message }, 409) : c.redirect(urls.application.href({ id }), 303);
  }
  const reopened = reopenedPaths(asked.request, file.reading);
  const questions = file.reading.allQuestions.filter((one) => reopened.has(one.path));
  const base = text(fields, "base");
  const posted = settled(fields, {
    values: readPosted(fields, questions, communeQueryName),
    baseVersion: /^\d{1,9}$/.test(base) ? Number(base) : file.application.rawVersion,
    page: cutText(text(fields, "page"), 40),
  });
  const saved = await saveDraft(
    world,
    visitor,
    id,
    json ? withoutUndecided(posted) : posted,
    (application) => application.state === "completion-requested",
  );
  if (saved.kind !== "saved") {
    if (json) return c.json({ message: "Votre rôle ne permet pas de répondre." }, saved.kind === "absent" ? 404 : 403);
    return saved.kind === "absent" ? notFound() : forbidden();
  }
  if (json) {
    const [conflict] = saved.conflicts;
    if (conflict !== undefined) return c.json(toldInOneLine(file.reading.allQuestions, conflict), 409);
    return c.json({ savedAt: saved.application.rawSavedAt.toString() });
  }
  if (saved.conflicts.length === 0) return c.redirect(urls.applicationCompletion.href({ id }), 303);
  return answerRequest(c, world, await load(c, world), asked, { conflicts: saved.conflicts, refusals: [] });
}

interface Told {
  readonly conflicts: readonly ToldConflict[];
  readonly refusals: readonly Refusal[];
}

function answerRequest(
  c: RequestContext,
  world: World,
  file: OpenApplication,
  { request, papers, assessed }: Asked,
  told: Told,
): Response {
  const visitor = requireSignedIn(c);
  const { reading, application } = file;
  const raw: Record<string, RawValue> = { ...reading.raw };
  const notes = new Map<string, Content>(
    request.items.map((item) => [
      item.path,
      <Notice key={item.path} tone="warning" title="Ce que demande le service">
        {item.message}
      </Notice>,
    ]),
  );
  for (const { path, yours } of told.conflicts) raw[path] = yours;
  const conflicting = conflictsAt(told.conflicts, reading.allQuestions);
  for (const [path, choice] of conflictNotes(conflicting)) {
    notes.set(
      path,
      <>
        {notes.get(path)}
        {choice}
      </>,
    );
  }
  const errors = new Map(reading.errors);
  for (const refusal of told.refusals) if (refusal.path !== undefined) errors.set(refusal.path, refusal.message);
  const refused = told.refusals.map(
    ({ path, message }): FormError => ({ message, ...(path === undefined ? {} : { id: fieldId(path) }) }),
  );
  const summary = [...refused, ...conflictSummary(conflicting)];
  return respondPage(
    c,
    world,
    {
      title: "Répondre à la demande de compléments",
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, "Compléments"),
      scripts: ["autosave", "live", "upload", "commune"],
      status: told.refusals.length > 0 ? 422 : told.conflicts.length > 0 ? 409 : 200,
      toCorrect: summary.length > 0,
    },
    <CompletionPage
      file={file}
      request={request}
      state={{ reading, raw, errors, notes }}
      reopened={reopenedPaths(request, reading)}
      papers={papers}
      consequences={assessed === null ? null : consequencesOf(assessed, reading.assessment)}
      errors={summary}
      paperError={null}
      page={randomUUID()}
      savedText={savedText(application, world)}
      mayEdit={mayEdit(visitor, application)}
      today={today(world.clock).toString()}
      fields={actFields(application)}
    />,
  );
}
