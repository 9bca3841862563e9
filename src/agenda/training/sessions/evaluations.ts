import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";

/** Right after, and some months later: what was learnt is judged, then what was done with it. */
export type Moment = "hot" | "cold";

export interface Evaluation {
  readonly moment: Moment;
  readonly answers: Readonly<Record<string, string>> | null;
}

/** Asks for an evaluation, once. */
export async function askEvaluation(
  tx: Tx,
  at: Temporal.Instant,
  registrationId: string,
  moment: Moment,
): Promise<void> {
  await tx
    .insertInto("evaluation")
    .values({ registration_id: registrationId, moment, asked_at: at.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listEvaluations(tx: Tx, registrationId: string): Promise<readonly Evaluation[]> {
  const rows = await tx
    .selectFrom("evaluation")
    .select(["moment", "answers"])
    .where("registration_id", "=", registrationId)
    .execute();
  return rows.map((row) => ({
    moment: row.moment as Moment,
    answers: row.answers as Readonly<Record<string, string>> | null,
  }));
}

/** Keeps the answers; whoever answers again changes them. False where nothing was asked. */
export async function answerEvaluation(
  tx: Tx,
  at: Temporal.Instant,
  registrationId: string,
  moment: Moment,
  answers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const done = await tx
    .updateTable("evaluation")
    .set({ answers: json(answers), answered_at: at.toString() })
    .where("registration_id", "=", registrationId)
    .where("moment", "=", moment)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
