import { Temporal } from "temporal-polyfill";
import { type ReadOccasion, readOccasion } from "#src/agenda/occasions/occasion-form.ts";
import { isWorkingDay } from "#src/platform/working-days.ts";
import type { World } from "#src/platform/world.ts";

/** A working day so many days from now (before, when negative): one that is none moves away from today. */
function workday(world: World, days: number): Temporal.ZonedDateTime {
  return worked(world.clock.now().toZonedDateTimeISO("Europe/Paris").add({ days }), days < 0 ? -1 : 1);
}

function worked(day: Temporal.ZonedDateTime, step: 1 | -1): Temporal.ZonedDateTime {
  return isWorkingDay(day.toPlainDate(), []) ? day : worked(day.add({ days: step }), step);
}

/** An hour of that day. */
export function at(world: World, days: number, hour = 9): Temporal.Instant {
  return workday(world, days).withPlainTime(new Temporal.PlainTime(hour)).toInstant();
}

/** A day as forms take it. */
export function dayOf(world: World, days: number): string {
  return written(workday(world, days));
}

/** The working day so many days after the one of these days, as forms take it: a Friday's tomorrow is a Monday. */
export function dayAfter(world: World, days: number, more: number): string {
  return written(worked(workday(world, days).add({ days: more }), 1));
}

function written({ day, month, year }: Temporal.ZonedDateTime): string {
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

/** What a form says, read as the service reads it: a demonstration that the form refuses is a mistake here. */
export function readTyped(typed: Parameters<typeof readOccasion>[0], nature: "event" | "session"): ReadOccasion {
  const read = readOccasion(typed, nature);
  if ("errors" in read) throw new Error(`the demonstration types wrong: ${JSON.stringify(read.errors)}`);
  return read.read;
}
