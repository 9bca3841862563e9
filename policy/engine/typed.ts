import { type Day, dayOf } from "./day.ts";
import type { Value } from "./field.ts";
import type { Control } from "./form.ts";
import { sayMoney, sayNumber } from "./french.ts";
import { cents, type Money } from "./money.ts";
import { readDigits, readSiret } from "./registered-number.ts";

/** What a typed text is worth, or the sentence that says how to write it. Null: nothing typed. */
export type Reading = { readonly value: Value | null } | { readonly error: string };

const spaces = /[\s\u00a0\u202f\u2009]+/g;
const months = ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];

/** Reads what a person typed for a control, the way French is written. Never throws. */
export function readTyped(control: Control, typed: string | readonly string[] | undefined): Reading {
  if (control.kind === "choices") return readChoices(control, typed);
  const text = (typeof typed === "string" ? typed : (typed?.at(-1) ?? "")).trim();
  if (text === "") return { value: null };
  switch (control.kind) {
    case "yes-no":
      return readYesNo(text);
    case "choice":
      return control.options.some((option) => option.value === text)
        ? { value: text }
        : { error: "Choisissez une des réponses proposées." };
    case "commune":
      return /^(?:\d{5}|2[AB]\d{3})$/.test(text) ? { value: text } : { error: "Choisissez une commune dans la liste." };
    case "siret":
      return readSiret(text.replace(spaces, ""));
    case "day": {
      const read = readDay(text);
      return read === null ? { error: unreadDay(text) } : { value: read };
    }
    case "money":
      return readMoney(text, control.max);
    case "share":
      return readPercent(text);
    case "integer":
    case "decimal":
      return readNumber(text, control);
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) && text.length <= control.maxLength
        ? { value: text }
        : { error: "Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr." };
    case "phone":
      return /^\+?[\d\s.()\u00a0\u202f-]{6,30}$/.test(text)
        ? { value: text }
        : { error: "Indiquez un numéro de téléphone, par exemple 02\u00a031\u00a000\u00a000\u00a000." };
    case "url":
      return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) && text.length <= control.maxLength
        ? { value: text }
        : { error: "Indiquez une adresse de site, par exemple https://exemple.fr." };
    case "text":
      if (control.digits !== undefined) return readDigits(text.replace(spaces, ""), control.digits);
      return readText(text, control.maxLength);
    case "long-text":
      return readText(text, control.maxLength);
  }
}

function readText(text: string, maxLength: number): Reading {
  if (text.length <= maxLength) return { value: text };
  return {
    error: `Raccourcissez ce texte\u00a0: ${sayNumber(maxLength)} caractères au plus, il en compte ${sayNumber(text.length)}.`,
  };
}

function readChoices(
  control: Extract<Control, { options: unknown }>,
  typed: string | readonly string[] | undefined,
): Reading {
  const given = (typeof typed === "string" ? [typed] : (typed ?? []))
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (given.length === 0) return { value: null };
  const values = [...new Set(given)];
  const isKnown = (value: string) => control.options.some((option) => option.value === value);
  if (values.some((value) => !isKnown(value) && (control.open !== true || value.length > 100))) {
    return { error: "Choisissez parmi les réponses proposées." };
  }
  return { value: values };
}

function readYesNo(text: string): Reading {
  const word = text.toLowerCase();
  if (word === "oui" || word === "true") return { value: true };
  if (word === "non" || word === "false") return { value: false };
  return { error: "Répondez par oui ou par non." };
}

function readMoney(text: string, max: number): Reading {
  const plain = text
    .replace(spaces, "")
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
  const plain = text.replace(spaces, "").replace(/%$/, "").replace(",", ".");
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(plain)) return { error: "Indiquez un pourcentage, par exemple 12,5." };
  const millionths = Math.round(Number(plain) * 10_000);
  return millionths > 1_000_000
    ? { error: "Indiquez un pourcentage de 100 au plus." }
    : { value: millionths / 1_000_000 };
}

function readNumber(text: string, control: Extract<Control, { kind: "integer" | "decimal" }>): Reading {
  const plain = text.replace(spaces, "").replace(",", ".").replace("−", "-");
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

/** « 1/2/27 » may be of this century or the last: it is asked, not guessed. */
function unreadDay(text: string): string {
  if (partsOfDay(text) !== null)
    return "Ce jour n’existe pas\u00a0: vérifiez le jour et le mois, par exemple 03/03/2026.";
  const [, date = "", month = "", year = ""] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2})$/.exec(text) ?? [];
  if (year === "") return "Indiquez une date, par exemple 03/03/2026.";
  return `Écrivez l’année avec ses quatre chiffres, par exemple ${date}/${month}/20${year}.`;
}

function readDay(text: string): Day | null {
  const parts = partsOfDay(text);
  return parts === null ? null : dayOf(...parts);
}

/** Year, month and day of what is written as a day, in the calendar or not: ISO, `3-3-2026`, `3 mars 2026`, `1er mai 2026`. */
function partsOfDay(text: string): readonly [number, number, number] | null {
  const [, isoYear = "", isoMonth = "", isoDate = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (isoYear !== "") return [Number(isoYear), Number(isoMonth), Number(isoDate)];
  const [, date = "", month = "", year = ""] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  if (year !== "") return [Number(year), Number(month), Number(date)];
  const words = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(spaces, " ");
  const [, first = "", name = "", last = ""] = /^(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})$/.exec(words) ?? [];
  const index = months.findIndex((start) => name.startsWith(start));
  return index === -1 ? null : [Number(last), index + 1, Number(first)];
}
