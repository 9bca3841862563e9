import { sql } from "kysely";
import { day, frameworkOn } from "#policy/index.ts";
import { asService, onceBecause } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

/** Tells those who asked for it that the time has come to measure again; each reminder is told once. */
export function remindAssessments(world: World): Promise<void> {
  const on = today(world.clock).toString();
  return asService(world, null, async ({ tx, at }) => {
    const { rows } = await sql<{ email: string; instrument: string; organisation: string; name: string }>`
      WITH due AS (DELETE FROM assessment_reminder WHERE remind_on <= ${on}::date RETURNING *)
      SELECT p.email, d.instrument, d.organisation_id AS organisation, o.name FROM due d
      JOIN person p ON p.id = d.person_id
      JOIN organisation o ON o.id = d.organisation_id
      JOIN membership m ON m.person_id = d.person_id AND m.organisation_id = d.organisation_id`.execute(tx);
    for (const { email, instrument: id, organisation, name } of rows) {
      const instrument = frameworkOn(day(on)).instruments.find((one) => one.id === id);
      if (instrument === undefined) continue;
      const page = urls.assessmentOf.href({ instrument: instrument.slug, id: organisation });
      await postMail(world, tx, at, {
        to: email,
        subject: `Refaire le point : ${instrument.name.toLowerCase()}`,
        paragraphs: [
          `Vous avez demandé à refaire le point pour « ${name} ». Vos réponses d’avant sont là : il suffit de dire ce qui a changé.`,
          `${world.origin}${page}`,
        ],
        why: onceBecause("vous avez demandé ce rappel"),
      });
    }
  });
}
