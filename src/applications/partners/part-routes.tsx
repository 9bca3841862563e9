import { randomUUID } from "node:crypto";
import type { Group } from "#policy/index.ts";
import { hashOfPart, type Refusal } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName, errorAt, fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { groupOfItem } from "../begin/begin.ts";
import { savedText } from "../draft/answer-section.tsx";
import {
  conflictNotes,
  conflictSummary,
  conflictsAt,
  settled,
  toldInOneLine,
  withoutUndecided,
} from "../draft/conflicts.tsx";
import type { ToldConflict } from "../draft/drafts.ts";
import { buttons } from "../draft/form-question.tsx";
import { readPosted } from "../draft/posted.ts";
import { confirmPart } from "./confirm.ts";
import { here, isWriter, load, mayWrite } from "./guard.ts";
import { titleOf } from "./mails.ts";
import { PartPage } from "./part-page.tsx";
import { PartnershipPage } from "./partnership-page.tsx";
import { declarationsFor, type SharedProject } from "./project.ts";
import { savePart } from "./write.ts";

export function answerProject(
  c: RequestContext,
  world: World,
  project: SharedProject,
  ticked: readonly string[],
  refusals: readonly Refusal[],
): Response {
  const visitor = requireSignedIn(c);
  return respondPage(
    c,
    world,
    {
      title: `${titleOf(project.application)}, projet commun`,
      current: urls.dashboard.href(),
      breadcrumbs: [{ label: "Mon espace", href: urls.dashboard.href() }, { label: "Projet commun" }],
      status: refusals.length > 0 ? 422 : 200,
      toCorrect: refusals.length > 0,
    },
    <PartnershipPage
      project={project}
      mayWrite={isWriter(visitor, project.partner.organisationId)}
      declarations={declarationsFor(project)}
      ticked={ticked}
      refusals={refusals}
      seen={hashOfPart(project.consortium, project.application.raw, project.own.part.path)}
      newKey={() => randomUUID()}
    />,
  );
}

export async function confirm(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const partnerId = idParam(c, "partner");
  const fields = await readForm(c);
  const prefix = "declarations.";
  const ticked = Object.keys(fields).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const project = await load(c, world);
  if (!mayWrite(visitor, project)) return forbidden();
  const outcome = await confirmPart(world, visitor, partnerId, readKey(fields), text(fields, "vu"), ticked);
  switch (outcome.kind) {
    case "done":
      setFlash(c, "success", "Votre partie est confirmée. Le chef de file est prévenu.");
      return c.redirect(outcome.location, 303);
    case "absent":
      return notFound();
    case "forbidden":
      return forbidden();
    case "refused":
      return answerProject(c, world, await load(c, world), ticked, outcome.refusals);
  }
}

export async function keepPart(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const json = c.req.header("accept") === "application/json";
  const project = await load(c, world);
  const fields = await readForm(c);
  if (!mayWrite(visitor, project)) {
    if (json) return c.json({ message: "Cette partie ne se modifie pas, ou plus." }, 409);
    return isWriter(visitor, project.partner.organisationId) ? c.redirect(here(project), 303) : forbidden();
  }
  const shownAt = shownIn(fields, project);
  const posted = postedIn(fields, project, shownAt);
  const saved = await savePart(world, visitor, project.partner.id, json ? withoutUndecided(posted) : posted, shownAt);
  if (saved.kind !== "saved") {
    if (json)
      return c.json({ message: "Cette partie ne se modifie pas, ou plus." }, saved.kind === "absent" ? 404 : 403);
    return saved.kind === "absent" ? notFound() : forbidden();
  }
  const [conflict] = saved.conflicts;
  if (json) {
    if (conflict !== undefined) return c.json(toldInOneLine(project.reading.allQuestions, conflict), 409);
    return c.json({ savedAt: saved.application.rawSavedAt.toString() });
  }
  const after = await load(c, world);
  if (conflict !== undefined) return answerPart(c, world, after, saved.conflicts, false);
  const searched = text(fields, "chercher-commune");
  const part = urls.partnershipPart.href({ partner: project.partner.id });
  if (searched !== "") return c.redirect(`${part}#${fieldId(searched)}`, 303);
  if (text(fields, buttons.go) !== "relire") return c.redirect(part, 303);
  const isLeft = after.missing.length + after.errors.size > 0;
  return c.redirect(
    isLeft ? urls.partnershipPart.href({ partner: project.partner.id }, { verifier: 1 }) : here(after),
    303,
  );
}

/** Where the part stood when the page was made; where it stands now for a page that does not say. */
function shownIn(fields: FormFields, { own, consortium }: SharedProject): string {
  const said = text(fields, "partie");
  return new RegExp(`^${consortium.each.join("\\.")}\\.\\d{1,4}$`).test(said) ? said : own.part.path;
}

function postedIn(fields: FormFields, { reading, own, application }: SharedProject, shownAt: string) {
  const questions = reading.allQuestions
    .filter(({ path }) => path.startsWith(`${own.part.path}.`))
    .map(({ question, path }) => ({ question, path: shownAt + path.slice(own.part.path.length) }));
  const base = text(fields, "base");
  return settled(fields, {
    values: readPosted(fields, questions, communeQueryName),
    baseVersion: /^\d{1,9}$/.test(base) ? Number(base) : application.rawVersion,
    page: cutText(text(fields, "page"), 40),
  });
}

export async function answerPart(
  c: RequestContext,
  world: World,
  project: SharedProject,
  conflicts: readonly ToldConflict[],
  isChecked: boolean,
): Promise<Response> {
  const { reading, application, own, consortium } = project;
  const group: Group | undefined = groupOfItem(reading.scheme.form, own.part.path)?.group;
  if (group === undefined) return notFound();
  const raw = { ...reading.raw, ...Object.fromEntries(conflicts.map(({ path, yours }) => [path, yours])) };
  const conflicting = conflictsAt(conflicts, reading.allQuestions);
  const isOwn = (path: string) => consortium.writes.some((field) => path === `${own.part.path}.${field}`);
  const errors = new Map([...reading.errors].filter(([path]) => isOwn(path)));
  for (const gap of project.missing) if (isChecked || gap.contradicts === true) errors.set(gap.path, gap.message);
  const labels = new Map(reading.allQuestions.map(({ path, question }) => [path, question.label]));
  const summary = isChecked
    ? [...errors].map(([path, message]) => ({ name: path, message: errorAt(labels.get(path) ?? path, message) }))
    : conflictSummary(conflicting);
  return respondPage(
    c,
    world,
    {
      title: "Votre partie du projet",
      current: urls.dashboard.href(),
      breadcrumbs: [
        { label: "Mon espace", href: urls.dashboard.href() },
        { label: "Projet commun", href: here(project) },
        { label: "Votre partie" },
      ],
      scripts: ["autosave", "live", "commune"],
      status: conflicts.length > 0 ? 409 : 200,
      toCorrect: summary.length > 0,
    },
    <PartPage
      project={project}
      group={group}
      state={{ reading, raw, errors, notes: conflictNotes(conflicting) }}
      summary={summary}
      page={randomUUID()}
      savedText={savedText(application, world)}
      conflict={conflicts.length > 0}
      lastAuthor={null}
    />,
  );
}
