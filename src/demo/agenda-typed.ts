import { Temporal } from "temporal-polyfill";
import { type ReadOccasion, readOccasion } from "#src/agenda/occasions/occasion-form.ts";
import type { World } from "#src/platform/world.ts";

/**
 * A working day so many days from now (before, when negative): a weekend moves to the Friday before it, or to the
 * Monday after it where it is to come.
 */
function workday(world: World, days: number): Temporal.ZonedDateTime {
  const day = world.clock.now().toZonedDateTimeISO("Europe/Paris").add({ days });
  if (day.dayOfWeek <= 5) return day;
  return days < 0 ? day.subtract({ days: day.dayOfWeek - 5 }) : day.add({ days: 8 - day.dayOfWeek });
}

/** An hour of that day. */
export function at(world: World, days: number, hour = 9): Temporal.Instant {
  return workday(world, days).withPlainTime(new Temporal.PlainTime(hour)).toInstant();
}

/** A day as forms take it. */
export function dayOf(world: World, days: number): string {
  const { day, month, year } = workday(world, days);
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

/** The working day so many days after the one of these days, as forms take it: a Friday's tomorrow is a Monday. */
export function workdayAfter(world: World, days: number, more: number): string {
  const start = workday(world, days);
  const day = start.add({ days: more });
  const { day: date, month, year } = day.dayOfWeek <= 5 ? day : day.add({ days: 8 - day.dayOfWeek });
  return `${String(date).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

/** What a form says, read as the service reads it: a demonstration that the form refuses is a mistake here. */
export function readTyped(typed: Parameters<typeof readOccasion>[0], nature: "event" | "session"): ReadOccasion {
  const read = readOccasion(typed, nature);
  if ("errors" in read) throw new Error(`the demonstration types wrong: ${JSON.stringify(read.errors)}`);
  return read.read;
}
