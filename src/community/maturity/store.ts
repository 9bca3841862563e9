import { sql } from "kysely";
import type { Instrument, Levels, Raw } from "#policy/index.ts";
import { inTransaction, json, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type AssessmentRound, type Average, averageOf, levelsOfRound } from "./rounds.ts";

/** The rounds of an organisation, the newest first, as this transaction's reader may see them. */
export async function loadRounds(
  tx: Tx,
  organisationId: string,
  instrument: Instrument,
): Promise<readonly AssessmentRound[]> {
  const rows = await tx
    .selectFrom("assessment_round as r")
    .innerJoin("assessment_response as a", "a.round_id", "r.id")
    .leftJoin("person as p", "p.id", "a.person_id")
    .select(["r.id", "r.opened_on", "a.person_id", "p.name", "a.levels"])
    .where("r.organisation_id", "=", organisationId)
    .where("r.instrument", "=", instrument.id)
    .orderBy("r.opened_on", "desc")
    .orderBy("r.id", "desc")
    .orderBy("a.answered_at")
    .execute();
  const rounds = new Map<string, AssessmentRound>();
  for (const row of rows) {
    const response = { personId: row.person_id, name: row.name ?? "", levels: row.levels as Levels };
    const before = rounds.get(row.id)?.responses ?? [];
    rounds.set(row.id, { id: row.id, openedOn: row.opened_on, responses: [...before, response] });
  }
  return [...rounds.values()];
}

/** What this person last answered, to start from. */
export async function lastAnswers(
  tx: Tx,
  organisationId: string,
  instrument: Instrument,
  personId: string,
): Promise<Raw | null> {
  const row = await tx
    .selectFrom("assessment_answers as t")
    .innerJoin("assessment_response as a", "a.id", "t.response_id")
    .innerJoin("assessment_round as r", "r.id", "a.round_id")
    .select("t.raw")
    .where("r.organisation_id", "=", organisationId)
    .where("r.instrument", "=", instrument.id)
    .where("t.person_id", "=", personId)
    .orderBy("a.answered_at", "desc")
    .executeTakeFirst();
  return row === undefined ? null : (row.raw as Raw);
}

/** Opens a round. Two who answer at once each wait for the organisation's row, which the caller has locked. */
export async function openRound(
  tx: Tx,
  round: {
    readonly organisationId: string;
    readonly instrument: Instrument;
    readonly framework: string;
    readonly on: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("assessment_round")
    .values({
      organisation_id: round.organisationId,
      instrument: round.instrument.id,
      framework: round.framework,
      opened_on: round.on,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Keeps what a person found in a round; what they found earlier in the same one gives way. */
export async function saveResponse(
  tx: Tx,
  response: {
    readonly roundId: string;
    readonly personId: string;
    readonly levels: Levels;
    readonly raw: Raw;
    readonly at: string;
  },
): Promise<void> {
  const { roundId, personId, levels, raw, at } = response;
  const { id } = await tx
    .insertInto("assessment_response")
    .values({ round_id: roundId, person_id: personId, levels: json(levels), answered_at: at })
    .onConflict((clash) =>
      clash.columns(["round_id", "person_id"]).doUpdateSet({ levels: json(levels), answered_at: at }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("assessment_answers")
    .values({ response_id: id, person_id: personId, raw: json(raw) })
    .onConflict((clash) => clash.column("response_id").doUpdateSet({ raw: json(raw) }))
    .execute();
}

/** Results older than this tell too little of today. */
const COMPARED_YEARS = 2;

/** The mean of the latest round of each organisation, from ten on: the service alone sees them together. */
export async function loadAverage(world: World, instrument: Instrument): Promise<Average | null> {
  const since = world.clock
    .now()
    .toZonedDateTimeISO("UTC")
    .subtract({ years: COMPARED_YEARS })
    .toPlainDate()
    .toString();
  const { rows } = await inTransaction(world.db, "system", (tx) =>
    sql<{ organisation: string; levels: Levels }>`
      SELECT r.organisation_id AS organisation, a.levels
      FROM (SELECT DISTINCT ON (organisation_id) id, organisation_id FROM assessment_round
            WHERE instrument = ${instrument.id} AND opened_on >= ${since}::date
            ORDER BY organisation_id, opened_on DESC, id DESC) r
      JOIN assessment_response a ON a.round_id = r.id`.execute(tx),
  );
  const responses = Map.groupBy(rows, (row) => row.organisation);
  return averageOf(
    instrument,
    [...responses.values()].map((of) => levelsOfRound(instrument, of)),
  );
}

export async function remindOn(
  tx: Tx,
  reminder: {
    readonly personId: string;
    readonly organisationId: string;
    readonly instrument: Instrument;
    readonly on: string;
  },
): Promise<void> {
  await tx
    .insertInto("assessment_reminder")
    .values({
      person_id: reminder.personId,
      organisation_id: reminder.organisationId,
      instrument: reminder.instrument.id,
      remind_on: reminder.on,
    })
    .onConflict((clash) =>
      clash.columns(["person_id", "organisation_id", "instrument"]).doUpdateSet({ remind_on: reminder.on }),
    )
    .execute();
}
