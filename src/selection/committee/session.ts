import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { listSeats, type Seat } from "#src/committees/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { iso } from "../store.ts";

/** The meeting that a call's files are brought to, as the room and the minutes read it. */
export interface Session {
  readonly meetingId: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
  /** When it was opened here; null before. */
  readonly openedAt: string | null;
  readonly place: string;
  readonly state: string;
  readonly link: string;
  readonly committeeId: string;
  readonly committeeSlug: string;
  readonly committeeName: string;
  readonly kind: string;
  readonly quorum: { readonly seats: number; readonly held: number; readonly needed: number } | null;
  readonly minutes: string;
  readonly seats: readonly Seat[];
  readonly attendance: readonly {
    readonly memberId: string;
    readonly presence: string;
    readonly representedBy: string | null;
  }[];
  /** Who leaves the room for which file, by the name of their seat. */
  readonly leaves: readonly {
    readonly applicationId: string;
    readonly memberId: string;
    readonly name: string;
    readonly reason: string;
  }[];
  readonly issued: {
    readonly number: string;
    readonly fileId: string;
    readonly issuedAt: string;
    readonly signedName: string;
  } | null;
  readonly corrections: readonly { readonly words: string; readonly at: string; readonly by: string | null }[];
}

/** When a session was called for and opened, as instants. */
export function instantsOf({ startsAt, openedAt }: Pick<Session, "startsAt" | "openedAt">) {
  const [planned, opened] = [
    Temporal.Instant.from(startsAt),
    openedAt === null ? null : Temporal.Instant.from(openedAt),
  ];
  return { startsAt: planned, openedAt: opened };
}

/** The last session of a call; null before one is planned. Read by the service: the caller has asked who may. */
export async function findSession(tx: Tx, callId: string): Promise<Session | null> {
  const { rows } = await sql<Omit<Session, "seats">>`
    SELECT m.id AS "meetingId", m.number, m.title, ${iso(sql`m.starts_at`)} AS "startsAt", ${iso(sql`m.opened_at`)} AS "openedAt", m.place, m.state, s.link, c.id AS "committeeId",
      c.slug AS "committeeSlug", c.name AS "committeeName", c.kind, m.quorum, m.minutes,
      (SELECT coalesce(json_agg(json_build_object('memberId', t.member_id, 'presence', t.presence, 'representedBy', t.represented_by)), '[]'::json)
        FROM attendance t WHERE t.meeting_id = m.id) AS attendance,
      (SELECT coalesce(json_agg(json_build_object('applicationId', substr(i.subject, 13), 'memberId', x.member_id, 'name', b.name,
          'reason', x.reason) ORDER BY i.position, b.name), '[]'::json)
        FROM item_interest x JOIN agenda_item i ON i.id = x.item_id JOIN committee_member b ON b.id = x.member_id
        WHERE i.meeting_id = m.id AND i.subject LIKE 'application:%') AS leaves,
      (SELECT json_build_object('number', n.number, 'fileId', n.file_id, 'issuedAt', ${iso(sql`n.issued_at`)}, 'signedName', n.signed_name)
        FROM selection_minutes n WHERE n.meeting_id = m.id) AS issued,
      (SELECT coalesce(json_agg(json_build_object('words', k.words, 'at', ${iso(sql`k.written_at`)}, 'by', p.name) ORDER BY k.written_at), '[]'::json)
        FROM minutes_correction k LEFT JOIN person p ON p.id = k.written_by WHERE k.meeting_id = m.id) AS corrections
    FROM selection_session s JOIN meeting m ON m.id = s.meeting_id JOIN committee c ON c.id = m.committee_id
    WHERE s.call_id = ${callId} AND m.state <> 'cancelled' ORDER BY m.starts_at DESC LIMIT 1`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...row, seats: await listSeats(tx, row.committeeId) };
}
