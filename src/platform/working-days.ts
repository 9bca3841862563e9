import { Temporal } from "temporal-polyfill";

/**
 * Saturdays, Sundays and the public holidays of the Labour Code (L3133-1) are no working days, nor are those on which
 * the funder's offices are closed (ISO days).
 */
export function isWorkingDay(day: Temporal.PlainDate, closed: readonly string[]): boolean {
  const iso = day.toString();
  return day.dayOfWeek < 6 && !holidaysOf(day.year).includes(iso) && !closed.includes(iso);
}

/** The last of so many working days after a day, which itself does not count. */
export function workingDaysAfter(
  day: Temporal.PlainDate,
  count: number,
  closed: readonly string[],
): Temporal.PlainDate {
  let last = day;
  for (let left = count; left > 0; ) {
    last = last.add({ days: 1 });
    if (isWorkingDay(last, closed)) left -= 1;
  }
  return last;
}

const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Days after Easter Sunday: its Monday, Ascension Thursday, Whit Monday. */
const AFTER_EASTER = [1, 39, 50];

function holidaysOf(year: number): readonly string[] {
  const easter = easterOf(year);
  const moving = AFTER_EASTER.map((days) => easter.add({ days }).toString());
  return [...FIXED.map((day) => `${year}-${day}`), ...moving];
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const moved = epact + weekday - 7 * late + 114;
  return new Temporal.PlainDate(year, Math.floor(moved / 31), (moved % 31) + 1);
}
