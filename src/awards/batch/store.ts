import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";

/** A file of a call, from the committee's decision on. Money in cents. */
export interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly organisation: string;
  readonly siren: string;
  readonly state: string;
  readonly version: number;
  readonly rank: number | null;
  readonly eligibleCosts: number | null;
  readonly proposedAid: number | null;
  readonly decidedAid: number | null;
  readonly deliberation: string | null;
  /** What was voted, where an amendment lowered it since; what stands is the aid decided. */
  readonly votedAid: number | null;
  readonly amendment: string | null;
  readonly amendedOn: string | null;
}

const STATES = [
  "selected",
  "not-selected",
  "awarded",
  "rejected",
  "notified",
  "refused",
  "agreement-to-sign",
  "signed",
];

/** The files of a call that the assembly votes on, or voted on: those retained first, in their rank. */
export async function listBatch(tx: Tx, callId: string): Promise<readonly BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    SELECT a.id, coalesce(a.number, '') AS number, a.title, o.name AS organisation, o.siren, a.state, a.version, s.rank,
      s.eligible_costs AS "eligibleCosts", a.proposed_aid AS "proposedAid", a.decided_aid AS "decidedAid", w.deliberation,
      w.aid AS "votedAid", m.number AS amendment, m.decided_on AS "amendedOn"
    FROM application a JOIN organisation o ON o.id = a.organisation_id
    LEFT JOIN selection s ON s.application_id = a.id LEFT JOIN award w ON w.application_id = a.id
    LEFT JOIN LATERAL (SELECT number, decided_on FROM amendment WHERE application_id = a.id ORDER BY made_at DESC, id DESC LIMIT 1) m
      ON true
    WHERE a.call_id = ${callId} AND a.state = ANY (${STATES}::text[])
    ORDER BY s.rank NULLS LAST, a.submitted_at, a.id`.execute(tx);
  return rows;
}
