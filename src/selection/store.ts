import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { Candidate } from "./candidate.ts";
import type { Envelope } from "./ranking/line.ts";

/** The files of a call that were filed and not given up, as this reader may see them. One statement for all. */
export async function listCandidates(tx: Tx, callId: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`${candidates}
    WHERE a.call_id = ${callId} AND a.submitted_at IS NOT NULL AND a.state NOT IN ('withdrawn', 'abandoned')
    ORDER BY a.submitted_at, a.id`.execute(tx);
  return rows;
}

export async function findCandidate(tx: Tx, applicationId: string): Promise<Candidate | null> {
  return (await findCandidates(tx, [applicationId])).get(applicationId) ?? null;
}

/** The filed ones of these files, as this reader may see them. */
export async function findCandidates(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Candidate>> {
  if (applicationIds.length === 0) return new Map();
  const { rows } = await sql<Candidate>`${candidates}
    WHERE a.id = ANY (${[...applicationIds]}::uuid[]) AND a.submitted_at IS NOT NULL`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export const iso = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const person = sql`coalesce(nullif(p.name, ''), p.email)`;

const sheets = sql`(SELECT coalesce(json_agg(json_build_object(
    'id', t.id, 'person', t.person_id, 'name', coalesce(${person}, 'Ancien évaluateur'),
    'impartialAt', ${iso(sql`t.impartial_at`)}, 'withdrawnAt', ${iso(sql`t.withdrawn_at`)}, 'withdrawnWhy', t.withdrawn_why,
    'sentAt', ${iso(sql`t.sent_at`)}, 'comparedAt', ${iso(sql`t.compared_at`)},
    'lines', (SELECT coalesce(json_agg(json_build_object('line', m.line, 'mark', m.mark, 'answer', m.answer, 'reason', m.reason,
        'strength', m.strength, 'question', m.question)), '[]'::json) FROM score_mark m WHERE m.sheet_id = t.id)
  ) ORDER BY t.given_at, t.id), '[]'::json)
  FROM score_sheet t LEFT JOIN person p ON p.id = t.person_id WHERE t.application_id = a.id)`;

const candidates = sql`${plannedOnce} SELECT a.id, coalesce(a.number, '') AS number, a.title, o.name AS organisation, a.state, a.version, a.commune,
    ${iso(sql`a.submitted_at`)} AS "submittedAt",
    coalesce(s.asks, '[]'::jsonb) AS asks, coalesce(s.eligible_costs, 0) AS "eligibleCosts",
    coalesce(s.short_title, '') AS "shortTitle", coalesce(s.summary, '') AS summary,
    s.place, coalesce(s.place_reason, '') AS "placeReason", s.retained, coalesce(s.retained_reason, '') AS "retainedReason",
    s.rank, s.reserve_rank AS "reserveRank", coalesce(s.reason, '') AS reason, coalesce(s.feedback, '[]'::jsonb) AS feedback,
    ${sheets} AS sheets,
    (SELECT coalesce(json_agg(json_build_object('line', c.line, 'mark', c.mark, 'answer', c.answer, 'reason', c.reason,
        'heldOn', c.held_on)), '[]'::json) FROM score_consensus c WHERE c.application_id = a.id) AS consensus,
    (SELECT coalesce(json_agg(json_build_object('body', b.body, 'sense', b.sense, 'words', b.words, 'by', b.name,
        'at', b.at)), '[]'::json)
      FROM (SELECT DISTINCT ON (b.body) b.body, b.sense, b.words, ${person} AS name, ${iso(sql`b.given_at`)} AS at
            FROM body_opinion b LEFT JOIN person p ON p.id = b.given_by
            WHERE b.application_id = a.id ORDER BY b.body, b.given_at DESC, b.id DESC) b) AS opinions,
    (SELECT coalesce(json_agg(json_build_object('id', q.id, 'body', q.body, 'question', q.question, 'by', ${person},
        'at', ${iso(sql`q.asked_at`)}, 'answer', q.answer) ORDER BY q.asked_at, q.id), '[]'::json)
      FROM body_question q LEFT JOIN person p ON p.id = q.asked_by WHERE q.application_id = a.id) AS questions,
    (SELECT coalesce(json_agg(json_build_object('id', k.id, 'words', k.words, 'setAt', ${iso(sql`k.set_at`)}, 'answer', k.answer,
        'answeredAt', ${iso(sql`k.answered_at`)}, 'liftedAt', ${iso(sql`k.lifted_at`)}) ORDER BY k.set_at, k.id), '[]'::json)
      FROM selection_condition k WHERE k.application_id = a.id) AS conditions,
    (SELECT json_build_object('isSelected', x.is_selected, 'decidedOn', x.decided_on, 'reference', x.reference, 'retained', x.retained)
      FROM outside_selection x WHERE x.application_id = a.id) AS outside
  FROM application a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN selection s ON s.application_id = a.id`;

/** What files of a call took of one envelope so far, in cents. */
export interface Committed extends Omit<Envelope, "amount"> {
  readonly reserved: number;
  readonly voted: number;
}

export async function listCommitted(tx: Tx, callId: string): Promise<readonly Committed[]> {
  const { rows } = await sql<Committed>`${plannedOnce}
    SELECT k.funder, k.year, nullif(k.section, '') AS section,
      coalesce(sum(k.amount) FILTER (WHERE a.state = 'selected'), 0)::bigint AS reserved,
      coalesce(sum(k.amount) FILTER (WHERE a.state <> 'selected'), 0)::bigint AS voted
    FROM commitment k JOIN application a ON a.id = k.application_id WHERE a.call_id = ${callId}
    GROUP BY k.funder, k.year, k.section ORDER BY k.funder, k.year, k.section`.execute(tx);
  return rows;
}

/** Acts that draw on the envelopes of one call come one after the other. */
export async function lockEnvelopes(tx: Tx, callId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`envelopes:${callId}`}, 7))`.execute(tx);
}
