import { type AskedHere, type Value, valueAtPath } from "#policy/index.ts";
import type {
  PrintedAnswer,
  PrintedAttachment,
  PrintedItem,
  PrintedQuestion,
  PrintedSection,
} from "#src/platform/documents/index.ts";
import { sayCommune } from "#src/territory/index.ts";
import type { FiledAttachment } from "../application.ts";
import type { Reading } from "../reading.ts";

type Told = Pick<Reading, "scheme" | "questions" | "answers" | "documents">;

/** The answers as letters print them: by section, repeated groups as titled items. */
export function printedSections(reading: Told): readonly PrintedSection[] {
  return reading.scheme.form.sections.flatMap((section) => {
    const asked = reading.questions.filter((one) => one.section === section.id);
    if (asked.length === 0) return [];
    const root = asked.filter((one) => one.situation === "");
    const items = [...new Set(asked.map((one) => one.situation))].filter((situation) => situation !== "");
    return {
      title: section.title,
      questions: root.map((one) => printed(reading, one)),
      items: items.map((title) => itemOf(reading, title, asked)),
    };
  });
}

/** One of a list, in what was said of it: an optional cell left empty would be a line of each of its lines. */
function itemOf(reading: Told, title: string, asked: readonly AskedHere[]): PrintedItem {
  const inside = asked.filter((one) => one.situation === title);
  const said = inside.filter(
    ({ question, path }) =>
      question.required === "always" ||
      printedAnswer(question.control, valueAtPath(reading.answers, path)).kind !== "none",
  );
  return { title, questions: said.map((one) => printed(reading, one)) };
}

function printed(reading: Told, { question, path }: AskedHere): PrintedQuestion {
  return { question: question.label, answer: printedAnswer(question.control, valueAtPath(reading.answers, path)) };
}

function printedAnswer(control: AskedHere["question"]["control"], value: Value | null | undefined): PrintedAnswer {
  if (value === null || value === undefined || value === "") return { kind: "none" };
  if (typeof value === "boolean") return { kind: "yes-no", yes: value };
  if (typeof value === "number") {
    if (control.kind === "money") return { kind: "money", cents: value };
    // A share is kept as a part of one, and printed as it is asked: 0.6 is 60 %.
    if (control.kind === "share") return { kind: "number", value: hundredTimes(value), unit: control.unit };
    return { kind: "number", value, ...("unit" in control ? { unit: unitOf(value, control.unit) } : {}) };
  }
  if (control.kind === "day" && typeof value === "string") return { kind: "day", day: value };
  if (control.kind === "commune" && typeof value === "string") return { kind: "text", text: sayCommune(value) };
  const labels = textsOf(value).map((one) => optionLabel(control, one));
  if (control.kind === "choices") return labels.length === 0 ? { kind: "none" } : { kind: "choices", labels };
  return { kind: "text", text: labels.join("\n") };
}

/** In exact decimals: 100 times 0.07 is 7. */
function hundredTimes(part: number): number {
  return Number((part * 100).toFixed(4));
}

/** A unit after its number: the plural begins at two. */
function unitOf(value: number, unit: string): string {
  return Math.abs(value) < 2 ? unit.replace(/s$/, "") : unit;
}

function textsOf(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function optionLabel(control: AskedHere["question"]["control"], value: string): string {
  if (!("options" in control)) return value;
  return control.options.find((option) => option.value === value)?.label ?? value;
}

export function printedAttachments(
  reading: Told,
  attachments: readonly FiledAttachment[],
): readonly PrintedAttachment[] {
  return attachments.map(({ key, name, size, sha256 }) => {
    const document = reading.documents.find((one) => one.key === key);
    const kind =
      document === undefined ? key : [document.label, document.situation].filter((one) => one !== "").join(", ");
    return { name, kind, bytes: size, sha256 };
  });
}
