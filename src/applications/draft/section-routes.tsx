import type { Section } from "#policy/index.ts";
import { type Application, maySeeAsApplicant, type OpenApplication, openApplication } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { destination, lineToShow, toldOfDirectory } from "./after-saving.ts";
import { answerSection } from "./answer-section.tsx";
import { toldInOneLine, withoutUndecided } from "./conflicts.tsx";
import { buttons } from "./form-question.tsx";
import { askDirectory, keepFields } from "./keep-section.ts";
import { type Removal, readRemoval, writeRemoval } from "./removals.ts";

/** The sections of a draft: read, kept as one types or by the button, merged with what others write. */
export function sectionRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationSection.pattern, async (c) => {
    const { file, section } = await load(c, world);
    if (file.application.state !== "draft") return c.redirect(urls.application.href({ id: file.application.id }), 303);
    return answerSection(c, world, file, section, { checked: c.req.query("verifier") !== undefined, conflicts: [] });
  });
  routes.post(urls.applicationSection.pattern, async (c) => {
    const { file, section } = await load(c, world);
    if (file.application.state !== "draft") return closed(c, file.application);
    const fields = await readForm(c);
    return c.req.header("accept") === "application/json"
      ? autosave(c, world, file, section, fields)
      : save(c, world, file, section, fields);
  });
}

async function load(
  c: RequestContext,
  world: World,
): Promise<{ readonly file: OpenApplication; readonly section: Section }> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()));
  if (file === null || !maySeeAsApplicant(visitor, file.application)) return notFound();
  const section = file.reading.scheme.form.sections.find((one) => one.id === c.req.param("section"));
  return section === undefined ? notFound() : { file, section };
}

/** A page left open on what is filed since: what was typed there cannot be kept any more, and that is said. */
function closed(c: RequestContext, application: Application): Response {
  const message = "Cette demande est déposée : le brouillon ne se modifie plus.";
  if (c.req.header("accept") === "application/json") return c.json({ message }, 409);
  setFlash(c, "warning", message);
  return c.redirect(urls.application.href({ id: application.id }), 303);
}

export async function autosave(
  c: RequestContext,
  world: World,
  file: OpenApplication,
  section: Section,
  fields: FormFields,
): Promise<Response> {
  const { saved, line } = await keepFields(
    world,
    requireSignedIn(c),
    file,
    section,
    fields,
    new Map(),
    withoutUndecided,
  );
  switch (saved.kind) {
    case "absent":
      return c.json({ message: "Cette demande n’est plus là." }, 404);
    case "forbidden":
      return c.json({ message: "Votre rôle ne permet pas de modifier cette demande." }, 403);
    case "saved": {
      const [conflict] = saved.conflicts;
      if (conflict !== undefined) return c.json(toldInOneLine(file.reading.allQuestions, conflict), 409);
      const { rawSavedAt: savedAt } = saved.application;
      const removal = saved.removal === null ? null : { removal: writeRemoval(saved.removal) };
      return c.json({ savedAt: savedAt.toString(), ...(line === null ? null : { line }), ...removal });
    }
  }
}

async function save(
  c: RequestContext,
  world: World,
  file: OpenApplication,
  section: Section,
  fields: FormFields,
): Promise<Response> {
  const found = await askDirectory(world, file, section, fields);
  const { saved, line } = await keepFields(world, requireSignedIn(c), file, section, fields, found);
  if (saved.kind !== "saved") return saved.kind === "absent" ? notFound() : forbidden();
  if (saved.conflicts.length > 0) {
    const merged = await reopened(c, world, file.application.id);
    return answerSection(c, world, merged, section, { checked: false, conflicts: saved.conflicts });
  }
  if (found.size > 0) {
    setFlash(c, "info", toldOfDirectory(file, found));
    return c.redirect(urls.applicationSection.href({ id: saved.application.id, section: section.id }), 303);
  }
  const removal = readRemoval(text(fields, buttons.putBack));
  if (removal !== null) return afterPuttingBack(c, file, saved.application, section, removal);
  const at = lineToShow(file, fields, saved.application.id, section, line);
  return c.redirect(at ?? destination(file, saved, section, fields, world), 303);
}

async function reopened(c: RequestContext, world: World, id: string): Promise<OpenApplication> {
  const visitor = requireSignedIn(c);
  return (
    (await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()))) ?? notFound()
  );
}

/** Back on the item that returned, or with the reason why it did not. */
function afterPuttingBack(
  c: RequestContext,
  file: OpenApplication,
  saved: Application,
  section: Section,
  removal: Removal,
): Response {
  const here = urls.applicationSection.href({ id: saved.id, section: section.id });
  const group = `${removal.item.slice(0, removal.item.lastIndexOf("."))}.length`;
  const isBack = saved.raw[group] !== file.application.raw[group];
  if (isBack) setFlash(c, "success", "Ce que vous aviez retiré est de nouveau dans votre demande.");
  else setFlash(c, "warning", "Ce retrait ne peut plus être annulé\u00a0: la liste a changé depuis.");
  return c.redirect(isBack ? `${here}#${fieldId(removal.item)}` : here, 303);
}
