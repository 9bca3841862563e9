import type { Temporal } from "temporal-polyfill";
import { cents, sayMoney } from "#policy/index.ts";
import { type Application, saveStep, type Written } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { leaveTask } from "#src/reviews/index.ts";
import { AGREED, AMENDMENT_TASK } from "./granted.ts";
import { type OutsideInput, refusalsOf } from "./input.ts";

/** Within so many days the amendment is to be written. */
const DAYS = 15;

type Refused = { readonly refusals: ReturnType<typeof refusalsOf> };

/**
 * Once the aid is voted, two words alone of another funder are still taken: that it takes back what it granted, and then
 * nothing more is notified or signed on it; or that it retains less. What was agreed is to be amended: a task for who
 * holds the file.
 */
export async function changeOutside(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  input: OutsideInput,
  at: Temporal.Instant,
): Promise<Written | Refused> {
  const before = await tx
    .selectFrom("outside_selection")
    .select(["is_selected", "decided_on as decidedOn", "reference", "retained"])
    .where("application_id", "=", application.id)
    .executeTakeFirst();
  const refused = changeRefusals(before, input);
  if (refused !== null) return refused;
  const refusals = refusalsOf(input, before?.retained ?? 0, legalDay(at).toString());
  const { decidedOn, reference } = input;
  if (refusals.length > 0 || decidedOn === null) return { refusals };
  const retained = input.isSelected === true ? input.retained : null;
  await tx
    .updateTable("outside_selection")
    .set({ is_selected: retained !== null, retained, decided_on: decidedOn, reference })
    .set({ recorded_by: visitor.person.id, recorded_at: at })
    .where("application_id", "=", application.id)
    .execute();
  const amends = AGREED.includes(application.state);
  if (amends) {
    const what = retained === null ? "l’autre financeur retire son aide" : "l’autre financeur baisse son total retenu";
    const body = `${AMENDMENT_TASK}\u00a0: ${what} (${reference})`;
    const dueOn = legalDay(at).add({ days: DAYS }).toString();
    await leaveTask(tx, application, { body, dueOn, person: application.assignedTo ?? visitor.person.id }, visitor, at);
  }
  if (retained !== null) {
    await saveStep(tx, application, null, at.toString(), { retainedCosts: boundBy(application, retained) });
  }
  const act = retained === null ? "outside-aid-withdrawn" : "outside-aid-lowered";
  return {
    facts: [{ act, details: { decidedOn, reference, retained, before, amends } }],
    visibleToApplicant: false,
  };
}

/** The costs that count from then on: a committee that kept less still bounds them. */
function boundBy({ retainedCosts }: Application, retained: number): number {
  return retainedCosts === null ? retained : Math.min(retainedCosts, retained);
}

function changeRefusals(
  before: { readonly is_selected: boolean; readonly retained: number | null } | undefined,
  { isSelected, retained }: OutsideInput,
): Refused | null {
  if (before?.is_selected !== true || isSelected === null) {
    const message = "L’aide est votée\u00a0: seuls le retrait de cette sélection et sa baisse se notent encore.";
    return { refusals: [{ path: "selected", message }] };
  }
  if (!isSelected || retained === null || before.retained === null || retained < before.retained) return null;
  const message = `L’aide est votée\u00a0: seul un total plus bas que ${sayMoney(cents(before.retained))} se note encore, ou le retrait.`;
  return { refusals: [{ path: "retained", message }] };
}
