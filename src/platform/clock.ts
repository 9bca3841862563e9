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

/** The legal day of an instant, in Europe/Paris. */
export function legalDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate();
}

/** Today's legal day. */
export function today(clock: Clock): Temporal.PlainDate {
  return legalDay(clock.now());
}

/** The last instant of a legal day: a deadline "on the 12th" is kept until then. */
export function endOfLegalDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(LEGAL_TIME_ZONE).toInstant();
}
