import type { Tx } from "#src/platform/database/database.ts";
import type { Moment } from "../training/sessions/evaluations.ts";

/** How many were asked of an occasion, and what was answered: read as the service, since nobody reads them by name. */
export async function readAnswers(
  tx: Tx,
  occasionId: string,
  moment: Moment,
): Promise<{ readonly asked: number; readonly answers: readonly Readonly<Record<string, string>>[] }> {
  const rows = await tx
    .selectFrom("evaluation as e")
    .innerJoin("registration as r", "r.id", "e.registration_id")
    .select("e.answers")
    .where("r.occasion_id", "=", occasionId)
    .where("e.moment", "=", moment)
    .execute();
  const answers = rows.flatMap((row) => (row.answers === null ? [] : [row.answers as Record<string, string>]));
  return { asked: rows.length, answers };
}
