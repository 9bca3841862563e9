import { randomUUID } from "node:crypto";
import { labelHere, type Section } from "#policy/index.ts";
import { type Application, mayEdit, type OpenApplication, policyDay, type RawValue } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { type PageOptions, type RequestContext, requireSignedIn, respondPage } from "#src/people/web/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { dayInParis, errorAt, formatDayShort, formatTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { BudgetPage } from "../budget/budget-page.tsx";
import { tableState } from "../budget/state-of.ts";
import { budgetTable } from "../budget/table.ts";
import { conflictNotes, conflictSummary, conflictsAt } from "./conflicts.tsx";
import type { ToldConflict } from "./drafts.ts";
import { errorsIn } from "./form-state.ts";
import { findRemoved, type Removal, readRemoval } from "./removals.ts";
import { SectionPage, type SectionPageProps } from "./section-page.tsx";

interface Told {
  /** The person asked for a check: what is missing is told too. */
  readonly checked: boolean;
  readonly conflicts: readonly ToldConflict[];
}

export async function answerSection(
  c: RequestContext,
  world: World,
  file: OpenApplication,
  section: Section,
  told: Told,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const { application, reading } = file;
  const raw: Record<string, RawValue> = { ...reading.raw };
  for (const { path, yours } of told.conflicts) raw[path] = yours;
  const conflicting = conflictsAt(told.conflicts, reading.allQuestions);
  const here = reading.questions.filter((one) => one.section === section.id);
  const errors = errorsIn(reading, section, told.checked);
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
  { application, reading }: OpenApplication,
): Promise<Removal | null> {
  const removal = readRemoval(c.req.query("retrait") ?? "");
  if (removal === null) return null;
  const find = (tx: Tx) => findRemoved(tx, reading.scheme.form, application, removal);
  const found = await inTransaction(world.db, readerOf(requireSignedIn(c)), find);
  return found === null ? null : removal;
}

export function breadcrumbsOf(file: OpenApplication, here: string) {
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
