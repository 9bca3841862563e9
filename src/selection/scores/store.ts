import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { SheetLine } from "../candidate.ts";

/** A sheet as its holder sees it: before their word that nothing binds them, what it is about is said and no more. */
export interface OwnSheet {
  readonly id: string;
  readonly applicationId: string;
  readonly callId: string;
  readonly number: string;
  readonly title: string;
  readonly organisation: string;
  readonly state: string;
  readonly impartialAt: string | null;
  readonly savedAt: string | null;
  readonly sentAt: string | null;
  readonly comparedAt: string | null;
  readonly untilOn: string;
  /** On the file by which all the assessors of the call begin. */
  readonly isCommon: boolean;
  /** Until all the sheets of that file are in, this one takes no mark. */
  readonly waits: boolean;
  readonly lines: readonly SheetLine[];
}

/** The sheets that a person holds and may still open: not left, and their time not over. Read by the service. */
export async function listOwnSheets(tx: Tx, person: string, today: string): Promise<readonly OwnSheet[]> {
  const { rows } = await sql<OwnSheet>`${plannedOnce}
    SELECT s.id, a.id AS "applicationId", a.call_id AS "callId", coalesce(a.number, '') AS number, a.title, o.name AS organisation, a.state,
      s.impartial_at::text AS "impartialAt", to_char(s.saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "savedAt",
      to_char(s.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sentAt",
      s.compared_at::text AS "comparedAt", r.until_on AS "untilOn",
      (k.application_id = a.id) IS TRUE AS "isCommon",
      coalesce(k.application_id <> a.id, false) AND EXISTS (
        SELECT 1 FROM score_sheet f JOIN application c ON c.id = f.application_id
        WHERE f.application_id = k.application_id AND c.state = 'admitted' AND f.withdrawn_at IS NULL AND f.compared_at IS NULL
      ) AS waits,
      (SELECT coalesce(json_agg(json_build_object('line', m.line, 'mark', m.mark, 'answer', m.answer, 'reason', m.reason,
          'strength', m.strength, 'question', m.question)), '[]'::json) FROM score_mark m WHERE m.sheet_id = s.id) AS lines
    FROM score_sheet s JOIN application a ON a.id = s.application_id JOIN organisation o ON o.id = a.organisation_id
    JOIN assessor r ON r.call_id = a.call_id AND r.person_id = s.person_id
    LEFT JOIN LATERAL (SELECT x.application_id FROM selection x JOIN application f ON f.id = x.application_id
      WHERE f.call_id = a.call_id AND x.is_common LIMIT 1) k ON true
    WHERE s.person_id = ${person} AND s.withdrawn_at IS NULL AND r.ended_at IS NULL AND r.until_on >= ${today}
      AND a.state NOT IN ('withdrawn', 'abandoned')
    ORDER BY s.sent_at IS NOT NULL, (k.application_id = a.id) IS TRUE DESC, s.given_at, s.id`.execute(tx);
  return rows;
}

export async function saveLines(tx: Tx, sheetId: string, lines: readonly SheetLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .insertInto("score_mark")
    .values(lines.map((one) => ({ sheet_id: sheetId, ...one })))
    .onConflict((clash) =>
      clash.columns(["sheet_id", "line"]).doUpdateSet((eb) => ({
        mark: eb.ref("excluded.mark"),
        answer: eb.ref("excluded.answer"),
        reason: eb.ref("excluded.reason"),
        strength: eb.ref("excluded.strength"),
        question: eb.ref("excluded.question"),
      })),
    )
    .execute();
}

/** The marks that the others gave to a file whose sheets are all in, by line: numbers, or answers in words; no names. */
export async function listOthersMarks(tx: Tx, sheetId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ line: string; marks: string[] }>`
    SELECT m.line, array_agg(coalesce(m.mark::text, m.answer) ORDER BY m.mark, m.answer) AS marks
    FROM score_sheet own JOIN score_sheet s ON s.application_id = own.application_id AND s.id <> own.id
    JOIN score_mark m ON m.sheet_id = s.id
    WHERE own.id = ${sheetId} AND own.compared_at IS NOT NULL AND s.compared_at IS NOT NULL AND s.withdrawn_at IS NULL
      AND coalesce(m.mark::text, m.answer) IS NOT NULL
    GROUP BY m.line`.execute(tx);
  return new Map(rows.map(({ line, marks }) => [line, marks]));
}
