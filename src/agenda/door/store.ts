import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Signer } from "./attendance.ts";

export interface Sign {
  readonly registrationId: string;
  readonly slotAt: Temporal.Instant;
  readonly signer: Signer;
  readonly present: boolean;
  readonly at: Temporal.Instant;
  /** Who signed, in words: a person's name, or by which door. */
  readonly by: string;
}

/** Writes one signature; the first hour is kept when it is sent twice, a change of mind is not. */
export async function sign(tx: Tx, one: Sign): Promise<void> {
  await tx
    .insertInto("presence")
    .values({
      registration_id: one.registrationId,
      slot_at: one.slotAt.toString(),
      signer: one.signer,
      present: one.present,
      at: one.at.toString(),
      signed_by: one.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["registration_id", "slot_at", "signer"])
        .doUpdateSet({ present: one.present, at: one.at.toString(), signed_by: one.by })
        .where("presence.present", "<>", one.present),
    )
    .execute();
}

export async function listSigns(tx: Tx, occasionId: string): Promise<readonly Sign[]> {
  const rows = await tx
    .selectFrom("presence as a")
    .innerJoin("registration as r", "r.id", "a.registration_id")
    .select(["a.registration_id", "a.slot_at", "a.signer", "a.present", "a.at", "a.signed_by"])
    .where("r.occasion_id", "=", occasionId)
    .execute();
  return rows.map((row) => ({
    registrationId: row.registration_id,
    slotAt: row.slot_at,
    signer: row.signer as Signer,
    present: row.present,
    at: row.at,
    by: row.signed_by,
  }));
}
