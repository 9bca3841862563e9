import { noteDecision } from "#src/applications/index.ts";
import { type ActRequest, type Application, courseOf, doAct, type Outcome, saveStep } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { maySelect } from "../may.ts";
import { keepReckoning, loadLocked } from "../ranking/admit.ts";
import { reserve } from "../ranking/commit.ts";
import { type Reckoning, reckonRetained } from "../ranking/retained.ts";
import { rulesOfApplication } from "../rules.ts";
import { changeOutside } from "./after-vote.ts";
import { GRANTED } from "./granted.ts";
import { type OutsideInput, refusalsOf } from "./input.ts";

const ENDED = ["rejected", "refused", "withdrawn", "abandoned"];

/**
 * Records what another funder's selection said of a file: its retained total bounds what counts, and the funder's own aid
 * follows from it, to the cent. Written again until the vote; after it, only lowered or taken back.
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
      if (ENDED.includes(application.state)) return { refusals: [{ message: "Ce dossier est déjà décidé." }] };
      if (GRANTED.includes(application.state)) return changeOutside(tx, application, visitor, input, at);
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
      const lacks = isSelected ? await reserveAgain(tx, application, reckoned) : null;
      if (lacks !== null) return { refusals: [{ path: "retained", message: lacks }] };
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

/** A selected file takes of the envelopes what it asks now: less gives back the rest, more must still fit. */
async function reserveAgain(tx: Tx, application: Application, { asks }: Reckoning): Promise<string | null> {
  const { call, state } = application;
  if (call === null || state !== "selected") return null;
  return reserve(tx, { ...application, call }, rulesOfApplication({ ...application, call }), asks);
}
