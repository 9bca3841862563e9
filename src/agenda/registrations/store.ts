import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Person } from "#src/people/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { removePhotographsOf } from "../after/store.ts";
import type { Ended, Entry, Quota, Registration, RegistrationState } from "./registration.ts";

const COLUMNS = [
  "id",
  "occasion_id",
  "quota_id",
  "state",
  "ended",
  "rank",
  "offered_until",
  "name",
  "email",
  "person_id",
  "organisation_id",
  "structure",
  "answers",
  "access_need",
  "photo_consent",
  "entered_by",
  "entered_by_name",
  "created_at",
] as const;

export function registrations(tx: Tx) {
  return tx.selectFrom("registration").select(COLUMNS);
}

type Row = Awaited<ReturnType<ReturnType<typeof registrations>["executeTakeFirstOrThrow"]>>;

export function registrationOf(row: Row): Registration {
  return {
    id: row.id,
    occasionId: row.occasion_id,
    quotaId: row.quota_id,
    state: row.state as RegistrationState,
    ended: row.ended as Ended | null,
    rank: row.rank,
    offeredUntil: row.offered_until,
    name: row.name,
    email: row.email,
    personId: row.person_id,
    organisationId: row.organisation_id,
    structure: row.structure,
    answers: row.answers as Readonly<Record<string, string>>,
    accessNeed: row.access_need,
    photoConsent: row.photo_consent,
    enteredBy: row.entered_by,
    enteredByName: row.entered_by_name,
    createdAt: row.created_at,
  };
}

export async function findRegistration(tx: Tx, id: string): Promise<Registration | null> {
  const row = await registrations(tx).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : registrationOf(row);
}

/** The one that is not over of an address; addresses are compared as mail does, without case. */
export async function findOpen(tx: Tx, occasionId: string, email: string): Promise<Registration | null> {
  const row = await registrations(tx)
    .where("occasion_id", "=", occasionId)
    .where("email", "=", email.toLowerCase())
    .where("state", "<>", "cancelled")
    .executeTakeFirst();
  return row === undefined ? null : registrationOf(row);
}

/**
 * One kind of public with its counts. Whoever gives or frees places holds its row until the end of the transaction: two
 * people never take the last place, and the queue keeps its order.
 */
export async function lockQuota(tx: Tx, id: string): Promise<Quota> {
  await tx.selectFrom("quota").select("id").where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
  const [quota] = await counted(tx, sql`q.id = ${id}`);
  if (quota === undefined) throw new Error(`no quota ${id}`);
  return quota;
}

/** The publics of an occasion with their counts, as anyone may know them. */
export function listQuotas(tx: Tx, occasionId: string): Promise<readonly Quota[]> {
  return counted(tx, sql`q.occasion_id = ${occasionId}`);
}

async function counted(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly Quota[]> {
  const { rows } = await sql<{ id: string; label: string; places: number | null; held: number; waiting: number }>`
    SELECT q.id, q.label, q.places, c.held, c.waiting
    FROM quota q CROSS JOIN LATERAL counts_of(q.id) c WHERE ${which} ORDER BY q.position`.execute(tx);
  return rows;
}

/** Adds a registration in the state that it begins in; gives its id. */
export async function addRegistration(
  tx: Tx,
  at: Temporal.Instant,
  added: {
    readonly occasionId: string;
    readonly quotaId: string;
    /** "held": awaits the organisers' word, outside the queue. */
    readonly state: "unconfirmed" | "registered" | "waiting" | "held";
    readonly entry: Entry;
    readonly enteredBy: { readonly id: string | null; readonly name: string } | null;
  },
): Promise<string> {
  const { entry } = added;
  const row = await tx
    .insertInto("registration")
    .values({
      occasion_id: added.occasionId,
      quota_id: added.quotaId,
      state: added.state === "held" ? "waiting" : added.state,
      rank: added.state === "waiting" ? await nextRank(tx, added.quotaId) : null,
      name: entry.name,
      email: entry.email.toLowerCase(),
      person_id: entry.personId,
      organisation_id: entry.organisationId,
      structure: entry.structure,
      answers: json(entry.answers),
      access_need: entry.accessNeed,
      photo_consent: entry.photoConsent,
      entered_by: added.enteredBy?.id ?? null,
      entered_by_name: added.enteredBy?.name ?? null,
      created_at: at.toString(),
      confirmed_at: added.state === "unconfirmed" ? null : at.toString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The next rank of a queue, under the lock of its quota. */
async function nextRank(tx: Tx, quotaId: string): Promise<number> {
  const row = await tx
    .updateTable("quota")
    .set((eb) => ({ last_rank: eb("last_rank", "+", 1) }))
    .where("id", "=", quotaId)
    .returning("last_rank")
    .executeTakeFirstOrThrow();
  return row.last_rank;
}

/** Gives a place, or a rank, to one whose address is now confirmed. */
export async function settle(
  tx: Tx,
  at: Temporal.Instant,
  registration: Registration,
  state: "registered" | "waiting" | "held",
): Promise<void> {
  await tx
    .updateTable("registration")
    .set({
      state: state === "held" ? "waiting" : state,
      offered_until: null,
      rank: state === "waiting" ? await nextRank(tx, registration.quotaId) : registration.rank,
      confirmed_at: at.toString(),
    })
    .where("id", "=", registration.id)
    .execute();
}

export async function end(tx: Tx, at: Temporal.Instant, id: string, ended: Ended): Promise<void> {
  await tx
    .updateTable("registration")
    .set({ state: "cancelled", ended, offered_until: null, ended_at: at.toString() })
    .where("id", "=", id)
    .execute();
}

export async function setPhotoConsent(tx: Tx, id: string, agrees: boolean): Promise<void> {
  await tx.updateTable("registration").set({ photo_consent: agrees }).where("id", "=", id).execute();
}

/** Takes everything personal away, the photographs where one is recognised included: what is left is a number. */
export async function forget(tx: Tx, id: string): Promise<void> {
  await removePhotographsOf(tx, id);
  await tx
    .updateTable("registration")
    .set({
      name: "",
      email: sql<string>`'efface-' || id::text`,
      person_id: null,
      entered_by: null,
      entered_by_name: null,
      structure: "",
      answers: json({}),
      access_need: "",
      photo_consent: null,
    })
    .where("id", "=", id)
    .execute();
  // Who was there is counted without a name; what they said, and what they hold in their name, goes.
  await tx.updateTable("presence").set({ signed_by: "" }).where("registration_id", "=", id).execute();
  for (const table of ["trainee", "evaluation", "certificate"] as const)
    await tx.deleteFrom(table).where("registration_id", "=", id).execute();
}

/** Whether anyone noted, or signed, that this person was there. */
export async function wasThere(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("presence")
    .select("slot_at")
    .where("registration_id", "=", id)
    .where("present", "=", true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of a person, and those whom they entered, the latest first. */
export async function listMine(tx: Tx, person: RegistrationOwner): Promise<readonly Registration[]> {
  const rows = await registrations(tx)
    .where((eb) =>
      eb.or([eb("person_id", "=", person.id), eb("entered_by", "=", person.id), eb("email", "=", person.email)]),
    )
    .where("name", "<>", "")
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
  return rows.map(registrationOf);
}

/** Whose a registration is: made with their account, or at their address by a colleague or without an account. */
export type RegistrationOwner = Pick<Person, "id" | "email">;

export function isOwnedBy(registration: Registration, person: RegistrationOwner): boolean {
  return registration.personId === person.id || registration.email === person.email;
}

/** One's own registrations to what is to come, that hold a place or wait for one. */
export async function listOwnComing(
  tx: Tx,
  person: RegistrationOwner,
  now: Temporal.Instant,
): Promise<readonly Registration[]> {
  const rows = await registrations(tx)
    .where((eb) => eb.or([eb("person_id", "=", person.id), eb("email", "=", person.email)]))
    .where("state", "in", ["registered", "waiting", "offered"])
    .where(
      sql<SqlBool>`EXISTS (SELECT 1 FROM occasion o WHERE o.id = occasion_id AND o.state <> 'cancelled' AND o.ends_at > ${now.toString()}::timestamptz)`,
    )
    .limit(50)
    .execute();
  return rows.map(registrationOf);
}

/** Everyone of an occasion, in the order of their names; cancelled ones last. */
export async function listRegistrations(tx: Tx, occasionId: string): Promise<readonly Registration[]> {
  const rows = await registrations(tx)
    .where("occasion_id", "=", occasionId)
    .orderBy(sql`state = 'cancelled'`)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(registrationOf);
}
