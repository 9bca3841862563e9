import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import { type Actor, type ActorKind, type ActorProfile, type ActorState, slugOf } from "./actor.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("actor as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .selectAll("a")
    .select("o.name");
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Actor {
  return {
    id: row.id,
    slug: row.slug,
    organisationId: row.organisation_id,
    name: row.name,
    kind: row.kind as ActorKind,
    summary: row.summary,
    offers: row.offers,
    seeks: row.seeks,
    departments: row.departments,
    website: row.website,
    email: row.email,
    phone: row.phone,
    shown: row.shown,
    state: row.state as ActorState,
    askedAt: row.asked_at,
    welcomedAt: row.welcomed_at,
    confirmedOn: row.confirmed_on,
  };
}

export interface DirectoryFilter {
  readonly kind: string | null;
  readonly department: string | null;
  readonly words: string;
}

/** Published actors by name; the words look in the name, and in what each one shows. */
export async function searchActors(tx: Tx, filter: DirectoryFilter): Promise<readonly Actor[]> {
  let found = query(tx).where("a.state", "=", "published");
  if (filter.kind !== null) found = found.where("a.kind", "=", filter.kind);
  if (filter.department !== null) found = found.where(sql<boolean>`${filter.department} = ANY (a.departments)`);
  if (filter.words !== "") {
    found = found.where(
      sql<boolean>`to_tsvector('french_plain', concat_ws(' ', o.name, a.summary,
        CASE WHEN 'offers' = ANY (a.shown) THEN a.offers END, CASE WHEN 'seeks' = ANY (a.shown) THEN a.seeks END))
        @@ websearch_to_tsquery('french_plain', ${filter.words})`,
    );
  }
  const rows = await found.orderBy("o.name").limit(200).execute();
  return rows.map(read);
}

/** How many published actors act in each department. */
export async function countByDepartment(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT code, count(*)::int AS count FROM actor, unnest(departments) AS code WHERE state = 'published' GROUP BY code`.execute(
    tx,
  );
  return new Map(rows.map(({ code, count }) => [code, count]));
}

export async function findActorBySlug(tx: Tx, slug: string): Promise<Actor | null> {
  const row = await query(tx).where("a.slug", "=", slug).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function findActorOf(tx: Tx, organisationId: string): Promise<Actor | null> {
  const row = await query(tx).where("a.organisation_id", "=", organisationId).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function findActor(tx: Tx, id: string): Promise<Actor | null> {
  const row = await query(tx).where("a.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function actorsInState(tx: Tx, state: ActorState): Promise<readonly Actor[]> {
  const rows = await query(tx).where("a.state", "=", state).orderBy("a.asked_at").limit(100).execute();
  return rows.map(read);
}

function columns(profile: ActorProfile) {
  return { ...profile, departments: [...profile.departments], shown: [...profile.shown] };
}

/** Adds a profile that waits for its welcome. */
export async function addActor(
  tx: Tx,
  actor: {
    readonly organisationId: string;
    readonly name: string;
    readonly profile: ActorProfile;
    readonly at: string;
    readonly on: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("actor")
    .values({
      ...columns(actor.profile),
      organisation_id: actor.organisationId,
      slug: await freeSlug(tx, actor.name),
      state: "asked",
      asked_at: actor.at,
      confirmed_on: actor.on,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Two organisations of one name each have their own address. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name);
  const rows = await tx.selectFrom("actor").select("slug").where("slug", "like", `${slug}%`).execute();
  const taken = rows.map((row) => row.slug);
  let rank = 1;
  while (taken.includes(rank === 1 ? slug : `${slug}-${rank}`)) rank++;
  return rank === 1 ? slug : `${slug}-${rank}`;
}

export async function saveActor(tx: Tx, id: string, profile: ActorProfile): Promise<void> {
  await tx.updateTable("actor").set(columns(profile)).where("id", "=", id).execute();
}

export async function setActorState(
  tx: Tx,
  id: string,
  state: ActorState,
  more: { readonly asked_at?: string; readonly confirmed_on?: string; readonly welcomed_at?: string } = {},
): Promise<void> {
  await tx
    .updateTable("actor")
    .set({ state, ...more })
    .where("id", "=", id)
    .execute();
}
