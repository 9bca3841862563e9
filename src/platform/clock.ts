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

/** The day that was last asked for, with its bounds: most requests ask for today's, several times each. */
let last: { readonly day: Temporal.PlainDate; readonly from: number; readonly until: number } | null = null;

/** The legal day of an instant, in Europe/Paris. */
export function legalDay(instant: Temporal.Instant): Temporal.PlainDate {
  const at = instant.epochMilliseconds;
  if (last === null || at < last.from || at >= last.until) {
    const day = instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate();
    last = { day, from: startOf(day), until: startOf(day.add({ days: 1 })) };
  }
  return last.day;
}

function startOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime(LEGAL_TIME_ZONE).epochMilliseconds;
}

/** Today's legal day. */
export function today(clock: Clock): Temporal.PlainDate {
  return legalDay(clock.now());
}

/** The last instant of a legal day: a deadline "on the 12th" is kept until then. */
export function endOfLegalDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(LEGAL_TIME_ZONE).toInstant();
}
