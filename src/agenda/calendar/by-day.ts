import { Temporal } from "temporal-polyfill";
import { dayInParis } from "#src/ui/index.ts";
import type { Listed } from "./store.ts";

export interface DayEntries {
  /** ISO day. */
  readonly day: string;
  readonly entries: readonly { readonly occasion: Listed; readonly isMoved: boolean }[];
}

/**
 * The days of a month that have something, in order. `first`: each occasion once, on the first of its days that the month
 * shows; `every`: on each of them. What was put off also stands on the day it was announced for.
 */
export function byDay(
  listed: readonly Listed[],
  month: Temporal.PlainDate,
  which: "first" | "every",
): readonly DayEntries[] {
  const days = new Map<string, { occasion: Listed; isMoved: boolean }[]>();
  const add = (day: string, occasion: Listed, isMoved: boolean) => {
    if (day.slice(0, 7) !== month.toString().slice(0, 7)) return;
    days.set(day, [...(days.get(day) ?? []), { occasion, isMoved }]);
  };
  for (const occasion of listed) {
    if (occasion.movedFrom !== null) add(dayInParis(occasion.movedFrom), occasion, true);
    for (const day of daysOf(occasion, month, which)) add(day, occasion, false);
  }
  return [...days].map(([day, entries]) => ({ day, entries })).sort((a, b) => a.day.localeCompare(b.day));
}

function daysOf(occasion: Listed, month: Temporal.PlainDate, which: "first" | "every"): readonly string[] {
  const first = Temporal.PlainDate.from(dayInParis(occasion.startsAt));
  const last = Temporal.PlainDate.from(dayInParis(occasion.endsAt));
  const begin = Temporal.PlainDate.compare(first, month) < 0 ? month : first;
  if (which === "first") return [begin.toString()];
  const end = month.add({ months: 1 });
  const days: string[] = [];
  for (
    let day = begin;
    Temporal.PlainDate.compare(day, last) <= 0 && Temporal.PlainDate.compare(day, end) < 0;
    day = day.add({ days: 1 })
  ) {
    days.push(day.toString());
  }
  return days;
}
