import { lengthOf, oneLine, plainWidth, tooLong, trimText } from "#text/index.ts";
import { anyCode, type IsCommune, isCommuneCode } from "../values/commune.ts";
import type { Value } from "../values/field.ts";
import { sayMoney, sayNumber } from "../values/french.ts";
import { cents, type Money } from "../values/money.ts";
import { readEmail, readPhone } from "../values/reachable.ts";
import { readDigits, readSiret } from "../values/registered-number.ts";
import { readWrittenDay } from "../values/written-day.ts";
import type { Control } from "./form.ts";

/** What a typed text is worth, or the sentence that says how to write it. Null: nothing typed. */
export type Reading = { readonly value: Value | null } | { readonly error: string };

const spaces = /[\s\u00a0\u202f\u2009]+/g;

/** Longest answer in the person's own words, beside those of a list. */
export const LONGEST_OWN_CHOICE = 100;

/** Reads what a person typed for a control, the way French is written. Never throws. */
export function readTyped(
  control: Control,
  typed: string | readonly string[] | undefined,
  isCommune: IsCommune = anyCode,
): Reading {
  if (control.kind === "choices") return readChoices(control, typed);
  const text = trimText(typeof typed === "string" ? typed : (typed?.at(-1) ?? ""));
  if (text === "") return { value: null };
  switch (control.kind) {
    case "yes-no":
      return readYesNo(text);
    case "choice":
      return control.options.some((option) => option.value === text)
        ? { value: text }
        : { error: "Choisissez une des réponses proposées." };
    case "commune":
      return isCommuneCode(text) && isCommune(text)
        ? { value: text }
        : { error: "Choisissez une commune dans la liste." };
    case "siret":
      return readSiret(text);
    case "day":
      return readWrittenDay(text);
    case "money":
      return readMoney(text, control.max);
    case "share":
      return readPercent(text);
    case "integer":
    case "decimal":
      return readNumber(text, control);
    case "email":
      return readEmail(text, control.maxLength);
    case "phone":
      return readPhone(text, control.maxLength);
    case "url":
      return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) && text.length <= control.maxLength
        ? { value: text }
        : { error: "Indiquez une adresse de site, par exemple https://exemple.fr." };
    case "text":
      return control.digits === undefined
        ? readText(oneLine(text), control.maxLength)
        : readDigits(text, control.digits);
    case "long-text":
      return readText(text, control.maxLength);
  }
}

function readText(text: string, maxLength: number): Reading {
  const error = tooLong(text, maxLength);
  return error === null ? { value: text } : { error };
}

function readChoices(
  control: Extract<Control, { options: unknown }>,
  typed: string | readonly string[] | undefined,
): Reading {
  const given = (typeof typed === "string" ? [typed] : (typed ?? [])).map(oneLine).filter((one) => one !== "");
  if (given.length === 0) return { value: null };
  const values = [...new Set(given)];
  const others = values.filter((value) => !control.options.some((option) => option.value === value));
  if (others.length > 0 && control.open !== true) return { error: "Choisissez parmi les réponses proposées." };
  const long = others.find((value) => lengthOf(value) > LONGEST_OWN_CHOICE);
  return long === undefined ? { value: values } : readText(long, LONGEST_OWN_CHOICE);
}

function readYesNo(text: string): Reading {
  const word = text.toLowerCase();
  if (word === "oui" || word === "true") return { value: true };
  if (word === "non" || word === "false") return { value: false };
  return { error: "Répondez par oui ou par non." };
}

/** « TTC », « toutes taxes comprises », « TVA comprise ». What a price says after itself. */
const withTax = /(?:ttc|t\.t\.c\.?|toutestaxescomprises|tva(?:comprise|incluse))$/i;
const withoutTax = /(?:ht|h\.t\.?|horstaxes?)$/i;

/** « 1.234,56 » and « 1,234.56 », as spreadsheets of some countries write it: two marks, the last one before the cents. */
function ungrouped(text: string): string {
  return text
    .replace(/^\d{1,3}(?:\.\d{3})+(?=,\d{1,2}(?!\d))/, (whole) => whole.replaceAll(".", ""))
    .replace(/^\d{1,3}(?:,\d{3})+(?=\.\d{1,2}(?!\d))/, (whole) => whole.replaceAll(",", ""));
}

function readMoney(text: string, max: number): Reading {
  const compact = ungrouped(plainWidth(text).replace(spaces, ""));
  if (withTax.test(compact)) {
    return {
      error:
        "Ce prix comprend la TVA\u00a0: indiquez-le hors taxes, comme au devis. Sans TVA sur le devis, écrivez le prix seul.",
    };
  }
  const plain = compact
    .replace(withoutTax, "")
    .replace(/(?:€|euros?)$/i, "")
    .replace(",", ".");
  if (plain.startsWith("-") || plain.startsWith("−")) return { error: "Indiquez un montant positif." };
  if (/^\d+\.\d{3,}$/.test(plain)) return { error: "Indiquez un montant au centime près, par exemple 1\u202f100,50." };
  if (!/^\d+(?:\.\d{1,2})?$/.test(plain)) return { error: "Indiquez un montant en euros, par exemple 1\u202f100,50." };
  const amount = Math.round(Number(plain) * 100);
  return amount > max
    ? { error: `Indiquez un montant de ${sayMoney(cents(max) as Money)} au plus.` }
    : { value: cents(amount) };
}

/** « 12,5 % » is 0.125: four decimals of a percent at most. */
function readPercent(text: string): Reading {
  const plain = plainWidth(text).replace(spaces, "").replace(/%$/, "").replace(",", ".");
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(plain)) return { error: "Indiquez un pourcentage, par exemple 12,5." };
  const millionths = Math.round(Number(plain) * 10_000);
  return millionths > 1_000_000
    ? { error: "Indiquez un pourcentage de 100 au plus." }
    : { value: millionths / 1_000_000 };
}

function readNumber(text: string, control: Extract<Control, { kind: "integer" | "decimal" }>): Reading {
  const plain = plainWidth(text).replace(spaces, "").replace(",", ".").replace("−", "-");
  const isWhole = control.kind === "integer";
  const example = isWhole ? "Indiquez un nombre entier, par exemple 12." : "Indiquez un nombre, par exemple 2,5.";
  if (!/^-?\d+(?:\.\d{1,6})?$/.test(plain)) return { error: example };
  const value = Number(plain);
  if (value < control.min) return { error: `Indiquez un nombre de ${sayNumber(control.min)} au moins.` };
  if (value > control.max) return { error: `Indiquez un nombre de ${sayNumber(control.max)} au plus.` };
  if (isWhole && !Number.isInteger(value)) return { error: example };
  if (control.step === 0.5 && !Number.isInteger(value * 2))
    return { error: "Comptez en jours et demi-journées, par exemple 2,5." };
  return { value: value === 0 ? 0 : value };
}
