import type { Question } from "#policy/index.ts";

/** What those who answered said of an occasion, never who. */
export interface SurveyResults {
  readonly asked: number;
  readonly answered: number;
  /** For each question of a scale, how many chose each answer, in its order; nothing under the least. */
  readonly scales: readonly {
    readonly label: string;
    readonly counts: readonly { readonly label: string; readonly many: number }[];
  }[];
  readonly words: readonly { readonly label: string; readonly said: readonly string[] }[];
}

/** Under so many answers, one could guess whose they are. */
export const LEAST_ANSWERS = 5;

type Answers = Readonly<Record<string, string>>;

export function resultsOf(questions: readonly Question[], asked: number, answers: readonly Answers[]): SurveyResults {
  const shown = answers.length < LEAST_ANSWERS ? [] : answers;
  const told = { asked, answered: answers.length };
  if (shown.length === 0) return { ...told, scales: [], words: [] };
  const scales = questions.flatMap(({ id, label, control }) => {
    if (control.kind !== "choice") return [];
    const counts = control.options.map((option) => ({
      label: option.label,
      many: shown.filter((one) => one[id] === option.value).length,
    }));
    return [{ label, counts }];
  });
  const words = questions
    .filter(({ control }) => control.kind === "long-text")
    // In the order of the words: that of the answers could tell whose they are.
    .map(({ id, label }) => ({ label, said: shown.flatMap((one) => one[id] ?? []).sort(byWords) }));
  return { ...told, scales, words };
}

function byWords(a: string, b: string): number {
  return a.localeCompare(b, "fr");
}
