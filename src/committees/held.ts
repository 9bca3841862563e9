import type { Temporal } from "temporal-polyfill";
import { legalDay } from "#src/platform/clock.ts";
import { formatDateTime } from "#src/ui/index.ts";

/** When a meeting was called for, and when it was opened; null before. */
interface Held {
  readonly startsAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
}

/** A meeting is of the day on which it was opened; on its planned day, of the hour it was called for. */
export function heldAt({ startsAt, openedAt }: Held): Temporal.Instant {
  return openedAt === null || legalDay(openedAt).equals(legalDay(startsAt)) ? startsAt : openedAt;
}

/** « 28 avril 2026 à 9 h 12 (prévue le 30 avril 2026 à 10 h) » */
export function sayHeld(meeting: Held): string {
  const held = heldAt(meeting);
  const said = formatDateTime(held);
  return held.equals(meeting.startsAt) ? said : `${said} (prévue le ${formatDateTime(meeting.startsAt)})`;
}
