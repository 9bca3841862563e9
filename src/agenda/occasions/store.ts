import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { OccasionPart } from "./may.ts";
import type {
  Nature,
  NewQuota,
  Occasion,
  OccasionContent,
  OccasionQuestion,
  OccasionState,
  Slot,
  TimetableItem,
} from "./occasion.ts";
import { bounds, insertSlots } from "./slot-store.ts";
import { slugOf } from "./slug.ts";

const COLUMNS = [
  "id",
  "slug",
  "nature",
  "kind",
  "title",
  "summary",
  "problem",
  "axis",
  "transitions",
  "audience",
  "state",
  "version",
  "starts_at",
  "ends_at",
  "moved_from",
  "place",
  "address",
  "commune",
  "department",
  "link",
  "is_remote",
  "opens_at",
  "closes_at",
  "offer_hours",
  "access",
  "contact",
  "organiser",
  "timetable",
  "questions",
  "organisation_id",
  "proposed_by",
  "previous_id",
  "reason",
  "updated_at",
] as const;

export async function findOccasion(
  tx: Tx,
  by: { readonly id: string } | { readonly slug: string },
): Promise<Occasion | null> {
  const [column, value] = "id" in by ? (["id", by.id] as const) : (["slug", by.slug] as const);
  const row = await occasions(tx).where(column, "=", value).executeTakeFirst();
  return row === undefined ? null : occasionOf(row);
}

/** The occasion, its row locked until the transaction ends. */
export async function lockOccasion(tx: Tx, id: string): Promise<Occasion | null> {
  const row = await occasions(tx).where("id", "=", id).forUpdate().executeTakeFirst();
  return row === undefined ? null : occasionOf(row);
}

/** A query of whole occasions, to be narrowed. */
export function occasions(tx: Tx) {
  return tx.selectFrom("occasion").select(COLUMNS);
}

export type OccasionRow = Awaited<ReturnType<ReturnType<typeof occasions>["executeTakeFirstOrThrow"]>>;

export function occasionOf(row: OccasionRow): Occasion {
  return {
    id: row.id,
    slug: row.slug,
    nature: row.nature as Nature,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    problem: row.problem,
    axis: row.axis,
    transitions: row.transitions,
    audience: row.audience,
    state: row.state as OccasionState,
    version: row.version,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    movedFrom: row.moved_from,
    place: row.place,
    address: row.address,
    commune: row.commune,
    department: row.department,
    link: row.link,
    isRemote: row.is_remote,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    offerHours: row.offer_hours,
    access: row.access,
    contact: row.contact,
    organiser: row.organiser,
    timetable: row.timetable as readonly TimetableItem[],
    questions: row.questions as readonly OccasionQuestion[],
    organisationId: row.organisation_id,
    proposedBy: row.proposed_by,
    previousId: row.previous_id,
    reason: row.reason,
    updatedAt: row.updated_at,
  };
}

export interface NewOccasion {
  readonly nature: Nature;
  readonly state: OccasionState;
  readonly content: OccasionContent;
  readonly slots: readonly Slot[];
  readonly quotas: readonly NewQuota[];
  readonly by: string | null;
  readonly organisationId?: string | null;
  readonly proposedBy?: string | null;
  readonly previousId?: string | null;
}

/** Adds an occasion with its slots and places; gives its id. */
export async function addOccasion(tx: Tx, at: Temporal.Instant, occasion: NewOccasion): Promise<string> {
  const { rows } = await sql<{ id: string }>`SELECT uuidv7() AS id`.execute(tx);
  const id = rows[0]?.id ?? "";
  await tx
    .insertInto("occasion")
    .values({
      id,
      slug: await freeSlug(tx, occasion.content.title, occasion.slots),
      nature: occasion.nature,
      state: occasion.state,
      ...contentColumns(occasion.content),
      ...bounds(occasion.slots),
      organisation_id: occasion.organisationId ?? null,
      proposed_by: occasion.proposedBy ?? null,
      previous_id: occasion.previousId ?? null,
      created_by: occasion.by,
      created_at: at.toString(),
      updated_at: at.toString(),
      published_at: occasion.state === "published" ? at.toString() : null,
    })
    .execute();
  await insertSlots(tx, id, occasion.slots);
  await insertQuotas(tx, id, occasion.quotas);
  return id;
}

/** Writes what an occasion says anew. Its address stays: it may have been shared. */
export async function saveContent(
  tx: Tx,
  at: Temporal.Instant,
  id: string,
  content: OccasionContent,
  slots: readonly Slot[],
): Promise<void> {
  await tx
    .updateTable("occasion")
    .set((eb) => ({
      ...contentColumns(content),
      ...bounds(slots),
      version: eb("version", "+", 1),
      updated_at: at.toString(),
    }))
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("slot").where("occasion_id", "=", id).execute();
  await insertSlots(tx, id, slots);
}

export async function saveState(
  tx: Tx,
  at: Temporal.Instant,
  id: string,
  state: OccasionState,
  reason = "",
): Promise<void> {
  await tx
    .updateTable("occasion")
    .set((eb) => ({
      state,
      reason,
      version: eb("version", "+", 1),
      updated_at: at.toString(),
      published_at:
        state === "published" ? eb.fn.coalesce("published_at", sql.val(at.toString())) : eb.ref("published_at"),
    }))
    .where("id", "=", id)
    .execute();
}

/** Puts an occasion off to other hours; the day first announced is kept, however often it moves. */
export async function saveMove(
  tx: Tx,
  at: Temporal.Instant,
  occasion: Occasion,
  slots: readonly Slot[],
  reason: string,
): Promise<void> {
  await tx
    .updateTable("occasion")
    .set((eb) => ({
      ...bounds(slots),
      state: "published",
      moved_from: (occasion.movedFrom ?? occasion.startsAt).toString(),
      // Bounds of registration that were set for the old day would close it before it opens.
      opens_at: null,
      closes_at: null,
      reason,
      version: eb("version", "+", 1),
      updated_at: at.toString(),
    }))
    .where("id", "=", occasion.id)
    .execute();
  await tx.deleteFrom("slot").where("occasion_id", "=", occasion.id).execute();
  await insertSlots(tx, occasion.id, slots);
}

function contentColumns(content: OccasionContent) {
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    problem: content.problem,
    axis: content.axis,
    transitions: [...content.transitions],
    audience: [...content.audience],
    place: content.place,
    address: content.address,
    commune: content.commune,
    link: content.link,
    is_remote: content.isRemote,
    opens_at: content.opensAt?.toString() ?? null,
    closes_at: content.closesAt?.toString() ?? null,
    offer_hours: content.offerHours,
    access: content.access,
    contact: content.contact,
    organiser: content.organiser,
    timetable: json(content.timetable),
    questions: json(content.questions),
  };
}

async function insertQuotas(tx: Tx, id: string, quotas: readonly NewQuota[]): Promise<void> {
  await tx
    .insertInto("quota")
    .values(quotas.map(({ label, places }, position) => ({ occasion_id: id, position, label, places })))
    .execute();
}

/** « reparer-reemployer-former », with the day when another occasion has that name. */
async function freeSlug(tx: Tx, title: string, slots: readonly Slot[]): Promise<string> {
  const base = slugOf(title);
  const day = slots[0]?.startsAt.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString() ?? "";
  const { rows } = await sql<{ slug: string }>`
    SELECT slug FROM occasion_slugs(${base})`.execute(tx);
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(base)) return base;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? `${base}-${day}` : `${base}-${day}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

/** The parts that an occasion's list of people gives to an address. */
export async function namedParts(tx: Tx, occasionId: string, email: string): Promise<readonly OccasionPart[]> {
  const rows = await tx
    .selectFrom("crew")
    .select("part")
    .where("occasion_id", "=", occasionId)
    .where("email", "=", email)
    .execute();
  return rows.map((row) => row.part as OccasionPart);
}
