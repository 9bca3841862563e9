import { cents, type Day, sayDay, sayMoney } from "#policy/index.ts";
import { noteDecision } from "#src/applications/index.ts";
import { type ActRequest, courseOf, doAct, type Outcome, saveStep } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { maySelect } from "../may.ts";
import { keepReckoning, loadLocked } from "../ranking/admit.ts";
import { reckonRetained } from "../ranking/retained.ts";

/** What the officer writes down of another funder's selection. Money in cents. */
export interface OutsideInput {
  readonly isSelected: boolean | null;
  readonly decidedOn: Day | null;
  readonly reference: string;
  readonly retained: number | null;
}

const DECIDED = ["awarded", "notified", "agreement-to-sign", "signed", "rejected", "refused", "withdrawn", "abandoned"];

/**
 * Records what another funder's selection said of a file: its retained total bounds what counts, and the funder's own aid
 * follows from it, to the cent. Written again until the vote.
 */
export function recordOutside(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  input: OutsideInput,
): Promise<Outcome> {
  const may = () => maySelect(visitor, "record-outside");
  return doAct(
    world,
    visitor,
    "outside-selection-recorded",
    { ...request, version: null },
    may,
    async (tx, application, at) => {
      const { after } = courseOf(application);
      if (after === undefined) return { refusals: [{ message: "Ce dossier ne dépend d’aucune autre sélection." }] };
      if (DECIDED.includes(application.state)) return { refusals: [{ message: "Ce dossier est déjà décidé." }] };
      const file = await loadLocked(tx, application.id, visitor);
      const whole = reckonRetained(file, null);
      const refusals = refusalsOf(input, whole.eligibleCosts, legalDay(at).toString());
      const { isSelected, decidedOn } = input;
      if (refusals.length > 0 || isSelected === null || decidedOn === null) return { refusals };
      const retained = isSelected ? input.retained : null;
      const { reference } = input;
      const noted = await noteDecision(
        tx,
        application,
        visitor,
        { selected: isSelected, decidedOn, reference, retained },
        at,
      );
      if (noted !== null && "refusals" in noted) return noted;
      const row = {
        body: after.body,
        is_selected: isSelected,
        decided_on: decidedOn,
        reference,
        retained,
        recorded_by: visitor.person.id,
        recorded_at: at,
      };
      await tx
        .insertInto("outside_selection")
        .values({ application_id: application.id, ...row })
        .onConflict((clash) => clash.column("application_id").doUpdateSet(row))
        .execute();
      const kept = await tx
        .selectFrom("selection")
        .select("retained")
        .where("application_id", "=", application.id)
        .executeTakeFirst();
      const bounds = [kept?.retained ?? null, retained].filter((one) => one !== null);
      const bound = bounds.length === 0 ? null : Math.min(...bounds);
      const retainedCosts = bound !== null && bound < whole.eligibleCosts ? bound : null;
      const reckoned = reckonRetained(file, retainedCosts);
      if (kept !== undefined) await keepReckoning(tx, application.id, reckoned, {});
      await saveStep(tx, application, null, at.toString(), {
        ...noted?.columns,
        retainedCosts,
        ...(kept === undefined ? {} : { proposedAid: reckoned.aid }),
      });
      return {
        details: { isSelected, decidedOn, reference, retained, ...noted?.details },
        visibleToApplicant: false,
      };
    },
  );
}

function refusalsOf({ isSelected, decidedOn, reference, retained }: OutsideInput, most: number, now: string) {
  const refusals: { path: string; message: string }[] = [];
  if (isSelected === null) refusals.push({ path: "selected", message: "Dites si le projet est retenu." });
  if (decidedOn === null) refusals.push({ path: "decidedOn", message: "Indiquez la date, par exemple 03/03/2026." });
  else if (decidedOn > now)
    refusals.push({ path: "decidedOn", message: `Cette date est à venir\u00a0: ${sayDay(decidedOn)}.` });
  if (reference === "") refusals.push({ path: "reference", message: "Indiquez la référence de la décision." });
  else if (reference.length > 120) refusals.push({ path: "reference", message: "120 caractères au plus." });
  if (isSelected === true && (retained === null || retained <= 0)) {
    refusals.push({ path: "retained", message: "Indiquez le total retenu, en euros." });
  } else if (isSelected === true && retained !== null && retained > most) {
    refusals.push({ path: "retained", message: `Le dossier n’a que ${sayMoney(cents(most))} de coûts éligibles.` });
  }
  return refusals;
}
