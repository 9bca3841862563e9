import type { Temporal } from "temporal-polyfill";
import { inTransaction } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import type { Slot } from "../occasions/occasion.ts";
import { listSlots } from "../occasions/slot-store.ts";
import { findOccasion } from "../occasions/store.ts";
import { findRegistration } from "../registrations/store.ts";
import { arrivalAt, currentSlot, isDoorOpen } from "./attendance.ts";
import { sign } from "./store.ts";

/** Notes that somebody came, or takes it back. Sent twice, it is noted once. Null where there is nothing to note. */
export function checkIn(
  world: World,
  occasionId: string,
  registrationId: string,
  noted: { readonly slotAt: string; readonly present: boolean; readonly noted: Temporal.Instant | null },
): Promise<{ readonly name: string; readonly present: boolean; readonly slot: Slot } | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const now = world.clock.now();
    const occasion = await findOccasion(tx, { id: occasionId });
    const registration = await findRegistration(tx, registrationId);
    if (occasion === null || registration?.occasionId !== occasionId || registration.state !== "registered")
      return null;
    if (!isDoorOpen(occasion, now)) return null;
    const slots = await listSlots(tx, occasionId);
    const slot = slots.find((one) => one.startsAt.toString() === noted.slotAt) ?? currentSlot(slots, now);
    if (slot === null) return null;
    const at = arrivalAt(noted.noted, occasion, now);
    await sign(tx, {
      registrationId,
      slotAt: slot.startsAt,
      signer: "keeper",
      present: noted.present,
      at,
      by: "entrée",
    });
    await record(tx, {
      chain: `occasion:${occasionId}`,
      at: now,
      actor: null,
      organisation: null,
      act: noted.present ? "arrival-noted" : "arrival-taken-back",
      details: { registration: registrationId, slot: slot.startsAt.toString() },
      visibleToApplicant: false,
    });
    return { name: registration.name, present: noted.present, slot };
  });
}
