import type { Temporal } from "temporal-polyfill";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { sign } from "../../door/store.ts";
import { actOnOccasion, asService, type NotDone } from "../../occasions/act.ts";
import type { Slot } from "../../occasions/occasion.ts";
import { listSlots } from "../../occasions/slot-store.ts";
import { findOccasion } from "../../occasions/store.ts";
import { findRegistration, listRegistrations } from "../../registrations/store.ts";
import { findSession } from "./session-store.ts";

const EARLY_MINUTES = 15;
const LATE_HOURS = 2;

/** A half day is signed while it lasts, a little before and a little after. */
export function sessionMoment(slot: Slot, now: Temporal.Instant): boolean {
  const at = now.epochMilliseconds;
  return (
    at >= slot.startsAt.subtract({ minutes: EARLY_MINUTES }).epochMilliseconds &&
    at <= slot.endsAt.add({ hours: LATE_HOURS }).epochMilliseconds
  );
}

/** The trainee's own signature, for the half day that is under way. False where there is none to sign. */
export function signAsTrainee(world: World, registrationId: string, slotAt: string): Promise<boolean> {
  return inTransaction(world.db, "system", async (tx) => {
    const registration = await findRegistration(tx, registrationId);
    if (registration?.state !== "registered") return false;
    const occasion = await findOccasion(tx, { id: registration.occasionId });
    if (occasion?.nature !== "session" || occasion.state !== "published") return false;
    const now = world.clock.now();
    const slots = await listSlots(tx, occasion.id);
    const slot = slots.find((one) => one.startsAt.toString() === slotAt && sessionMoment(one, now));
    if (slot === undefined) return false;
    await sign(tx, {
      registrationId,
      slotAt: slot.startsAt,
      signer: "trainee",
      present: true,
      at: now,
      by: registration.name,
    });
    return true;
  });
}

/**
 * The trainer's signature of all the half days that have begun: who is named was there, who is not was not.
 * `present` names each by the registration and the number of the half day.
 */
export function signAsTrainer(
  world: World,
  visitor: SignedVisitor,
  occasionId: string,
  present: ReadonlySet<string>,
): Promise<{ readonly signed: number } | { readonly notDone: NotDone }> {
  return actOnOccasion(world, visitor, occasionId, "sign-as-trainer", null, async ({ tx, occasion, note }) => {
    const now = world.clock.now();
    const signed = await asService(tx, async () => {
      if ((await findSession(tx, occasion))?.closedAt !== null) return 0;
      const slots = await listSlots(tx, occasionId);
      const trainees = (await listRegistrations(tx, occasionId)).filter((one) => one.state === "registered");
      let count = 0;
      for (const [n, slot] of slots.entries()) {
        if (slot.startsAt.epochMilliseconds > now.epochMilliseconds) continue;
        for (const trainee of trainees) {
          const isThere = present.has(`${trainee.id}.${n}`);
          await sign(tx, {
            registrationId: trainee.id,
            slotAt: slot.startsAt,
            signer: "trainer",
            present: isThere,
            at: now,
            by: visitor.person.name,
          });
          count += 1;
        }
      }
      return count;
    });
    if (signed > 0) await note("attendance-signed", { signed });
    return signed === 0 ? { notDone: "stale" as const } : { signed };
  });
}
