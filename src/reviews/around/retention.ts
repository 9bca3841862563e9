import { sql } from "kysely";
import { asService } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

/** What agents leave around files, of themselves; `forgetAround` forgets it. */
export const aroundProcessings: readonly Processing[] = [
  {
    what: "Agents : dernière consultation de chaque dossier, lue de l’agent seul",
    why: "Montrer à chacun ce qui a changé depuis sa visite",
    ground: "Mission d’intérêt public",
    kept: "1 an après la dernière consultation",
  },
  {
    what: "Agents : dossiers suivis, tâches notées pour soi ou pour un collègue",
    why: "Organiser l’instruction et avertir qui suit un dossier",
    ground: "Mission d’intérêt public",
    kept: "Suivi : 1 an après le dernier changement du dossier ; tâches : 2 ans une fois terminées",
  },
];

/** Every night. */
export function forgetAround(world: World): Promise<void> {
  const on = today(world.clock).toString();
  return asService(world, null, async ({ tx }) => {
    await sql`DELETE FROM file_visit WHERE seen_at < ${on}::date - interval '1 year'`.execute(tx);
    await sql`DELETE FROM follower f USING application a
      WHERE a.id = f.application_id AND a.updated_at < ${on}::date - interval '1 year'`.execute(tx);
    await sql`DELETE FROM task WHERE done_at < ${on}::date - interval '2 years'`.execute(tx);
  });
}
