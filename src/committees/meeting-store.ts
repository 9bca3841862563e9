import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { Attendance, Meeting, MeetingState, Presence, Quorum } from "./committee.ts";

export async function listMeetings(tx: Tx, committeeId: string): Promise<readonly Meeting[]> {
  const rows = await meetings(tx).where("committee_id", "=", committeeId).orderBy("starts_at", "desc").execute();
  return rows.map(readMeeting);
}

export async function findMeeting(tx: Tx, committeeId: string, number: number): Promise<Meeting | null> {
  const row = await meetings(tx)
    .where("committee_id", "=", committeeId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? null : readMeeting(row);
}

function meetings(tx: Tx) {
  return tx.selectFrom("meeting").selectAll();
}

type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>["executeTakeFirstOrThrow"]>>;

function readMeeting(row: MeetingRow): Meeting {
  return {
    id: row.id,
    committeeId: row.committee_id,
    number: row.number,
    title: row.title,
    startsAt: row.starts_at,
    openedAt: row.opened_at,
    place: row.place,
    state: row.state as MeetingState,
    quorum: row.quorum as Quorum | null,
    minutes: row.minutes,
    minutesApprovedAt: row.minutes_approved_at,
    minutesPublishedAt: row.minutes_published_at,
  };
}

/** Plans the next meeting of a committee, whose row the caller has locked. Returns its number. */
export async function addMeeting(
  tx: Tx,
  committeeId: string,
  meeting: { readonly title: string; readonly startsAt: Temporal.Instant; readonly place: string },
): Promise<number> {
  const last = await tx
    .selectFrom("meeting")
    .select("number")
    .where("committee_id", "=", committeeId)
    .orderBy("number", "desc")
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto("meeting")
    .values({
      committee_id: committeeId,
      number,
      title: meeting.title,
      starts_at: meeting.startsAt,
      place: meeting.place,
      state: "planned",
    })
    .execute();
  return number;
}

export interface MeetingColumns {
  readonly state?: MeetingState;
  readonly called_at?: string;
  readonly opened_at?: string;
  readonly closed_at?: string;
  readonly quorum?: Quorum;
  readonly minutes?: string;
  readonly minutes_approved_at?: string;
  readonly minutes_published_at?: string | null;
}

export async function saveMeeting(tx: Tx, id: string, { quorum, ...columns }: MeetingColumns): Promise<void> {
  await tx
    .updateTable("meeting")
    .set({ ...columns, ...(quorum === undefined ? null : { quorum: json(quorum) }) })
    .where("id", "=", id)
    .execute();
}

export async function listAttendance(tx: Tx, meetingId: string): Promise<readonly Attendance[]> {
  const rows = await tx.selectFrom("attendance").selectAll().where("meeting_id", "=", meetingId).execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    presence: row.presence as Presence,
    representedBy: row.represented_by,
  }));
}

export async function saveAttendance(tx: Tx, meetingId: string, attendance: readonly Attendance[]): Promise<void> {
  await tx.deleteFrom("attendance").where("meeting_id", "=", meetingId).execute();
  if (attendance.length === 0) return;
  await tx
    .insertInto("attendance")
    .values(
      attendance.map((one) => ({
        meeting_id: meetingId,
        member_id: one.memberId,
        presence: one.presence,
        represented_by: one.representedBy,
      })),
    )
    .execute();
}
