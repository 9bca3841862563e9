import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import type {
  AgendaItem,
  Attendance,
  Committee,
  CommitteeKind,
  Decision,
  Meeting,
  MeetingState,
  Presence,
  Quorum,
  Seat,
  SeatRole,
} from "./committee.ts";

const committeeColumns = ["id", "slug", "kind", "name", "purpose", "quorum_percent", "ended_on"] as const;

type CommitteeRow = Record<"id" | "slug" | "kind" | "name" | "purpose", string> & {
  readonly quorum_percent: number;
  readonly ended_on: string | null;
};

function readCommittee(row: CommitteeRow): Committee {
  const { quorum_percent, ended_on, kind, ...rest } = row;
  return { ...rest, kind: kind as CommitteeKind, quorumPercent: quorum_percent, endedOn: ended_on };
}

/** Those that this reader may see. */
export async function listCommittees(tx: Tx): Promise<readonly Committee[]> {
  const rows = await tx.selectFrom("committee").select(committeeColumns).orderBy("kind").orderBy("name").execute();
  return rows.map(readCommittee);
}

export async function findCommittee(tx: Tx, slug: string): Promise<Committee | null> {
  const row = await tx.selectFrom("committee").select(committeeColumns).where("slug", "=", slug).executeTakeFirst();
  return row === undefined ? null : readCommittee(row);
}

export async function addCommittee(
  tx: Tx,
  committee: Omit<Committee, "id" | "endedOn"> & { readonly at: string },
): Promise<string> {
  const { id } = await tx
    .insertInto("committee")
    .values({
      slug: committee.slug,
      kind: committee.kind,
      name: committee.name,
      purpose: committee.purpose,
      quorum_percent: committee.quorumPercent,
      made_at: committee.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Every seat, past ones included: chairs first, then by body. */
export async function listSeats(tx: Tx, committeeId: string): Promise<readonly Seat[]> {
  const rows = await tx
    .selectFrom("committee_member")
    .selectAll()
    .where("committee_id", "=", committeeId)
    .orderBy(sql`array_position(ARRAY['chair', 'deputy-chair', 'secretary', 'member', 'guest'], role)`)
    .orderBy("body")
    .orderBy("from_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    body: row.body,
    college: row.college,
    role: row.role as SeatRole,
    fromOn: row.from_on,
    untilOn: row.until_on,
    nameIsPublic: row.name_is_public,
  }));
}

/** Gives a seat; an account of the same address opens the committee's pages to its holder. */
/** The committees where each person with an account has a seat on a day (ISO), by name. */
export async function seatsOfPeople(tx: Tx, day: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom("committee_member as m")
    .innerJoin("committee as c", "c.id", "m.committee_id")
    .select(["m.person_id", "c.name"])
    .distinct()
    .where("m.person_id", "is not", null)
    .where("m.from_on", "<=", day)
    .where((eb) => eb.or([eb("m.until_on", "is", null), eb("m.until_on", ">=", day)]))
    .where("c.ended_on", "is", null)
    .orderBy("c.name")
    .execute();
  const seats = new Map<string, readonly string[]>();
  for (const { person_id: person, name } of rows) {
    if (person !== null) seats.set(person, [...(seats.get(person) ?? []), name]);
  }
  return seats;
}

export async function addSeat(tx: Tx, committeeId: string, seat: Omit<Seat, "id" | "personId">): Promise<string> {
  const email = seat.email.trim().toLowerCase();
  const person =
    email === "" ? undefined : await tx.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
  const { id } = await tx
    .insertInto("committee_member")
    .values({
      committee_id: committeeId,
      person_id: person?.id ?? null,
      name: seat.name,
      email,
      body: seat.body,
      college: seat.college,
      role: seat.role,
      from_on: seat.fromOn,
      until_on: seat.untilOn,
      name_is_public: seat.nameIsPublic,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function endSeat(tx: Tx, committeeId: string, seatId: string, on: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("committee_member")
    .set({ until_on: on })
    .where("id", "=", seatId)
    .where("committee_id", "=", committeeId)
    .where("from_on", "<=", on)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

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
    place: row.place,
    state: row.state as MeetingState,
    quorum: row.quorum as Quorum | null,
    minutes: row.minutes,
    minutesApprovedAt: row.minutes_approved_at,
    minutesPublishedAt: row.minutes_published_at,
  };
}

export async function lockCommittee(tx: Tx, committeeId: string): Promise<void> {
  await tx.selectFrom("committee").select("id").where("id", "=", committeeId).forUpdate().execute();
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

export async function listAgenda(tx: Tx, meetingId: string): Promise<readonly AgendaItem[]> {
  const items = await tx
    .selectFrom("agenda_item as i")
    .leftJoin("committee_decision as d", "d.item_id", "i.id")
    .selectAll("i")
    .select([
      "d.text",
      "d.in_favour",
      "d.against",
      "d.abstained",
      "d.adopted",
      "d.responsible",
      "d.due_on",
      "d.done_on",
      "d.follow_up",
    ])
    .where("i.meeting_id", "=", meetingId)
    .orderBy("i.position")
    .execute();
  const interests = await tx
    .selectFrom("item_interest")
    .selectAll()
    .where("item_id", "in", (query) => query.selectFrom("agenda_item").select("id").where("meeting_id", "=", meetingId))
    .execute();
  return items.map((row) => ({
    id: row.id,
    position: row.position,
    title: row.title,
    detail: row.detail,
    toDecide: row.to_decide,
    interests: interests
      .filter((one) => one.item_id === row.id)
      .map((one) => ({ memberId: one.member_id, reason: one.reason })),
    decision: row.text === null ? null : readDecision({ ...row, text: row.text }),
  }));
}

function readDecision(row: {
  readonly text: string;
  readonly in_favour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly adopted: boolean | null;
  readonly responsible: string | null;
  readonly due_on: string | null;
  readonly done_on: string | null;
  readonly follow_up: string | null;
}): Decision {
  return {
    text: row.text,
    inFavour: row.in_favour ?? 0,
    against: row.against ?? 0,
    abstained: row.abstained ?? 0,
    adopted: row.adopted === true,
    responsible: row.responsible ?? "",
    dueOn: row.due_on,
    doneOn: row.done_on,
    followUp: row.follow_up ?? "",
  };
}

export async function addItem(
  tx: Tx,
  meetingId: string,
  item: {
    readonly title: string;
    readonly detail: string;
    readonly toDecide: boolean;
    /** What it is about elsewhere in the service: "application:<id>". */
    readonly subject?: string;
  },
): Promise<string> {
  const last = await tx
    .selectFrom("agenda_item")
    .select("position")
    .where("meeting_id", "=", meetingId)
    .orderBy("position", "desc")
    .executeTakeFirst();
  const { id } = await tx
    .insertInto("agenda_item")
    .values({
      meeting_id: meetingId,
      position: (last?.position ?? 0) + 1,
      title: item.title,
      detail: item.detail,
      to_decide: item.toDecide,
      subject: item.subject ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
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

export async function addInterest(tx: Tx, itemId: string, memberId: string, reason: string, at: string): Promise<void> {
  await tx
    .insertInto("item_interest")
    .values({ item_id: itemId, member_id: memberId, reason, declared_at: at })
    .onConflict((clash) => clash.columns(["item_id", "member_id"]).doUpdateSet({ reason }))
    .execute();
}

export async function saveDecision(
  tx: Tx,
  itemId: string,
  decision: Pick<Decision, "text" | "inFavour" | "against" | "abstained" | "adopted" | "responsible" | "dueOn"> & {
    readonly by: string;
    readonly at: string;
  },
): Promise<void> {
  const columns = {
    text: decision.text,
    in_favour: decision.inFavour,
    against: decision.against,
    abstained: decision.abstained,
    adopted: decision.adopted,
    responsible: decision.responsible,
    due_on: decision.dueOn,
    decided_at: decision.at,
    recorded_by: decision.by,
  };
  await tx
    .insertInto("committee_decision")
    .values({ item_id: itemId, ...columns })
    .onConflict((clash) => clash.column("item_id").doUpdateSet(columns))
    .execute();
}

export async function saveFollowUp(tx: Tx, itemId: string, doneOn: string | null, followUp: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("committee_decision")
    .set({ done_on: doneOn, follow_up: followUp })
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A decision that a committee adopted, as another page names it. */
export interface AdoptedDecision {
  readonly item: string;
  readonly title: string;
  readonly slug: string;
  readonly committee: string;
  readonly meeting: number;
  readonly decidedOn: string;
}

/** What the committees of a kind adopted, the last first; or one decision alone. */
export async function listAdopted(
  tx: Tx,
  of: { readonly kind: CommitteeKind } | { readonly item: string },
): Promise<readonly AdoptedDecision[]> {
  const which = "item" in of ? sql`i.id = ${of.item}` : sql`c.kind = ${of.kind}`;
  const { rows } = await sql<AdoptedDecision>`
    SELECT i.id AS item, i.title, c.slug, c.name AS committee, m.number AS meeting,
      to_char(d.decided_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS "decidedOn"
    FROM committee_decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
    JOIN committee c ON c.id = m.committee_id
    WHERE d.adopted AND i.subject IS NULL AND ${which} ORDER BY d.decided_at DESC LIMIT 50`.execute(tx);
  return rows;
}
