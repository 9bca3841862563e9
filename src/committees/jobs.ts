import { sql } from "kysely";
import { asService } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

const NIGHT = "committees-night";

/** Mandates begin and end with the day: the rows that a seat opens follow it. */
export const COMMITTEES_CRONTAB = `5 0 * * * ${NIGHT} ?fill=1d`;

/** What this slice records of persons; `keepSeats` forgets it. */
export const committeeProcessings: readonly Processing[] = [
  {
    what: "Instances : qui siège, pour quel organisme, présences, intérêts déclarés, qui suit une décision",
    why: "Convoquer, compter le quorum et les voix, rendre compte de ce qui est décidé",
    ground: "Mission d’intérêt public",
    kept: "5 ans après la fin du mandat, ou la réunion pour un intérêt ; les décisions restent, sans les noms",
  },
];

export function committeeJobs(world: World): Jobs {
  return { [NIGHT]: () => keepSeats(world) };
}

export function keepSeats(world: World): Promise<void> {
  const on = today(world.clock).toString();
  return asService(world, null, async ({ tx }) => {
    await sql`UPDATE committee_member SET name = 'Ancien membre', email = '', person_id = NULL
      WHERE until_on < ${on}::date - interval '5 years' AND (email <> '' OR person_id IS NOT NULL OR name <> 'Ancien membre')`.execute(
      tx,
    );
    await sql`DELETE FROM item_interest USING agenda_item i, meeting m
      WHERE i.id = item_id AND m.id = i.meeting_id AND m.starts_at < ${on}::date - interval '5 years'`.execute(tx);
    await sql`UPDATE committee_decision SET responsible = ''
      WHERE responsible <> '' AND decided_at < ${on}::date - interval '5 years'`.execute(tx);
    await sql`UPDATE committee SET seated = seated_on(id, ${on}::date) WHERE seated <> seated_on(id, ${on}::date)`.execute(
      tx,
    );
  });
}
