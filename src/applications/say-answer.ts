import { formatAnswer, type Question, type Value } from "#policy/index.ts";
import { communeByCode } from "#src/territory/index.ts";

/** An answer in French, as every screen and mail shows it; a commune by its name. */
export function sayAnswer(question: Question, value: Value | null | undefined): string {
  if (question.control.kind === "commune" && typeof value === "string") return communeByCode(value)?.name ?? value;
  return formatAnswer(question, value);
}
