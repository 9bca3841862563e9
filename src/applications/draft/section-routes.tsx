import { randomUUID } from "node:crypto";
import { labelHere, type Missing, type Raw, type Section } from "#policy/index.ts";
import {
  type Application,
  isAnsweredHere,
  mayEdit,
  maySeeAsApplicant,
  type OpenFile,
  openFile,
  policyDay,
  type RawValue,
  readApplication,
  schemeOf,
  textOf,
} from "#src/life/index.ts";
import { lookUpCompany, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type PageOptions,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName, dayInParis, errorAt, fieldId, formatDayShort, formatTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { placeAfter, rearranged } from "../begin/begin.ts";
import { answersFrom, wantedFromDirectory } from "../begin/directory-answers.ts";
import { BudgetPage } from "../budget/budget-page.tsx";
import { addLine, duplicateLine, type Edited, withReckoned } from "../budget/edit.ts";
import { tableState } from "../budget/state-of.ts";
import { type BudgetTable, budgetTable } from "../budget/table.ts";
import { conflictNotes, conflictSummary, conflictsAt, settled, toldInOneLine, withoutUndecided } from "./conflicts.tsx";
import { type Saved, saveDraft, type ToldConflict } from "./drafts.ts";
import { buttons } from "./form-items.tsx";
import { type PostedDraft, sameValue } from "./merge.ts";
import { readPosted } from "./posted.ts";
import { findRemoved, putBack, type Removal, readRemoval, writeRemoval } from "./removals.ts";
import { SectionPage, type SectionPageProps } from "./section-page.tsx";

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

async function load(c: RequestContext, world: World): Promise<{ readonly file: OpenFile; readonly section: Section }> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openFile(tx, id, world.clock.now()));
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

async function keepFields(
  c: RequestContext,
  world: World,
  file: OpenFile,
  section: Section,
  fields: FormFields,
  found: ReadonlyMap<string, RawValue> = new Map(),
  settle: (posted: PostedDraft) => PostedDraft = (posted) => posted,
) {
  const visitor = requireSignedIn(c);
  const questions = questionsIn(file, section.id);
  const base = text(fields, "base");
  const posted = settled(fields, {
    values: new Map([...readPosted(fields, questions, communeQueryName), ...found]),
    baseVersion: /^\d{1,9}$/.test(base) ? Number(base) : file.application.rawVersion,
    page: cutText(text(fields, "page"), 40),
  });
  const { form } = file.reading.scheme;
  const [add, remove] = [text(fields, buttons.add), text(fields, buttons.remove)];
  const removal = readRemoval(text(fields, buttons.putBack));
  const isDraft = (application: Application) => application.state === "draft";
  const table = budgetTable(file.reading.scheme);
  let line: number | null = null;
  const saved = await saveDraft(world, visitor, file.application.id, settle(posted), isDraft, {
    rearrange: async (raw, tx, kept) => {
      if (removal !== null) return (await putBack(tx, form, kept, raw, removal)) ?? raw;
      if (table === null || table.section !== section.id) return rearranged(form, raw, add, remove);
      const edited = changedLines(table, withReckoned(table, file.application.raw, raw), fields);
      line = edited.index;
      return rearranged(form, edited.raw, add, remove);
    },
    removed: add === "" && removal === null ? remove : "",
  });
  return { saved, line };
}

/** What the buttons of the budget's table do to its lines. */
function changedLines(table: BudgetTable, raw: Raw, fields: FormFields): Edited {
  const [heading, path] = [text(fields, buttons.addLine), text(fields, buttons.duplicateLine)];
  if (heading !== "") return addLine(table, raw, heading);
  return path === "" ? { raw, index: null } : duplicateLine(table, raw, path);
}

/** Questions that a page of this section can hold, those hidden for now included: they may have been shown to its author. */
function questionsIn(file: OpenFile, section: string) {
  return file.reading.allQuestions.filter(
    (one) => one.section === section && !isAnsweredHere(file.reading, one.question, one.path),
  );
}

async function autosave(
  c: RequestContext,
  world: World,
  file: OpenFile,
  section: Section,
  fields: FormFields,
): Promise<Response> {
  const { saved, line } = await keepFields(c, world, file, section, fields, new Map(), withoutUndecided);
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
  file: OpenFile,
  section: Section,
  fields: FormFields,
): Promise<Response> {
  const found = await askDirectory(world, file, section, fields);
  const { saved, line } = await keepFields(c, world, file, section, fields, found);
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

/** Where the buttons of the budget lead: to the line that came, to that of its own page, or back to the table. */
function lineToShow(
  file: OpenFile,
  fields: FormFields,
  id: string,
  section: Section,
  added: number | null,
): string | null {
  const path = budgetTable(file.reading.scheme)?.path ?? "";
  const here = urls.applicationSection.href({ id, section: section.id });
  if (added !== null) return `${here}#${fieldId(`${path}.${added}`)}`;
  const [, go = "", line = ""] = /^(ligne|budget):(\d{1,4})$/.exec(text(fields, buttons.go)) ?? [];
  if (go === "ligne") return urls.applicationBudgetLine.href({ id, line });
  return go === "budget" ? `${here}#${fieldId(`${path}.${line}`)}` : null;
}

/** Back on the item that returned, or with the reason why it did not. */
function afterPuttingBack(
  c: RequestContext,
  file: OpenFile,
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

function toldOfDirectory(file: OpenFile, found: ReadonlyMap<string, RawValue>): string {
  const moved = [...found.keys()].some(
    (path) => path.endsWith(".commune") && textOf(file.application.raw, path) !== "",
  );
  const told = "L’annuaire des entreprises a complété les champs à côté du SIRET : vérifiez-les.";
  return moved ? `${told} La commune est maintenant celle de ce SIRET.` : told;
}

/** What the directory of companies says beside a SIRET just typed; nothing where it is silent: people type it. */
async function askDirectory(
  world: World,
  file: OpenFile,
  section: Section,
  fields: FormFields,
): Promise<ReadonlyMap<string, RawValue>> {
  const questions = questionsIn(file, section.id);
  const wanted = wantedFromDirectory(file.application.raw, readPosted(fields, questions, communeQueryName), questions);
  const answers = await Promise.all(
    wanted.map(async (one) => {
      const lookup = await lookUpCompany(world, one.siret);
      if (lookup.status !== "found") return [];
      const answers = [...answersFrom(lookup.company, one)];
      return answers.filter(([path, value]) => !sameValue(value, file.application.raw[path] ?? null));
    }),
  );
  return new Map(answers.flat());
}

async function reopened(c: RequestContext, world: World, id: string): Promise<OpenFile> {
  const visitor = requireSignedIn(c);
  return (await inTransaction(world.db, readerOf(visitor), (tx) => openFile(tx, id, world.clock.now()))) ?? notFound();
}

/** Where each button leads: on, back, or here with the eye on what changed, cannot be read or contradicts itself. */
function destination(
  file: OpenFile,
  { application: saved, removal }: Extract<Saved, { kind: "saved" }>,
  section: Section,
  fields: FormFields,
  world: World,
): string {
  const { id } = saved;
  const here = urls.applicationSection.href({ id, section: section.id });
  const [add, remove] = [text(fields, buttons.add), text(fields, buttons.remove)];
  if (removal !== null)
    return `${urls.applicationSection.href({ id, section: section.id }, { retrait: writeRemoval(removal) })}#${fieldId(placeAfter(add, remove, saved.raw))}`;
  if (add !== "" || remove !== "") return `${here}#${fieldId(placeAfter(add, remove, saved.raw))}`;
  const searched = text(fields, "chercher-commune");
  if (searched !== "") return `${here}#${fieldId(searched)}`;
  const { sections } = schemeOf(saved, policyDay(world.clock.now())).scheme.form;
  const index = sections.findIndex((one) => one.id === section.id);
  const go = text(fields, buttons.go);
  if (go === "plus-tard") return urls.application.href({ id });
  if (go === "retour") return urls.applicationSection.href({ id, section: sections[index - 1]?.id ?? section.id });
  if (hasWrong(file, saved, section, world))
    return urls.applicationSection.href({ id, section: section.id }, { verifier: 1 });
  if (go !== "suite") return here;
  const next = sections[index + 1];
  return next === undefined
    ? urls.applicationAttachments.href({ id })
    : urls.applicationSection.href({ id, section: next.id });
}

function hasWrong(file: OpenFile, saved: Application, section: Section, world: World): boolean {
  const reading = readApplication(saved, file.ledgers, [], policyDay(world.clock.now()));
  const here = (gap: Missing) => gap.contradicts === true && gap.section === section.id;
  return (
    reading.gaps.some(here) ||
    reading.questions.some((one) => one.section === section.id && reading.errors.has(one.path))
  );
}

interface Told {
  /** The person asked for a check: what is missing is told too. */
  readonly checked: boolean;
  readonly conflicts: readonly ToldConflict[];
}

async function answerSection(
  c: RequestContext,
  world: World,
  file: OpenFile,
  section: Section,
  told: Told,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const { application, reading } = file;
  const raw: Record<string, RawValue> = { ...reading.raw };
  for (const { path, yours } of told.conflicts) raw[path] = yours;
  const conflicting = conflictsAt(told.conflicts, reading.allQuestions);
  const here = reading.questions.filter((one) => one.section === section.id);
  const errors = new Map([...reading.errors].filter(([path]) => here.some((one) => one.path === path)));
  for (const gap of reading.gaps)
    if (gap.section === section.id && (told.checked || gap.contradicts === true)) errors.set(gap.path, gap.message);
  const summary = told.checked
    ? here.flatMap(({ path, question, situation }) => {
        const error = errors.get(path);
        return error === undefined
          ? []
          : [{ name: path, message: errorAt(labelHere(question.label, situation), error) }];
      })
    : conflictSummary(conflicting);
  const props: SectionPageProps = {
    file,
    section,
    state: { reading, raw, errors, notes: conflictNotes(conflicting), removal: await removalToTell(c, world, file) },
    summary,
    page: randomUUID(),
    savedText: savedText(application, world),
    mayEdit: mayEdit(visitor, application),
    conflict: told.conflicts.length > 0,
    lastAuthor: await otherAuthor(world, visitor, application),
  };
  const table = budgetTable(reading.scheme);
  const isBudget = table !== null && table.section === section.id;
  const page: PageOptions = {
    title: `${section.title}, ${reading.scheme.name}`,
    current: urls.dashboard.href(),
    breadcrumbs: breadcrumbsOf(file, section.title),
    scripts: ["autosave", "live", "commune", ...(isBudget ? ["budget"] : [])],
    status: told.conflicts.length > 0 ? 409 : 200,
    toCorrect: summary.length > 0,
    ...(isBudget ? { density: "compact" as const } : null),
  };
  if (!isBudget) return respondPage(c, world, page, <SectionPage {...props} />);
  const { mayEdit: isWritable, state } = props;
  const shown = { raw, today: policyDay(world.clock.now()), mayEdit: isWritable, notes: state.notes };
  const budget = tableState(table, application.id, reading, shown);
  return respondPage(c, world, page, <BudgetPage {...props} budget={budget} />);
}

/** The removal that the address names, while it can be undone. */
async function removalToTell(
  c: RequestContext,
  world: World,
  { application, reading }: OpenFile,
): Promise<Removal | null> {
  const removal = readRemoval(c.req.query("retrait") ?? "");
  if (removal === null) return null;
  const find = (tx: Tx) => findRemoved(tx, reading.scheme.form, application, removal);
  const found = await inTransaction(world.db, readerOf(requireSignedIn(c)), find);
  return found === null ? null : removal;
}

export function breadcrumbsOf(file: OpenFile, here: string) {
  const { application } = file;
  return [
    { label: "Mon espace", href: urls.dashboard.href() },
    { label: application.number ?? "Demande en cours", href: urls.application.href({ id: application.id }) },
    { label: here },
  ];
}

/** « Enregistré à 14 h 32 », the day alone when it is not today: the bar holds it on a phone. */
export function savedText(application: Application, world: World): string {
  const at = application.rawSavedAt;
  const isToday = policyDay(at) === policyDay(world.clock.now());
  return isToday ? `Enregistré à ${formatTime(at)}` : `Enregistré le ${formatDayShort(dayInParis(at))}`;
}

/** The name of who wrote last, when it is someone else. */
async function otherAuthor(world: World, visitor: SignedVisitor, application: Application): Promise<string | null> {
  const by = application.rawSavedBy;
  if (by === null || by === visitor.person.id) return null;
  const row = await world.db.selectFrom("person").select("name").where("id", "=", by).executeTakeFirst();
  return row?.name ?? null;
}
