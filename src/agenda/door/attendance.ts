import type { Temporal } from "temporal-polyfill";
import type { Slot } from "../occasions/occasion.ts";

/** Who says that somebody was there. */
export type Signer = "trainee" | "trainer" | "keeper";

/** The door opens a little before and closes a little after, so that late lists can still be put right. */
const EARLY_HOURS = 12;
const LATE_HOURS = 36;

export function isDoorOpen(
  occasion: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  const at = now.epochMilliseconds;
  return (
    at >= occasion.startsAt.subtract({ hours: EARLY_HOURS }).epochMilliseconds &&
    at <= occasion.endsAt.add({ hours: LATE_HOURS }).epochMilliseconds
  );
}

/** The slot that is under way, else the next one, else the last: the one a keeper opens the page for. */
export function currentSlot(slots: readonly Slot[], now: Temporal.Instant): Slot | null {
  const at = now.epochMilliseconds;
  return slots.find((slot) => slot.endsAt.epochMilliseconds > at) ?? slots.at(-1) ?? null;
}

/**
 * When somebody came, as the keeper's telephone noted it while it had no network: believed when it is past and within
 * the hours of the door, else the hour when it reached us.
 */
export function arrivalAt(
  noted: Temporal.Instant | null,
  occasion: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  now: Temporal.Instant,
): Temporal.Instant {
  if (noted === null || noted.epochMilliseconds > now.epochMilliseconds) return now;
  return isDoorOpen(occasion, noted) ? noted : now;
}
