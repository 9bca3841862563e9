import { formatAnswer, type Question, type Value } from "#policy/index.ts";
import { sayCommune } from "#src/territory/index.ts";

/** An answer in French, as every screen and mail shows it; a commune by its name and its place. */
export function sayAnswer(question: Question, value: Value | null | undefined): string {
  if (question.control.kind === "commune" && typeof value === "string") return sayCommune(value);
  return formatAnswer(question, value);
}
