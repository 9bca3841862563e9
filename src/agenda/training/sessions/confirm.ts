import { type SqlBool, sql } from "kysely";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellAll } from "../../occasions/acts.ts";
import { type Occasion, whyClosed } from "../../occasions/occasion.ts";
import { lockOccasion, saveState } from "../../occasions/store.ts";
import { sayWhen } from "../../occasions/words.ts";
import { registrationOf, registrations } from "../../registrations/store.ts";
import { askEvaluation, listEvaluations } from "./evaluations.ts";
import { mailColdEvaluation } from "./mails.ts";
import { listSessions } from "./session-store.ts";

/** Confirms, on their day, the sessions that have enough people; the others are cancelled, and all are told. */
export async function confirmSessions(world: World): Promise<void> {
  const day = world.clock.now().toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate().toString();
  const due = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("training_session as s")
      .innerJoin("occasion as o", "o.id", "s.occasion_id")
      .select(["s.occasion_id", "s.course_id", "s.minimum"])
      .where("s.confirmed_at", "is", null)
      .where("s.confirm_on", "<=", day)
      .where("o.state", "=", "published")
      .execute(),
  );
  for (const session of due) {
    await inTransaction(world.db, "system", (tx) => confirmOne(tx, world, session));
  }
}

async function confirmOne(
  tx: Tx,
  world: World,
  session: { readonly occasion_id: string; readonly course_id: string; readonly minimum: number },
): Promise<void> {
  const occasion = await lockOccasion(tx, session.occasion_id);
  if (occasion?.state !== "published") return;
  const { many } = await tx
    .selectFrom("registration")
    .select((eb) => eb.fn.countAll<number>().as("many"))
    .where("occasion_id", "=", occasion.id)
    .where("state", "=", "registered")
    .executeTakeFirstOrThrow();
  const at = world.clock.now();
  if (Number(many) >= session.minimum) {
    await tx
      .updateTable("training_session")
      .set({ confirmed_at: at.toString() })
      .where("occasion_id", "=", occasion.id)
      .where("confirmed_at", "is", null)
      .execute();
    await note(tx, world, occasion, "session-confirmed", Number(many));
    return;
  }
  const reason = await wayOn(tx, world, session.course_id, occasion);
  await saveState(tx, at, occasion.id, "cancelled", reason);
  await note(tx, world, occasion, "session-under-minimum", Number(many));
  await tellAll(tx, world, occasion.id, "cancelled", reason);
}

/** Why it does not take place, and the next date that is open. */
async function wayOn(tx: Tx, world: World, courseId: string, occasion: Occasion): Promise<string> {
  const sessions = await listSessions(tx, [courseId]);
  const next = sessions.find(
    (one) => one.occasion.id !== occasion.id && whyClosed(one.occasion, world.clock.now()) === null,
  );
  const why = "Trop peu de personnes se sont inscrites.";
  if (next === undefined) return `${why} Les prochaines dates paraîtront dans l’agenda.`;
  const address = world.origin + urls.agendaItem.href({ slug: next.occasion.slug });
  return `${why} La prochaine date : ${sayWhen(next.occasion)}. Pour vous y inscrire : ${address}`;
}

function note(tx: Tx, world: World, occasion: Occasion, act: string, registered: number): Promise<void> {
  return record(tx, {
    chain: `occasion:${occasion.id}`,
    at: world.clock.now(),
    actor: null,
    organisation: null,
    act,
    details: { registered },
    visibleToApplicant: false,
  });
}

/** How long after its session a course is judged by what was done with it. */
const COLD_MONTHS = 3;

/** Asks those who were trained, some months later, what they did with it. */
export async function askColdEvaluations(world: World): Promise<void> {
  const now = world.clock.now();
  const before = now.toZonedDateTimeISO(LEGAL_TIME_ZONE).subtract({ months: COLD_MONTHS }).toInstant().toString();
  await inTransaction(world.db, "system", async (tx) => {
    const rows = await registrations(tx)
      .where(
        sql<SqlBool>`EXISTS (SELECT 1 FROM certificate k WHERE k.registration_id = registration.id AND k.issued_at <= ${before}::timestamptz)
          AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.registration_id = registration.id AND e.moment = 'cold') AND name <> ''`,
      )
      .limit(200)
      .execute();
    for (const registration of rows.map(registrationOf)) {
      const occasion = await lockOccasion(tx, registration.occasionId);
      if (occasion === null || (await listEvaluations(tx, registration.id)).some((one) => one.moment === "cold"))
        continue;
      await askEvaluation(tx, now, registration.id, "cold");
      await mailColdEvaluation(tx, world, occasion, registration);
    }
  });
}
