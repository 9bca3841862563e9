import { plainWidth, trimText } from "#text/index.ts";
import { type Day, dayOf } from "./day.ts";

/** A day as French people write it, or what is wrong with it: the form, the pages of accounts and the desk ask the same of it. */
export type WrittenDay = { readonly value: Day } | { readonly error: string };

const months = ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];
/** Nothing that the service speaks of was born before, or ends after. */
const [firstYear, lastYear] = [1700, 2199];
/** The same bounds, for the schema of what programs send. */
export const ISO_DAY_PATTERN = "^(1[7-9]|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$";

/** ISO, `3-3-2026`, `3 mars 2026`, `1er mai 2026`. A year of two digits may be of this century or the last: it is asked, not guessed. */
export function readWrittenDay(typed: string): WrittenDay {
  const text = plainWidth(trimText(typed)).replace(/\s+/g, " ");
  const parts = partsOfDay(text);
  if (parts === null) return { error: shortYear(text) ?? "Indiquez une date, par exemple 03/03/2026." };
  const [year, month, date] = parts;
  // The same day of a year that has every day: the year alone is wrong.
  const isYearWrong = (year < firstYear || year > lastYear) && dayOf(2000, month, date) !== null;
  if (isYearWrong) return { error: `Vérifiez l’année\u00a0: ${year} ne convient pas. Écrivez par exemple 03/03/2026.` };
  const day = dayOf(year, month, date);
  if (day !== null) return { value: day };
  return { error: "Ce jour n’existe pas\u00a0: vérifiez le jour et le mois, par exemple 03/03/2026." };
}

/** A day as programs write it, `YYYY-MM-DD`, within the same years: the year is told apart from a day that is none. */
export function readIsoDay(json: unknown): WrittenDay {
  const text = typeof json === "string" ? json : "";
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === "") return { error: "Un jour est attendu, écrit AAAA-MM-JJ." };
  const isInBounds = Number(year) >= firstYear && Number(year) <= lastYear;
  if (!isInBounds) return { error: `L’année est attendue de ${firstYear} à ${lastYear}.` };
  const day = dayOf(Number(year), Number(month), Number(date));
  return day === null ? { error: "Un jour qui existe est attendu, écrit AAAA-MM-JJ." } : { value: day };
}

function shortYear(text: string): string | null {
  const [, date = "", month = "", year = ""] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2})$/.exec(text) ?? [];
  return year === "" ? null : `Écrivez l’année avec ses quatre chiffres, par exemple ${date}/${month}/20${year}.`;
}

/** Year, month and day of what is written as a day, in the calendar or not. */
function partsOfDay(text: string): readonly [number, number, number] | null {
  const [, isoYear = "", isoMonth = "", isoDate = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (isoYear !== "") return [Number(isoYear), Number(isoMonth), Number(isoDate)];
  const [, date = "", month = "", year = ""] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  if (year !== "") return [Number(year), Number(month), Number(date)];
  const words = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const [, first = "", name = "", last = ""] = /^(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})$/.exec(words) ?? [];
  const index = months.findIndex((start) => name.startsWith(start));
  return index === -1 ? null : [Number(last), index + 1, Number(first)];
}
