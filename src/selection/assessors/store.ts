import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";

/** An assessor of a call, with what they hold in it. */
export interface AssessorRow {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly isOutside: boolean;
  readonly specialities: readonly string[];
  readonly untilOn: string;
  readonly ended: boolean;
  /** Sheets that they hold in this call, and those they sent. */
  readonly held: number;
  readonly sent: number;
  /** SIREN of the organisations in which they declared an interest, or which they are a member of. */
  readonly interests: readonly string[];
}

export async function listAssessors(tx: Tx, callId: string): Promise<readonly AssessorRow[]> {
  const { rows } = await sql<AssessorRow>`
    SELECT r.person_id AS person, coalesce(nullif(p.name, ''), p.email) AS name, p.email, r.is_outside AS "isOutside", r.specialities,
      r.until_on AS "untilOn", r.ended_at IS NOT NULL AS ended,
      count(s.id) FILTER (WHERE s.withdrawn_at IS NULL)::int AS held, count(s.sent_at)::int AS sent,
      ARRAY(SELECT i.siren FROM declared_interest i WHERE i.person_id = r.person_id
            UNION SELECT o.siren FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = r.person_id) AS interests
    FROM assessor r JOIN person p ON p.id = r.person_id
    LEFT JOIN (score_sheet s JOIN application a ON a.id = s.application_id AND a.call_id = ${callId}) ON s.person_id = r.person_id
    WHERE r.call_id = ${callId}
    GROUP BY r.call_id, r.person_id, p.id ORDER BY p.name, p.id`.execute(tx);
  return rows;
}

/** SIREN of every party of the files of a call, by file. */
export async function partiesOfCall(tx: Tx, callId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; sirens: string[] }>`
    SELECT a.id, ARRAY(SELECT p.siren FROM parties_of(a.id) p) AS sirens FROM application a
    WHERE a.call_id = ${callId} AND a.submitted_at IS NOT NULL`.execute(tx);
  return new Map(rows.map(({ id, sirens }) => [id, sirens]));
}

/** The names of those that a file is about: what an assessor sees of it before they say that nothing binds them. */
export async function partyNames(
  tx: Tx,
  applicationId: string,
): Promise<readonly { readonly siren: string; readonly name: string }[]> {
  const { rows } = await sql<{ siren: string; name: string }>`
    SELECT siren, name FROM parties_of(${applicationId}::uuid) ORDER BY name`.execute(tx);
  return rows;
}

/** Everything that the answers of a file name, as text: what it is about is among it. */
export async function answersOfCall(tx: Tx, callId: string): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ id: string; facts: unknown }>`
    SELECT DISTINCT ON (a.id) a.id, r.facts FROM application a JOIN revision r ON r.application_id = a.id
    WHERE a.call_id = ${callId} ORDER BY a.id, r.number DESC`.execute(tx);
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}
