import { cents, type Money, type Question, readTyped, toDecimal } from "#policy/index.ts";
import type { RawValue } from "#src/life/index.ts";
import { cleanText, cutText, oneLine, trimText } from "#text/index.ts";

/** Far over what any question takes: what is too long is kept and told. */
const LONGEST = 5_000;

/** What a draft holds of a question, as people read it in a spreadsheet: the words of a choice, « oui », the text as typed. */
export function shownText({ control }: Question, value: RawValue | undefined): string {
  const text = value === undefined ? "" : typeof value === "string" ? value : value.join(", ");
  return control.kind === "choice" ? (control.options.find((one) => one.value === text)?.label ?? text) : text;
}

/**
 * What a spreadsheet's cell says, as one would type it in the form: a choice by its words, « oui » for a cross, a number
 * without the marks of thousands. What is none of that stays as it was, for the form to say what is wrong.
 */
export function typedText(question: Question, cell: string): string {
  const { control } = question;
  const text = control.kind === "long-text" ? trimText(cell) : oneLine(cell);
  const cut = cutText(cleanText(text), LONGEST);
  switch (control.kind) {
    case "choice":
      return control.options.find(({ value, label }) => value === cut || sameWords(label, cut))?.value ?? cut;
    case "yes-no":
      return yes.has(cut.toLowerCase()) ? "oui" : no.has(cut.toLowerCase()) ? "non" : cut;
    case "money":
      return amountText(question, withoutThousands(cut));
    case "decimal":
    case "integer":
    case "share":
      return withoutThousands(cut);
    default:
      return cut;
  }
}

/** An amount as the table writes it, « 1 240,50 »; a text that is none stays as it is. */
function amountText({ control }: Question, text: string): string {
  const reading = readTyped(control, text);
  return "value" in reading && typeof reading.value === "number" ? writtenAmount(cents(reading.value)) : text;
}

/** « 18 176,00 »: to the cent, without its sign. */
export function writtenAmount(amount: Money): string {
  const [whole = "0", fraction = "00"] = toDecimal(amount).split(".");
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, "\u202f")},${fraction}`;
}

const yes: ReadonlySet<string> = new Set(["oui", "o", "yes", "y", "vrai", "true", "x", "1"]);
const no: ReadonlySet<string> = new Set(["non", "n", "no", "faux", "false", "0"]);

/** « 2.150,00 », « 1,240.50 », « 1’240 »: whoever wrote it, thousands are grouped by three, and told from decimals. */
function withoutThousands(text: string): string {
  const plain = text.replace(/(?<=\d)['’](?=\d{3}(?!\d))/g, "");
  const [, amount = "", rest = ""] = /^([−-]?[\d.,\s]+?)(\s*(?:€|euros?|%|h)?)$/i.exec(plain) ?? [];
  if (/^[−-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(amount)) return amount.replaceAll(".", "") + rest;
  if (/^[−-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(amount)) return amount.replaceAll(",", "").replace(".", ",") + rest;
  if (/^[−-]?\d{1,3}(?:,\d{3}){2,}$/.test(amount)) return amount.replaceAll(",", "") + rest;
  return plain;
}

/** Whether two texts answer a question in the same way: the same value read, or else the same text. */
export function isSameAnswer({ control }: Question, a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [readTyped(control, a), readTyped(control, b)];
  if ("error" in left || "error" in right) return trimText(a) === trimText(b);
  return JSON.stringify(left.value) === JSON.stringify(right.value);
}

/** What is wrong with a text for a question, in plain words; null where it can be read. */
export function wrongWith({ control }: Question, text: string): string | null {
  const reading = readTyped(control, text);
  return "error" in reading ? reading.error : null;
}

/** The same words, whatever their accents, capitals and marks. */
export function sameWords(a: string, b: string): boolean {
  return a === b || wordsOf(a) === wordsOf(b);
}

function wordsOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}%€]+/gu, " ")
    .trim()
    .toLowerCase();
}
