import { Temporal } from "temporal-polyfill";
import { plainWidth } from "#text/index.ts";
import { LEGAL_TIME_ZONE } from "./clock.ts";

/** « 9 h 30 », « 9h », « 09:30 », « 9 »; null where it is no hour. */
export function readTime(typed: string): Temporal.PlainTime | null {
  const found = /^(\d{1,2})(?:\s*(?:heures?|h|:)\s*(\d{2})?)?$/i.exec(
    plainWidth(typed)
      .replace(/[\u00a0\u202f]/g, " ")
      .trim(),
  );
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? "0")];
  return hour > 23 || minute > 59 ? null : new Temporal.PlainTime(hour, minute);
}

/** An hour that the change of clocks skips: no clock of Paris shows « 2 h 30 » on the last Sunday of March. */
export function isSkipped(day: Temporal.PlainDate, time: Temporal.PlainTime): boolean {
  return !day.toZonedDateTime({ timeZone: LEGAL_TIME_ZONE, plainTime: time }).toPlainTime().equals(time);
}

export const SKIPPED_HOUR = "Ce jour-là, les horloges passent de 2\u00a0h à 3\u00a0h\u00a0: cette heure n’existe pas.";

/** The instant of a day and an hour on the clock of Paris. */
export function legalInstant(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: LEGAL_TIME_ZONE, plainTime: time }).toInstant();
}
