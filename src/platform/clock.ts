import { Temporal } from "temporal-polyfill";

/** Legal time of the funder: deadlines end at midnight there. */
export const LEGAL_TIME_ZONE = "Europe/Paris";

/** Where the service reads the time; tests give their own. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still, or moves when told: for tests and demonstration data. */
export function fixedClock(at: string): Clock & { set(at: string): void } {
  let instant = Temporal.Instant.from(at);
  return {
    now: () => instant,
    set(next) {
      instant = Temporal.Instant.from(next);
    },
  };
}

/** In Paris a day begins on the hour: all instants of an hour have one day. Beyond so many hours all are forgotten. */
const HOUR_MS = 3_600_000;
const MOST_HOURS = 2_000;
const dayOfHour = new Map<number, Temporal.PlainDate>();

/** The legal day of an instant, in Europe/Paris. A page asks it of today and of each of its files. */
export function legalDay(instant: Temporal.Instant): Temporal.PlainDate {
  const hour = Math.floor(instant.epochMilliseconds / HOUR_MS);
  let day = dayOfHour.get(hour);
  if (day === undefined) {
    day = instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate();
    if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
    dayOfHour.set(hour, day);
  }
  return day;
}

/** Today's legal day. */
export function today(clock: Clock): Temporal.PlainDate {
  return legalDay(clock.now());
}

/** The last instant of a legal day: a deadline "on the 12th" is kept until then. */
export function endOfLegalDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(LEGAL_TIME_ZONE).toInstant();
}
