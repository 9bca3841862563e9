import { sql } from "kysely";
import { asService } from "#src/people/index.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

const NIGHT = "calls-night";

/** Once a night. */
export const CALLS_CRONTAB = `25 0 * * * ${NIGHT} ?fill=1d`;

/** What this slice records of persons; `forgetCalls` forgets it. */
export const callProcessings: readonly Processing[] = [
  {
    what: "Appels à projets\u00a0: qui pose une question, qui envoie une note d’intention",
    why: "Répondre, et orienter avant le dossier",
    ground: "Mission d’intérêt public",
    kept: "1 an après la clôture de l’appel\u00a0; les réponses publiées restent, sans aucun nom",
  },
];

export function callJobs(world: World): Jobs {
  return { [NIGHT]: () => forgetCalls(world) };
}

/** A year after a call closed, notes are gone, and nobody knows who asked what. */
export function forgetCalls(world: World): Promise<void> {
  return asService(world, null, async ({ tx, at }) => {
    const closed = sql`SELECT id FROM call WHERE closes_at < ${at.toString()}::timestamptz - interval '1 year'`;
    await sql`DELETE FROM call_note WHERE call_id IN (${closed})`.execute(tx);
    await sql`DELETE FROM call_question AS q WHERE call_id IN (${closed})
      AND NOT EXISTS (SELECT 1 FROM call_answer AS a WHERE a.question_id = q.id)`.execute(tx);
    await sql`UPDATE call_question SET asked_by = NULL, body = '(question oubliée)'
      WHERE call_id IN (${closed}) AND (asked_by IS NOT NULL OR body <> '(question oubliée)')`.execute(tx);
  });
}
