import type { Question } from "#policy/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";

/** Answers to a few questions of one choice or some words; what is due and missing is said at its field. */
export function readAnswersTo(
  questions: readonly Question[],
  typed: FormFields,
): { readonly answers: Readonly<Record<string, string>> } | { readonly errors: Readonly<Record<string, string>> } {
  const answers: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const { id, control, required } of questions) {
    const answer = text(typed, id);
    if (answer === "") {
      if (required === "always") errors[id] = "Choisissez une réponse.";
      continue;
    }
    if (control.kind === "choice" && !control.options.some((one) => one.value === answer)) {
      errors[id] = "Choisissez une des réponses.";
    }
    if (control.kind === "long-text" && answer.length > control.maxLength)
      errors[id] = `${control.maxLength} caractères au plus.`;
    answers[id] = answer;
  }
  return Object.keys(errors).length > 0 ? { errors } : { answers };
}
