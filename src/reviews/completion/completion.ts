import { Temporal } from "temporal-polyfill";
import {
  type Day,
  documentsOf,
  labelHere,
  type Missing,
  missingAnswers,
  type OpenScheme,
  questionsOf,
  sayDay,
  type Values,
  valueAtPath,
  visibilityOf,
} from "#policy/index.ts";
import { sayAnswer } from "#src/life/index.ts";
import type { Refusal } from "../checks/finding.ts";

/** One thing asked: `people.0.age` for a field of the form, `document:quote` for a paper. */
export interface CompletionItem {
  readonly path: string;
  readonly message: string;
}

/** What may be asked for: every field shown and every paper of the file, in the form's order. */
export interface Askable {
  readonly path: string;
  readonly label: string;
  /** The question itself, whichever item it is asked about, and its path with `*` for the items of a list. */
  readonly question: { readonly label: string; readonly path: string };
  /** Title of the form's section, « Pièces » for papers. */
  readonly section: string;
  readonly provision: string | null;
  /** The answer as filed, in French. */
  readonly answer: string;
  /** The machine finds it missing. */
  readonly isMissing: boolean;
}

export const PAPERS = "Pièces à joindre";

/** What a paper is asked under. */
const PAPER = "document:";

export function isPaper(path: string): boolean {
  return path.startsWith(PAPER);
}

/** Sections whose title speaks to the applicant, as an agent reads them. */
const agentTitles: Readonly<Record<string, string>> = { organisations: "La structure" };

export function askables(scheme: OpenScheme, answers: Values, papers: readonly string[]): readonly Askable[] {
  const gaps = new Map(missingAnswers(scheme.form, answers, papers).map((gap: Missing) => [gap.path, gap]));
  const titles = new Map(scheme.form.sections.map((section) => [section.id, agentTitles[section.id] ?? section.title]));
  const once = new Map<string, Askable>();
  for (const { question, path, at, section, situation } of questionsOf(scheme.form, answers)) {
    if (once.has(path) || visibilityOf(question, answers, at) === "not-met") continue;
    once.set(path, {
      path,
      label: labelHere(question.label, situation),
      question: { label: question.label, path: question.path.join(".") },
      section: titles.get(section) ?? section,
      provision: question.provision ?? null,
      answer: sayAnswer(question, valueAtPath(answers, path)),
      isMissing: gaps.has(path),
    });
  }
  for (const { key, document, label, situation } of documentsOf(scheme.form, answers)) {
    const path = `${PAPER}${key}`;
    once.set(path, {
      path,
      label: labelHere(label, situation),
      question: { label, path },
      section: PAPERS,
      provision: document.provision,
      answer: papers.includes(key) ? "Pièce jointe" : "Aucune pièce",
      isMissing: gaps.has(`documents.${key}`),
    });
  }
  return [...once.values()];
}

export interface CompletionInput {
  readonly items: readonly CompletionItem[];
  readonly note: string;
  /** As typed. */
  readonly dueOn: Day | null;
}

export interface Completion {
  readonly items: readonly [CompletionItem, ...CompletionItem[]];
  readonly note: string;
  readonly dueOn: Day;
}

/** The law sets no delay (CRPA L114-5 asks for one, not for which): the funder has its usual one, the officer's stands. */
const LONGEST_DAYS = 180;

/** The request, or every reason why it cannot be sent. */
export function requestCompletion(
  input: CompletionInput,
  known: readonly Askable[],
  today: Temporal.PlainDate,
): { readonly ok: Completion } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const paths = new Set(known.map((one) => one.path));
  const items = input.items
    .filter((item) => paths.has(item.path))
    .map((item) => ({ path: item.path, message: item.message === "" ? usualMessage(item.path, known) : item.message }));
  const [first, ...others] = items;
  if (first === undefined) refusals.push({ field: "champ", message: "Choisissez au moins un champ ou une pièce." });
  for (const item of items) {
    if (item.message.length > 1000) {
      refusals.push({ field: `message:${item.path}`, message: "Une explication dépasse 1 000 caractères." });
    }
  }
  if (input.note.length > 4000)
    refusals.push({ field: "note", message: "Le mot d’accompagnement dépasse 4 000 caractères." });
  refusals.push(...dueRefusals(input.dueOn, today));
  if (refusals.length > 0 || first === undefined || input.dueOn === null) return { refusals };
  return { ok: { items: [first, ...others], note: input.note, dueOn: input.dueOn } };
}

function usualMessage(path: string, known: readonly Askable[]): string {
  const isMissing = known.find((one) => one.path === path)?.isMissing === true;
  if (isPaper(path)) return isMissing ? "Joignez cette pièce." : "Remplacez ou complétez cette pièce.";
  return isMissing ? "Répondez à cette question." : "Précisez ou corrigez cette réponse.";
}

function dueRefusals(dueOn: Day | null, today: Temporal.PlainDate): Refusal[] {
  if (dueOn === null)
    return [{ field: "echeance", message: "Indiquez la date limite de réponse, par exemple 03/03/2026." }];
  const days = today.until(Temporal.PlainDate.from(dueOn), { largestUnit: "days" }).days;
  if (days < 1)
    return [{ field: "echeance", message: "La date limite doit être à venir : laissez un délai pour répondre." }];
  if (days > LONGEST_DAYS) {
    const latest = today.add({ days: LONGEST_DAYS }).toString() as Day;
    return [{ field: "echeance", message: `La date limite est trop lointaine : au plus tard le ${sayDay(latest)}.` }];
  }
  return [];
}
