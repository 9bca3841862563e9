import type { Value, Values } from "../values/field.ts";
import { say } from "../values/french.ts";
import { type Money, toDecimal } from "../values/money.ts";
import { type Count, labelHere, listAt, unroll, valueAt } from "./answers.ts";
import type { Form, Question } from "./form.ts";

/** An answer in French, as screens, letters and PDFs show it. */
export function formatAnswer(question: Question, value: Value | null | undefined): string {
  const { control } = question;
  // Bounds of four digits are those of a year, which no space cuts.
  if (control.kind === "integer" && control.min >= 1_000 && control.max <= 9_999 && typeof value === "number")
    return String(value);
  const options =
    "options" in control ? Object.fromEntries(control.options.map((one) => [one.value, one.label])) : undefined;
  const isDays = control.kind === "decimal" && control.unit === "jours";
  const kind = control.kind === "phone" || control.kind === "email" ? "text" : isDays ? "days" : control.kind;
  const said = say(kind, value ?? null, options);
  if (typeof value !== "number" || !("unit" in control) || control.unit === "" || isDays || control.kind === "share")
    return said;
  return control.kind === "money" ? `${said}${control.unit.replace("€", "")}` : `${said}\u00a0${control.unit}`;
}

/** A typed value as a person would have typed it: for prefilling and for drafts that begin from facts. */
export function writeTyped(question: Question, value: Value): string | readonly string[] {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number" && question.control.kind === "share") {
    return String(Math.round(value * 1_000_000) / 10_000).replace(".", ",");
  }
  if (typeof value === "number") {
    return (question.control.kind === "money" ? toDecimal(value as Money).replace(/\.00$/, "") : String(value)).replace(
      ".",
      ",",
    );
  }
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : String(value);
}

export interface Difference {
  readonly path: string;
  readonly section: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two states of the answers, question by question, as `say` tells an answer. */
export function differences(
  form: Form,
  before: Values,
  after: Values,
  say: (question: Question, value: Value | null) => string = formatAnswer,
): readonly Difference[] {
  const found = new Map<string, Difference>();
  const count: Count = (_, path) => Math.max(listAt(before, path).length, listAt(after, path).length);
  for (const { question, path, section, situation, steps } of unroll(form, count)) {
    const was = valueAt(before, steps) ?? null;
    const is = valueAt(after, steps) ?? null;
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const label = labelHere(question.label, situation);
    found.set(path, { path, section, label, before: say(question, was), after: say(question, is) });
  }
  return [...found.values()];
}
