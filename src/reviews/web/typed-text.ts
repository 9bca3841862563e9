import { type Day, readWrittenDay } from "#policy/index.ts";

const spaces = /\s+/g;

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

/** A day as the application reads it; null where it is none. */
export function readDayText(text: string): Day | null {
  const read = readWrittenDay(text);
  return "value" in read ? read.value : null;
}

/** What refuses a day that was typed says what is wrong with it: its year, or that no such day exists. */
export function tellDay<R extends { readonly path?: string; readonly field?: string; readonly message: string }>(
  refusals: readonly R[],
  path: string,
  typed: string,
): readonly R[] {
  const read = readWrittenDay(typed);
  if (typed === "" || "value" in read) return refusals;
  return refusals.map((one) => ((one.path ?? one.field) === path ? { ...one, message: read.error } : one));
}
