import type { Raw, Section } from "#policy/index.ts";
import { type Application, isAnsweredHere, type OpenApplication, type RawValue } from "#src/life/index.ts";
import { lookUpCompany, type SignedVisitor } from "#src/people/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName } from "#src/ui/index.ts";
import { cutText } from "#text/index.ts";
import { rearranged } from "../begin/begin.ts";
import { answersFrom, wantedFromDirectory } from "../begin/directory-answers.ts";
import { addLine, duplicateLine, type Edited, withReckoned } from "../budget/edit.ts";
import { type BudgetTable, budgetTable } from "../budget/table.ts";
import { settled } from "./conflicts.tsx";
import { saveDraft } from "./drafts.ts";
import { buttons } from "./form-question.tsx";
import { type PostedDraft, sameValue } from "./merge.ts";
import { readPosted } from "./posted.ts";
import { putBack, readRemoval } from "./removals.ts";

/** Keeps what a form of a section sends, with what its buttons do to lists and to the lines of the budget. */
export async function keepFields(
  world: World,
  visitor: SignedVisitor,
  file: OpenApplication,
  section: Section,
  fields: FormFields,
  found: ReadonlyMap<string, RawValue> = new Map(),
  settle: (posted: PostedDraft) => PostedDraft = (posted) => posted,
) {
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
function questionsIn(file: OpenApplication, section: string) {
  return file.reading.allQuestions.filter(
    (one) => one.section === section && !isAnsweredHere(file.reading, one.question, one.path),
  );
}

/** What the directory of companies says beside a SIRET just typed; nothing where it is silent: people type it. */
export async function askDirectory(
  world: World,
  file: OpenApplication,
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
