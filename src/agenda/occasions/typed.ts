import { Temporal } from "temporal-polyfill";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";

export { legalInstant as at, readTime } from "#src/platform/legal-time.ts";

/** « 3/3/2026 », « 03-03-2026 », or ISO; null where it is no day. */
export function readDay(typed: string): Temporal.PlainDate | null {
  const french = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(typed.trim());
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim());
  const [year, month, day] = french ? [french[3], french[2], french[1]] : iso ? iso.slice(1) : [];
  if (year === undefined || Number(year) < 2000 || Number(year) > 2100) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: "reject" },
    );
  } catch {
    return null;
  }
}

/** As people type them: « 03/03/2026 », « 09:30 ». */
export function writeDay(instant: Temporal.Instant): string {
  const { day, month, year } = instant.toZonedDateTimeISO(LEGAL_TIME_ZONE);
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

export function writeTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainTime().toString({ smallestUnit: "minute" });
}

const EMAIL = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]{2,}$/;

/** An address as it is kept, or null where it cannot be one. */
export function readEmail(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  return address.length <= 254 && EMAIL.test(address) ? address : null;
}
