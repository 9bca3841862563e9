import type { Temporal } from "temporal-polyfill";
import type { Application, Written } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { leaveTask } from "#src/reviews/index.ts";
import { AGREED } from "./granted.ts";
import { type OutsideInput, refusalsOf } from "./input.ts";

/** Within so many days the amendment is to be written. */
const DAYS = 15;

/**
 * Once the aid is voted, one word alone of another funder is still taken: that it takes back what it granted. Nothing more
 * is notified or signed on it, and what was agreed is to be amended: a task for who holds the file.
 */
export async function withdrawOutside(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  input: OutsideInput,
  at: Temporal.Instant,
): Promise<Written | { readonly refusals: ReturnType<typeof refusalsOf> }> {
  const before = await tx
    .selectFrom("outside_selection")
    .select(["is_selected", "decided_on as decidedOn", "reference", "retained"])
    .where("application_id", "=", application.id)
    .executeTakeFirst();
  if (before?.is_selected !== true || input.isSelected !== false) {
    const message = "L’aide est votée\u00a0: seul le retrait de cette sélection se note encore.";
    return { refusals: [{ path: "selected", message }] };
  }
  const refusals = refusalsOf(input, 0, legalDay(at).toString());
  const { decidedOn, reference } = input;
  if (refusals.length > 0 || decidedOn === null) return { refusals };
  await tx
    .updateTable("outside_selection")
    .set({ is_selected: false, retained: null, decided_on: decidedOn, reference })
    .set({ recorded_by: visitor.person.id, recorded_at: at })
    .where("application_id", "=", application.id)
    .execute();
  const amends = AGREED.includes(application.state);
  if (amends) {
    const body = `Établir l’avenant\u00a0: l’autre financeur retire son aide (${reference})`;
    const dueOn = legalDay(at).add({ days: DAYS }).toString();
    await leaveTask(tx, application, { body, dueOn, person: application.assignedTo ?? visitor.person.id }, visitor, at);
  }
  return {
    facts: [{ act: "outside-aid-withdrawn", details: { decidedOn, reference, before, amends } }],
    visibleToApplicant: false,
  };
}
