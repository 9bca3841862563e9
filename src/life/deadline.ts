import { Temporal } from "temporal-polyfill";
import { legalDay } from "#src/platform/clock.ts";

/**
 * The day at whose end silence has become a refusal: two months after receipt, date to date, in legal time
 * (CRPA L231-4 3°). A month without that date gives its last day: 31 December → 28 or 29 February.
 */
export function implicitRefusalDay(receivedAt: Temporal.Instant): Temporal.PlainDate {
  return legalDay(receivedAt).add({ months: 2 }, { overflow: "constrain" });
}

/** A clock of two months that can be stopped: days as ISO text. */
export interface RefusalClock {
  readonly implicitRefusalOn: string | null;
  readonly suspendedOn: string | null;
  /** The stop ends by itself on that day, that of the delay given to send what is missing. */
  readonly suspendedUntil: string | null;
}

/** The same of a file that a committee may have decided: what waits then is a vote, nobody is late. */
export interface ShownClock extends RefusalClock {
  /** The legal day on which its committee decided, for who may read it. */
  readonly committeeDecidedOn?: string | null;
}

/** Starts at receipt. */
export function startClock(receivedAt: Temporal.Instant): RefusalClock {
  return {
    implicitRefusalOn: implicitRefusalDay(receivedAt).toString(),
    suspendedOn: null,
    suspendedUntil: null,
  };
}

/** Stops while the applicant may send what is missing (CRPA L114-5). A clock already stopped keeps its first day. */
export function suspendClock(clock: RefusalClock, on: Temporal.PlainDate, until: Temporal.PlainDate): RefusalClock {
  const current = clock.suspendedOn === null ? clock : resumeClock(clock, on);
  const { implicitRefusalOn } = current;
  return { implicitRefusalOn, suspendedOn: on.toString(), suspendedUntil: until.toString() };
}

/**
 * Restarts: the end moves by the days that the stop lasted. A stop never outlasts the delay given (CRPA L114-5):
 * an answer that comes later finds the clock running since.
 */
export function resumeClock(clock: RefusalClock, on: Temporal.PlainDate): RefusalClock {
  if (clock.suspendedOn === null || clock.implicitRefusalOn === null) return only(clock);
  const until = clock.suspendedUntil === null ? on : earlier(on, Temporal.PlainDate.from(clock.suspendedUntil));
  const stopped = Math.max(0, Temporal.PlainDate.from(clock.suspendedOn).until(until, { largestUnit: "days" }).days);
  const end = Temporal.PlainDate.from(clock.implicitRefusalOn).add({ days: stopped });
  return { implicitRefusalOn: end.toString(), suspendedOn: null, suspendedUntil: null };
}

/** Where the end stands today: a stop that its own delay has ended counts as ended. Null while it is stopped. */
export function runningEnd(clock: RefusalClock, today: Temporal.PlainDate): string | null {
  if (clock.suspendedOn === null) return clock.implicitRefusalOn;
  const over =
    clock.suspendedUntil !== null &&
    Temporal.PlainDate.compare(today, Temporal.PlainDate.from(clock.suspendedUntil)) > 0;
  return over ? resumeClock(clock, today).implicitRefusalOn : null;
}

export interface ShownDeadline {
  readonly day: string;
  readonly paused: boolean;
  /** Silence has become a refusal: the day has ended without an answer. */
  readonly over: boolean;
  /** A committee decided by that day. */
  readonly decided?: true;
}

/** The day that everyone is shown: the end that runs or, while the clock is stopped, the day by which an answer is awaited. */
export function shownDeadline(clock: ShownClock, today: Temporal.PlainDate): ShownDeadline | null {
  if (clock.implicitRefusalOn === null) return null;
  const end = runningEnd(clock, today);
  if (end === null) return { day: clock.suspendedUntil ?? clock.implicitRefusalOn, paused: true, over: false };
  const decidedOn = clock.committeeDecidedOn ?? null;
  if (decidedOn !== null && decidedOn <= end) return { day: end, paused: false, over: false, decided: true };
  return { day: end, paused: false, over: Temporal.PlainDate.compare(today, Temporal.PlainDate.from(end)) > 0 };
}

/** A decision, a withdrawal: nothing is awaited any more. */
export const endedClock: RefusalClock = { implicitRefusalOn: null, suspendedOn: null, suspendedUntil: null };

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}

/** The clock alone, whatever else the value that carries it holds. */
function only({ implicitRefusalOn, suspendedOn, suspendedUntil }: RefusalClock): RefusalClock {
  return { implicitRefusalOn, suspendedOn, suspendedUntil };
}
