import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Raw } from "#policy/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { addressWords } from "#text/index.ts";
import {
  type Call,
  type CallState,
  type CallVersion,
  isPublished,
  type PublishedCall,
  type VersionCause,
} from "./call.ts";

function calls(tx: Tx) {
  return tx
    .selectFrom("call")
    .select([
      "id",
      "slug",
      "scheme",
      "framework",
      "state",
      "version",
      "raw",
      "title",
      "opens_at",
      "closes_at",
      sql<string | null>`grid_voted_on::text`.as("grid_voted_on"),
      "grid_voted_by",
      "grid_voted_item",
      "proposed_by",
      "sent_back",
      "published_at",
      "updated_at",
      "updated_by",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof calls>["executeTakeFirstOrThrow"]>>;

function callOf(row: Row): Call {
  return {
    id: row.id,
    slug: row.slug,
    scheme: row.scheme,
    framework: row.framework,
    state: row.state as CallState,
    version: row.version,
    raw: row.raw as Raw,
    title: row.title,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    gridVote:
      row.grid_voted_on === null
        ? null
        : { on: row.grid_voted_on, by: row.grid_voted_by ?? "", item: row.grid_voted_item },
    proposedBy: row.proposed_by,
    sentBack: row.sent_back,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

export async function findCall(tx: Tx, by: { readonly id: string } | { readonly slug: string }): Promise<Call | null> {
  const [column, value] = "id" in by ? (["id", by.id] as const) : (["slug", by.slug] as const);
  const row = await calls(tx).where(column, "=", value).executeTakeFirst();
  return row === undefined ? null : callOf(row);
}

/** The call, its row locked: acts on one call come one after the other. */
export async function lockCall(tx: Tx, id: string): Promise<Call | null> {
  const row = await calls(tx).where("id", "=", id).forUpdate().executeTakeFirst();
  return row === undefined ? null : callOf(row);
}

/** All calls, those that are prepared first, then the last to close. */
export async function listCalls(tx: Tx): Promise<readonly Call[]> {
  const rows = await calls(tx)
    .orderBy("closes_at", (order) => order.desc().nullsFirst())
    .orderBy("id")
    .execute();
  return rows.map(callOf);
}

/** Those that everyone may read, the last to close first; `after` goes on from a page that was given. */
export async function listPublished(
  tx: Tx,
  page: { readonly limit: number; readonly after?: { readonly closesAt: string; readonly id: string } } = {
    limit: 200,
  },
): Promise<readonly PublishedCall[]> {
  let query = calls(tx).where("state", "=", "published");
  if (page.after !== undefined) {
    query = query.where(sql<boolean>`(closes_at, id) < (${page.after.closesAt}::timestamptz, ${page.after.id}::uuid)`);
  }
  const rows = await query.orderBy("closes_at", "desc").orderBy("id", "desc").limit(page.limit).execute();
  return rows.map(callOf).filter(isPublished);
}

export interface NewCall {
  readonly scheme: string;
  readonly framework: string;
  readonly raw: Raw;
  readonly title: string;
  readonly by: string;
  readonly previousId?: string;
}

export async function addCall(tx: Tx, at: Temporal.Instant, call: NewCall): Promise<string> {
  const { id } = await tx
    .insertInto("call")
    .values({
      slug: await freeSlug(tx, call.title),
      scheme: call.scheme,
      framework: call.framework,
      raw: json(call.raw),
      title: call.title,
      previous_id: call.previousId ?? null,
      created_at: at.toString(),
      updated_at: at.toString(),
      updated_by: call.by,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The copy of a call that nobody has written in since it was made. */
export async function untouchedCopyOf(tx: Tx, id: string): Promise<string | null> {
  const copies = tx.selectFrom("call").select("id").where("previous_id", "=", id);
  const row = await copies.where("version", "=", 1).where("state", "=", "draft").executeTakeFirst();
  return row?.id ?? null;
}

/** What an act changes of a call. */
export interface CallChange {
  readonly state?: CallState;
  readonly raw?: Raw;
  readonly title?: string;
  readonly slug?: string;
  readonly opensAt?: Temporal.Instant | null;
  readonly closesAt?: Temporal.Instant | null;
  readonly gridVote?: Call["gridVote"];
  readonly proposedBy?: string | null;
  readonly sentBack?: string;
  readonly publishedBy?: string;
  readonly updatedBy?: string;
}

export async function saveCall(tx: Tx, at: Temporal.Instant, call: Call, change: CallChange): Promise<void> {
  const { gridVote } = change;
  await tx
    .updateTable("call")
    .set({
      version: call.version + 1,
      updated_at: at.toString(),
      ...(change.state === undefined ? null : { state: change.state }),
      ...(change.raw === undefined ? null : { raw: json(change.raw) }),
      ...(change.title === undefined ? null : { title: change.title }),
      ...(change.slug === undefined ? null : { slug: change.slug }),
      ...(change.opensAt === undefined ? null : { opens_at: change.opensAt?.toString() ?? null }),
      ...(change.closesAt === undefined ? null : { closes_at: change.closesAt?.toString() ?? null }),
      ...(gridVote === undefined
        ? null
        : {
            grid_voted_on: gridVote?.on ?? null,
            grid_voted_by: gridVote?.by ?? null,
            grid_voted_item: gridVote?.item ?? null,
          }),
      ...(change.proposedBy === undefined ? null : { proposed_by: change.proposedBy }),
      ...(change.sentBack === undefined ? null : { sent_back: change.sentBack }),
      ...(change.publishedBy === undefined ? null : { published_by: change.publishedBy, published_at: at.toString() }),
      ...(change.updatedBy === undefined ? null : { updated_by: change.updatedBy }),
    })
    .where("id", "=", call.id)
    .execute();
}

/** Keeps the call as it stands now: numbered, for ever. */
export async function keepVersion(
  tx: Tx,
  at: Temporal.Instant,
  id: string,
  version: { readonly cause: VersionCause; readonly reason: string; readonly by: string },
): Promise<void> {
  await sql`INSERT INTO call_version (call_id, number, cause, reason, raw, opens_at, closes_at, made_by, made_at)
    SELECT id, version, ${version.cause}, ${version.reason}, raw, opens_at, closes_at, ${version.by}, ${at.toString()}::timestamptz
    FROM call WHERE id = ${id}`.execute(tx);
}

/** What a call was, the last first; to those outside, its extensions alone. */
export async function listVersions(tx: Tx, id: string): Promise<readonly CallVersion[]> {
  const rows = await tx
    .selectFrom("call_version as v")
    .leftJoin("person as p", "p.id", "v.made_by")
    .select(["v.number", "v.cause", "v.reason", "v.raw", "v.closes_at", "p.name", "v.made_at"])
    .where("v.call_id", "=", id)
    .orderBy("v.number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    cause: row.cause as VersionCause,
    reason: row.reason,
    raw: row.raw as Raw,
    closesAt: row.closes_at,
    madeBy: row.name,
    madeAt: row.made_at,
  }));
}

/** What comes after `/appels/` by itself. */
const TAKEN: readonly string[] = ["", "nouveau"];

/** « appel-transitions-2026 », with a number where another call has that address. */
export async function freeSlug(tx: Tx, title: string, but?: string): Promise<string> {
  const words = addressWords(title, 70);
  const base = TAKEN.includes(words) ? "appel" : words;
  const rows = await tx.selectFrom("call").select(["id", "slug"]).where("slug", "like", `${base}%`).execute();
  const taken = new Set(rows.filter((row) => row.id !== but).map((row) => row.slug));
  let rank = 1;
  while (taken.has(rank === 1 ? base : `${base}-${rank}`)) rank += 1;
  return rank === 1 ? base : `${base}-${rank}`;
}
