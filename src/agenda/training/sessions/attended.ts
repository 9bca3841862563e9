import type { Sign } from "../../door/store.ts";
import type { Slot } from "../../occasions/occasion.ts";

/** What the signatures of one half day say. */
export interface HalfDay {
  readonly slot: Slot;
  readonly trainee: boolean;
  /** Null while the trainer has not signed. */
  readonly trainer: boolean | null;
}

/** The half days of one trainee, with who signed. */
export function halfDaysOf(slots: readonly Slot[], signs: readonly Sign[]): readonly HalfDay[] {
  return slots.map((slot) => {
    const of = (signer: Sign["signer"]) =>
      signs.find((one) => one.signer === signer && one.slotAt.equals(slot.startsAt));
    return { slot, trainee: of("trainee")?.present === true, trainer: of("trainer")?.present ?? null };
  });
}

/** Minutes that the trainer says were attended: a trainee's own signature alone proves none. */
export function minutesAttended(halfDays: readonly HalfDay[]): number {
  return halfDays.filter((one) => one.trainer === true).reduce((sum, one) => sum + minutesOf(one.slot), 0);
}

export function minutesOf(slot: Slot): number {
  return (slot.endsAt.epochMilliseconds - slot.startsAt.epochMilliseconds) / 60_000;
}

/**
 * The hours that a certificate tells: those of the course in the proportion of the half days attended, to the half hour.
 * A course of 14 hours given in slots of 15 (its breaks counted) is one of 14 for who was there to the end.
 */
export function hoursAttended(courseHours: number, halfDays: readonly HalfDay[]): number {
  const planned = halfDays.reduce((sum, one) => sum + minutesOf(one.slot), 0);
  if (planned === 0) return 0;
  return Math.round((courseHours * minutesAttended(halfDays) * 2) / planned) / 2;
}
