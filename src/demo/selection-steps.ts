import {
  countedOn,
  type GridLine,
  gridLines,
  missingAnswers,
  type OpenScheme,
  type Question,
  questionsOf,
  type Raw,
  readRaw,
} from "#policy/index.ts";
import { createCall, editCall, proposeCall, publishCall, recordGridVote } from "#src/calls/acts.ts";
import { findApplication } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { loadReviewed } from "#src/reviews/file/file-store.ts";
import { instructionOf } from "#src/reviews/instruction/instruction-of.ts";
import { makeFinding } from "#src/reviews/opinions/judge.ts";
import { schemeOf } from "#src/reviews/scheme.ts";
import { takePlainStep } from "#src/reviews/steps/plain-steps.ts";
import { admit } from "#src/selection/ranking/admit.ts";
import { declareImpartial, saveSheet, sendSheet } from "#src/selection/scores/acts.ts";
import { givenIn } from "#src/selection/scores/given.ts";
import { listOwnSheets } from "#src/selection/scores/store.ts";
import { type Filer, fileDraft, joinPapers, writeProject } from "./filing.ts";
import { act, actOnCall, asked } from "./performed.ts";

/** Who opens calls: one writes, another publishes. */
export interface Openers {
  readonly author: SignedVisitor;
  readonly publisher: SignedVisitor;
}

/**
 * Opens a call as the funder's people do, from one day to the next; the committee votes its grid where it is marked.
 * Returns its id.
 */
export async function openVotedCall(
  on: (day: number) => World,
  { author, publisher }: Openers,
  scheme: OpenScheme,
  raw: Raw,
): Promise<string> {
  const id = await createCall(on(0), author, scheme, String(raw.title));
  await actOnCall(editCall(on(0), author, id, 1, raw));
  let version = 2;
  if (scheme.grid.kind === "scored") {
    const vote = { on: today(on(1).clock).toString(), by: "Comité de sélection", item: null };
    await actOnCall(recordGridVote(on(1), author, id, version, vote));
    version += 1;
  }
  await actOnCall(proposeCall(on(1), author, id, version));
  await actOnCall(publishCall(on(2), publisher, id, version + 1));
  return id;
}

/** Files a project for a call, every paper joined. Returns its id. */
export async function fileProject(
  world: World,
  scheme: OpenScheme,
  callId: string,
  by: Filer,
  raw: Raw,
): Promise<string> {
  const id = await writeProject(world, scheme, callId, by, completed(scheme, raw));
  await joinPapers(world, by.owner, id, String(raw.title));
  await fileDraft(world, scheme, by.owner, id);
  return id;
}

/** The project with a word for each question that it leaves aside: a form that asks one thing more stays playable. */
function completed(scheme: OpenScheme, raw: Raw): Raw {
  const { answers } = readRaw(scheme.form, raw);
  const lacking = new Set(missingAnswers(scheme.form, answers, []).map(({ path }) => path));
  const more = questionsOf(scheme.form, answers)
    .filter(({ path }) => lacking.has(path))
    .map(({ path, question }) => [path, plainAnswer(question.control)] as const);
  return { ...raw, ...Object.fromEntries(more) };
}

function plainAnswer(control: Question["control"]): string | readonly string[] {
  switch (control.kind) {
    case "yes-no":
      return "non";
    case "choice":
      return control.options[0]?.value ?? "";
    case "choices":
      return [control.options[0]?.value ?? ""];
    case "day":
      return "01/06/2026";
    case "money":
    case "integer":
    case "decimal":
    case "share":
      return "5";
    default:
      return "Dit au dossier.";
  }
}

/** Reviews a filed project as an officer does, and admits it to the assessment. */
export async function admitProject(world: World, officer: SignedVisitor, id: string): Promise<void> {
  await act(takePlainStep(world, officer, "declare-complete", await asked(world, id)));
  await act(takePlainStep(world, officer, "start-review", await asked(world, id)));
  const file = await inTransaction(world.db, readerOf(officer), (tx) => loadReviewed(tx, id, officer.person.id));
  if (file === null) throw new Error(`no filed project ${id}`);
  const later = schemeOf(file.application).course.after?.provision;
  for (const { kind, subject, about } of instructionOf(file).left) {
    if (subject === later) continue;
    const conclusion = kind === "criterion" ? "met" : kind === "doubt" ? "default" : "satisfying";
    const reason = kind === "grid" ? "" : "Vu au dossier et confirmé par la structure.";
    await act(makeFinding(world, officer, await asked(world, id), { subject, about, conclusion, reason }));
  }
  await act(admit(world, officer, await asked(world, id)));
}

/** What an assessor gives to each line of a file. */
export type Marking = (line: { readonly id: string; readonly at: number }) => string;

/** Fills the sheet of an assessor on a file, line by line; sends it unless told to keep it. */
export async function fillSheet(
  world: World,
  assessor: SignedVisitor,
  id: string,
  mark: Marking,
  isSent = true,
): Promise<void> {
  const on = today(world.clock).toString();
  const own = await inTransaction(world.db, "system", (tx) => listOwnSheets(tx, assessor.person.id, on));
  const sheet = own.find(({ applicationId }) => applicationId === id);
  const application = await inTransaction(world.db, "system", (tx) => findApplication(tx, id));
  if (sheet === undefined || application === null) throw new Error(`no sheet of ${assessor.person.name} on ${id}`);
  await kept(declareImpartial(world, assessor, sheet.id));
  const file = await inTransaction(world.db, "system", (tx) => loadReviewed(tx, id, assessor.person.id));
  const scheme = schemeOf(application);
  const given = file === null ? new Set<string>() : givenIn(scheme, file.answers);
  // Where the text gives worth to several only, one alone is marked 0.
  const isShort = (line: GridLine) => countedOn(line, given)?.isEnough === false;
  const lines = gridLines(scheme.grid).map((line, at) => ({
    line: line.id,
    mark: isShort(line) ? "0" : mark({ id: line.id, at }),
    reason: `Au vu du dossier : ${line.title.toLowerCase()}.`,
    strength: at % 4 === 0 ? "Des employeurs interrogés directement." : "",
    question: at % 5 === 0 ? "Qui entretient les contenus après le projet ?" : "",
  }));
  await kept((isSent ? sendSheet : saveSheet)(world, assessor, sheet.id, isSent ? lines : lines.slice(0, 7)));
}

async function kept(
  performed: Promise<{ readonly done: true } | { readonly errors: ReadonlyMap<string, string> } | "absent">,
) {
  const outcome = await performed;
  if (outcome === "absent") throw new Error("the sheet is not theirs");
  if ("errors" in outcome) throw new Error([...outcome.errors.values()].join(" "));
}
