import { Temporal } from "temporal-polyfill";
import { formatMonthShort } from "./format.ts";

/** Round values from the lowest to the highest of these, none further apart than so many steps allow: 1, 2 or 5 of a power of ten. */
export function roundSteps(lowest: number, highest: number, most: number): readonly number[] {
  const span = Math.max(1, highest - lowest);
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = power * ([1, 2, 5, 10].find((one) => one * power * most >= span) ?? 10);
  const [first, last] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** A month named under a picture; `isRare` where it is named on a narrow screen too. */
export interface MonthMark {
  /** `2026-09`. */
  readonly month: string;
  /** « sept. ». */
  readonly label: string;
  readonly year: string;
  /** The first one named of its year: the year is said under it. */
  readonly beginsYear: boolean;
  readonly isRare: boolean;
  /** The same among the rare ones alone. */
  readonly beginsRareYear: boolean;
}

/** The most months that are named side by side, on a wide screen and on a narrow one. */
const WIDE = 12;
const NARROW = 4;

/** The months to name of those that a picture shows, evenly apart. */
export function monthMarks(months: readonly string[]): readonly MonthMark[] {
  const step = stepOf(months.length, WIDE);
  // The rare ones are among the others.
  const rare = step * Math.ceil(stepOf(months.length, NARROW) / step);
  const begins = (at: number, apart: number) => months[at - apart]?.slice(0, 4) !== months[at]?.slice(0, 4);
  return months.flatMap((month, at) => {
    if (at % step !== 0) return [];
    const isRare = at % rare === 0;
    const label = formatMonthShort(Temporal.PlainDate.from(`${month}-01`));
    const year = month.slice(0, 4);
    return [{ month, label, year, beginsYear: begins(at, step), isRare, beginsRareYear: isRare && begins(at, rare) }];
  });
}

function stepOf(count: number, most: number): number {
  return [1, 2, 3, 6, 12, 24].find((step) => count / step <= most) ?? 60;
}
