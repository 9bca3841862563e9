import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** A year's rule: so many absences without a word, within so many months. */
export interface NoShowRule {
  readonly limit: number;
  readonly months: number;
}

/** The rule of the programme that a session belongs to; null for an event, or a year without one. */
export async function noShowRuleOf(tx: Tx, occasionId: string): Promise<NoShowRule | null> {
  const row = await tx
    .selectFrom("training_session as s")
    .innerJoin("course as c", "c.id", "s.course_id")
    .innerJoin("year_plan as p", "p.year", "c.year")
    .select("p.no_show")
    .where("s.occasion_id", "=", occasionId)
    .executeTakeFirst();
  return (row?.no_show ?? null) as NoShowRule | null;
}

/** How often an address had a place in a closed session and never came, without giving it up. */
export async function absences(tx: Tx, email: string, rule: NoShowRule, now: Temporal.Instant): Promise<number> {
  const since = now.toZonedDateTimeISO(LEGAL_TIME_ZONE).subtract({ months: rule.months }).toInstant().toString();
  const { rows } = await sql<{ many: number }>`
    SELECT count(*)::integer AS many FROM registration r
    JOIN training_session s ON s.occasion_id = r.occasion_id AND s.closed_at IS NOT NULL
    JOIN occasion o ON o.id = r.occasion_id AND o.ends_at >= ${since}::timestamptz
    WHERE r.email = ${email.toLowerCase()} AND r.state = 'registered'
      AND NOT EXISTS (SELECT 1 FROM presence p WHERE p.registration_id = r.id AND p.present)`.execute(tx);
  return rows[0]?.many ?? 0;
}
