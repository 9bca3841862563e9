import { type Day, parseDay } from "#policy/index.ts";

const spaces = /[\s\u00a0\u202f\u2009]+/g;

/** « 1 100,50 € » in cents; null where it is not an amount. */
export function readMoneyText(text: string): number | null {
  const compact = text.replace(spaces, "").replace(/€$/, "").replace(",", ".");
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(compact)) return null;
  const [whole = "0", fraction = ""] = compact.split(".");
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}

/** « 2,5 »; null where it is not a number of days. */
export function readDaysText(text: string): number | null {
  const compact = text.replace(spaces, "").replace(",", ".");
  return /^\d{1,4}(\.\d{1,2})?$/.test(compact) ? Number(compact) : null;
}

/** « 03/03/2026 » or ISO; null where no such day exists. */
export function readDayText(text: string): Day | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (french === null) return parseDay(text.trim());
  const [, date = "", month = "", year = ""] = french;
  return parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}
