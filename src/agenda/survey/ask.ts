import { type SqlBool, sql } from "kysely";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import type { Registration } from "../registrations/registration.ts";
import { registrationOf, registrations } from "../registrations/store.ts";
import { askEvaluation } from "../training/sessions/evaluations.ts";
import { evaluationLink } from "../training/sessions/mails.ts";

/** Asked once people are home, and no more once the event is far. */
const HOURS_AFTER = 2;
const DAYS_AFTER = 14;
const BATCH = 100;

/**
 * Asks those who were at an event, once, what it was worth; of one that was followed from afar, those who registered.
 * Gives how many.
 */
export async function askEventSurveys(world: World): Promise<number> {
  const now = world.clock.now();
  const asked = await inTransaction(world.db, "system", async (tx) => {
    const rows = await registrations(tx)
      .where("state", "=", "registered")
      .where("name", "<>", "")
      .where(
        sql<SqlBool>`EXISTS (SELECT 1 FROM occasion o WHERE o.id = occasion_id AND o.nature = 'event' AND o.state = 'published'
            AND o.ends_at <= ${now.subtract({ hours: HOURS_AFTER }).toString()}::timestamptz
            AND o.ends_at > ${now.subtract({ hours: 24 * DAYS_AFTER }).toString()}::timestamptz
            AND (o.is_remote OR EXISTS (SELECT 1 FROM presence p WHERE p.registration_id = registration.id AND p.present)))
          AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.registration_id = registration.id AND e.moment = 'hot')`,
      )
      .orderBy("id")
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const registration of rows.map(registrationOf)) {
      const occasion = await findOccasion(tx, { id: registration.occasionId });
      if (occasion === null) continue;
      await askEvaluation(tx, now, registration.id, "hot");
      await mailSurvey(tx, world, occasion, registration);
    }
    return rows.length;
  });
  return asked < BATCH ? asked : asked + (await askEventSurveys(world));
}

function mailSurvey(tx: Tx, world: World, occasion: Occasion, to: Registration): Promise<string> {
  const paragraphs = [
    `Vous étiez à « ${occasion.title} ». Qu’en avez-vous pensé ? Une minute, quatre questions, lues sans votre nom${NBSP}:\n${evaluationLink(world, to.id, "hot")}`,
  ];
  const subject = `Qu’en avez-vous pensé ? ${occasion.title}`;
  const why = { because: "vous étiez à ce rendez-vous", always: "Cette question n’est posée qu’une fois." };
  return postMail(world, tx, world.clock.now(), { to: to.email, name: to.name, subject, paragraphs, why });
}
