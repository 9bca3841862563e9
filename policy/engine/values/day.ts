import { Temporal } from "temporal-polyfill";

declare const calendar: unique symbol;

/** A calendar day, `YYYY-MM-DD`; legal time is that of Europe/Paris. ISO days compare as text. */
export type Day = string & { readonly [calendar]: "day" };

const iso = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`, years 1000 to 2999; null where no such day exists. What people write is bound closer. */
export function parseDay(text: string): Day | null {
  if (!iso.test(text) || text < "1000-01-01" || text >= "3000-01-01") return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as Day;
  } catch {
    return null;
  }
}

/** A day written in code; throws where no such day exists. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`no such day: ${text}`);
  return parsed;
}

/**
 * The same day so many years later. 29 February becomes 28 February in a common year: a delay counted in years
 * that finds no such day ends on the last day of the month.
 */
export function addYears(from: Day, years: number): Day {
  const year = String(Number(from.slice(0, 4)) + years).padStart(4, "0");
  const rest = from.slice(4);
  return (rest === "-02-29" && !isLeap(Number(year)) ? `${year}-02-28` : `${year}${rest}`) as Day;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** A day made of its year, month and day numbers; null where no such day exists. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const two = (n: number) => String(n).padStart(2, "0");
  return parseDay(`${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`);
}

/** How many days later the second day is; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a.localeCompare(b) > 0 ? a : b;
}

/** The earlier of two days. */
export function earlierOf(a: Day, b: Day): Day {
  return a.localeCompare(b) < 0 ? a : b;
}
