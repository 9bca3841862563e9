import { Temporal } from "temporal-polyfill";
import { typedDay } from "../../../../demonstration/typed.ts";

/** When a fictional project is carried out, both days included. */
export interface Carried {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
}

/** From March to the March that follows. */
export function carriedInYear(year: number): Carried {
  return { startsOn: new Temporal.PlainDate(year, 3, 1), endsOn: new Temporal.PlainDate(year + 1, 3, 31) };
}

/** The last day that leaves an operation time to be carried out before the day of the text (TR-7). */
export const LAST_TO_BEGIN = "2027-02-01";
const LAST = Temporal.PlainDate.from("2027-05-31");

/** Half a year from the month that follows a day, cut so that it ends in time (TR-7). */
export function carriedAfter(on: Temporal.PlainDate): Carried {
  const startsOn = on.with({ day: 1 }).add({ months: 1 });
  const endsOn = startsOn.add({ months: 6 }).subtract({ days: 1 });
  return { startsOn, endsOn: Temporal.PlainDate.compare(endsOn, LAST) < 0 ? endsOn : LAST };
}

/** Its phases, one after the other, as days are typed. */
export function inPhases(
  { startsOn, endsOn }: Carried,
  count: number,
): readonly { readonly startsOn: string; readonly endsOn: string }[] {
  const days = startsOn.until(endsOn).days + 1;
  const at = (part: number) => startsOn.add({ days: Math.round((days * part) / count) });
  return Array.from({ length: count }, (_, place) => ({
    startsOn: typedDay(at(place)),
    endsOn: typedDay(at(place + 1).subtract({ days: 1 })),
  }));
}
