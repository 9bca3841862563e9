import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { Conversation, Listing, ListingKind, ListingMessage, ListingState } from "./listing.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("listing as l")
    .innerJoin("organisation as o", "o.id", "l.organisation_id")
    .leftJoin("actor as a", (join) =>
      join.onRef("a.organisation_id", "=", "l.organisation_id").on("a.state", "=", "published"),
    )
    .selectAll("l")
    .select(["o.name", "a.slug"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Listing {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.name,
    actorSlug: row.slug,
    kind: row.kind as ListingKind,
    title: row.title,
    body: row.body,
    departments: row.departments,
    state: row.state as ListingState,
    publishedAt: row.published_at,
    closesOn: row.closes_on,
    firstAnswerAt: row.first_answer_at,
  };
}

export interface ListingFilter {
  readonly kind: string | null;
  readonly department: string | null;
}

/** Those that are open, the newest first. */
export async function openListings(tx: Tx, filter: ListingFilter): Promise<readonly Listing[]> {
  let found = query(tx).where("l.state", "=", "open");
  if (filter.kind !== null) found = found.where("l.kind", "=", filter.kind);
  if (filter.department !== null) found = found.where(sql<boolean>`${filter.department} = ANY (l.departments)`);
  const rows = await found.orderBy("l.published_at", "desc").limit(100).execute();
  return rows.map(read);
}

/** An organisation's own, whatever their state. */
export async function listingsOf(tx: Tx, organisationIds: readonly string[]): Promise<readonly Listing[]> {
  if (organisationIds.length === 0) return [];
  const rows = await query(tx)
    .where("l.organisation_id", "in", organisationIds)
    .orderBy("l.published_at", "desc")
    .limit(50)
    .execute();
  return rows.map(read);
}

/** Open since before this instant, and nobody answered. */
export async function silentListings(tx: Tx, before: string): Promise<readonly Listing[]> {
  const rows = await query(tx)
    .where("l.state", "=", "open")
    .where("l.first_answer_at", "is", null)
    .where(sql<boolean>`l.published_at < ${before}::timestamptz`)
    .orderBy("l.published_at")
    .limit(100)
    .execute();
  return rows.map(read);
}

export async function findListing(tx: Tx, id: string): Promise<Listing | null> {
  const row = await query(tx).where("l.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function lockListing(tx: Tx, id: string): Promise<Listing | null> {
  await tx.selectFrom("listing").select("id").where("id", "=", id).forUpdate().execute();
  return findListing(tx, id);
}

export async function addListing(
  tx: Tx,
  listing: Pick<Listing, "organisationId" | "kind" | "title" | "body" | "departments" | "closesOn"> & {
    readonly author: string;
    readonly at: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("listing")
    .values({
      organisation_id: listing.organisationId,
      author: listing.author,
      kind: listing.kind,
      title: listing.title,
      body: listing.body,
      departments: [...listing.departments],
      state: "open",
      published_at: listing.at,
      closes_on: listing.closesOn,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function setListingState(tx: Tx, id: string, state: ListingState, at: string): Promise<void> {
  await tx
    .updateTable("listing")
    .set({ state, closed_at: state === "open" ? null : at })
    .where("id", "=", id)
    .execute();
}

export async function addMessage(
  tx: Tx,
  message: {
    readonly listing: Pick<Listing, "id" | "organisationId">;
    readonly correspondent: string;
    readonly fromCorrespondent: boolean;
    readonly author: string;
    readonly body: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto("listing_message")
    .values({
      listing_id: message.listing.id,
      organisation_id: message.listing.organisationId,
      correspondent: message.correspondent,
      from_correspondent: message.fromCorrespondent,
      author: message.author,
      body: message.body,
      sent_at: message.at,
    })
    .execute();
  if (!message.fromCorrespondent) return;
  await tx
    .updateTable("listing")
    .set({ first_answer_at: message.at })
    .where("id", "=", message.listing.id)
    .where("first_answer_at", "is", null)
    .execute();
}

export async function messagesWith(
  tx: Tx,
  listingId: string,
  correspondent: string,
): Promise<readonly ListingMessage[]> {
  const rows = await tx
    .selectFrom("listing_message as m")
    .leftJoin("person as p", "p.id", "m.author")
    .select(["m.id", "m.from_correspondent", "m.body", "m.sent_at", "p.name"])
    .where("m.listing_id", "=", listingId)
    .where("m.correspondent", "=", correspondent)
    .orderBy("m.sent_at")
    .orderBy("m.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fromCorrespondent: row.from_correspondent,
    authorName: row.name ?? "Une personne partie",
    body: row.body,
    sentAt: row.sent_at,
  }));
}

/** Who answered a listing, the latest word first. */
export async function conversationsOn(tx: Tx, listingId: string): Promise<readonly Conversation[]> {
  const rows = await tx
    .selectFrom("listing_message as m")
    .innerJoin("person as p", "p.id", "m.correspondent")
    .select((eb) => [
      "m.correspondent",
      "p.name",
      eb.fn.countAll<number>().as("messages"),
      eb.fn.max("m.sent_at").as("last"),
    ])
    .where("m.listing_id", "=", listingId)
    .groupBy(["m.correspondent", "p.name"])
    .orderBy("last", "desc")
    .execute();
  return rows.map((row) => ({
    correspondent: row.correspondent,
    correspondentName: row.name,
    messages: row.messages,
    lastAt: row.last,
  }));
}
