import { Temporal } from "temporal-polyfill";
import { readWrittenDay, readEmail as readWrittenEmail } from "#policy/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";

export { isSkipped, legalInstant as at, readTime, SKIPPED_HOUR } from "#src/platform/legal-time.ts";

/** A day as it was typed; where it is none, what is wrong with it is said by its field. */
export function readDay(typed: string, name: string, errors: Record<string, string>): Temporal.PlainDate | null {
  const read = readWrittenDay(typed);
  if ("value" in read) return Temporal.PlainDate.from(read.value);
  errors[name] = read.error;
  return null;
}

/** As people type them: « 03/03/2026 », « 09:30 ». */
export function writeDay(instant: Temporal.Instant): string {
  const { day, month, year } = instant.toZonedDateTimeISO(LEGAL_TIME_ZONE);
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

export function writeTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainTime().toString({ smallestUnit: "minute" });
}

/** An address as it is kept, or null where it cannot be one. */
export function readEmail(typed: string): string | null {
  const read = readWrittenEmail(typed);
  return "value" in read ? read.value.toLowerCase() : null;
}
