import { type Instrument, levelsOf, type Raw, readRaw } from "#policy/index.ts";
import { act, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { roundOn } from "./rounds.ts";
import { loadRounds, openRound, remindOn, saveResponse } from "./store.ts";

/** Keeps what a person answered for their organisation: in the round under way, or in a new one. */
export function keepAssessment(
  world: World,
  visitor: SignedVisitor,
  kept: {
    readonly instrument: Instrument;
    readonly framework: string;
    readonly organisationId: string;
    readonly raw: Raw;
  },
): Promise<void> {
  const { instrument, framework, organisationId, raw } = kept;
  const { answers } = readRaw(instrument.form, raw);
  const on = today(world.clock).toString();
  return act(world, visitor, async ({ tx, at, note }) => {
    // Two colleagues who answer at one moment open one round.
    await tx.selectFrom("organisation").select("id").where("id", "=", organisationId).forUpdate().execute();
    const current = roundOn(await loadRounds(tx, organisationId, instrument), on);
    const roundId = current?.id ?? (await openRound(tx, { organisationId, instrument, framework, on }));
    const levels = levelsOf(instrument, answers);
    await saveResponse(tx, { roundId, personId: visitor.person.id, levels, raw, at: at.toString() });
    await note({
      chain: `organisation:${organisationId}`,
      act: "self-assessment-kept",
      organisation: organisationId,
      // What was found stays out of the journal, which agents read.
      details: { instrument: instrument.id },
    });
  });
}

const REMINDED_AFTER = { months: 6 };

/** Asks to be told to measure again in six months. Returns the day. */
export function remindLater(
  world: World,
  visitor: SignedVisitor,
  instrument: Instrument,
  organisationId: string,
): Promise<string> {
  const on = today(world.clock).add(REMINDED_AFTER).toString();
  return act(world, visitor, async ({ tx }) => {
    await remindOn(tx, { personId: visitor.person.id, organisationId, instrument, on });
    return on;
  });
}
