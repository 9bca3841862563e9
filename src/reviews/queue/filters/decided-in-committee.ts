import { sql } from "kysely";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";

/** The legal day on which the committee of a call decided of the file `a`; null where it did not, or has taken it up again. */
export const decidedInCommittee = sql<string | null>`(
  SELECT (s.decided_at AT TIME ZONE ${sql.lit(LEGAL_TIME_ZONE)})::date FROM selection s WHERE s.application_id = a.id)`;
