import { sql } from "kysely";
import { asService } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

const NIGHT = "selection-night";

/** The access of assessors ends with its day. */
export const SELECTION_CRONTAB = `7 0 * * * ${NIGHT} ?fill=1d`;

/** What this slice records of persons; `closeAccesses` forgets it. */
export const selectionProcessings: readonly Processing[] = [
  {
    what: "Évaluateurs : nom, adresse, spécialités, intérêts déclarés, notes et justifications",
    why: "Évaluer les projets d’un appel sans lien avec ceux qui les portent, et rendre compte du classement",
    ground: "Mission d’intérêt public",
    kept: "5 ans après la fin de l’accès ; les notes restent au dossier, sans le nom",
  },
  {
    what: "Agents des organismes qui instruisent avec le financeur : avis et questions",
    why: "Instruire ensemble les dossiers d’un appel",
    ground: "Mission d’intérêt public",
    kept: "Autant que le dossier",
  },
];

export function selectionJobs(world: World): Jobs {
  return { [NIGHT]: () => closeAccesses(world) };
}

/** Closes what an assessor could read as their time ends, and forgets who they were five years after. */
export function closeAccesses(world: World): Promise<void> {
  const on = today(world.clock).toString();
  return asService(world, null, async ({ tx, at }) => {
    await sql`UPDATE assessor SET ended_at = ${at.toString()}::timestamptz WHERE ended_at IS NULL AND until_on < ${on}::date`.execute(
      tx,
    );
    await sql`UPDATE score_sheet s SET ended_at = ${at.toString()}::timestamptz FROM application a, assessor r
      WHERE a.id = s.application_id AND r.call_id = a.call_id AND r.person_id = s.person_id
        AND r.ended_at IS NOT NULL AND s.ended_at IS NULL`.execute(tx);
    await sql`DELETE FROM agent_role g WHERE g.role = 'assessor'
      AND NOT EXISTS (SELECT 1 FROM assessor r WHERE r.person_id = g.person_id AND r.ended_at IS NULL)`.execute(tx);
    await sql`UPDATE score_sheet s SET person_id = NULL FROM application a, assessor r
      WHERE a.id = s.application_id AND r.call_id = a.call_id AND r.person_id = s.person_id
        AND r.until_on < ${on}::date - interval '5 years'`.execute(tx);
    await sql`DELETE FROM assessor WHERE until_on < ${on}::date - interval '5 years'`.execute(tx);
  });
}
