import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { Committee, CommitteeKind, Seat, SeatRole } from "./committee.ts";

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

/** Gives a seat; an account of the same address opens the committee's pages to its holder. */
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

export async function lockCommittee(tx: Tx, committeeId: string): Promise<void> {
  await tx.selectFrom("committee").select("id").where("id", "=", committeeId).forUpdate().execute();
}
