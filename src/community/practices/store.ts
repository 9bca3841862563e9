import type { Tx } from "#src/platform/database/database.ts";
import { slugOf } from "../actors/actor.ts";
import type { Practice, PracticeComment, PracticeState } from "./practice.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("practice as p")
    .innerJoin("organisation as o", "o.id", "p.organisation_id")
    .leftJoin("actor as a", (join) =>
      join.onRef("a.organisation_id", "=", "p.organisation_id").on("a.state", "=", "published"),
    )
    .selectAll("p")
    .select(["o.name", "a.slug as actor_slug"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Practice {
  return {
    id: row.id,
    slug: row.slug,
    organisationId: row.organisation_id,
    organisationName: row.name,
    actorSlug: row.actor_slug,
    author: row.author,
    title: row.title,
    summary: row.summary,
    body: row.body,
    themes: row.themes,
    state: row.state as PracticeState,
    writtenAt: row.written_at,
    publishedAt: row.published_at,
  };
}

export async function publishedPractices(tx: Tx, theme: string | null): Promise<readonly Practice[]> {
  const rows = await query(tx)
    .where("p.state", "=", "published")
    .orderBy("p.published_at", "desc")
    .limit(200)
    .execute();
  return rows.map(read).filter((one) => theme === null || one.themes.includes(theme));
}

export async function practicesOf(tx: Tx, organisationIds: readonly string[]): Promise<readonly Practice[]> {
  if (organisationIds.length === 0) return [];
  const rows = await query(tx)
    .where("p.organisation_id", "in", organisationIds)
    .orderBy("p.written_at", "desc")
    .limit(50)
    .execute();
  return rows.map(read);
}

export async function practicesInState(tx: Tx, state: PracticeState): Promise<readonly Practice[]> {
  const rows = await query(tx).where("p.state", "=", state).orderBy("p.submitted_at").limit(100).execute();
  return rows.map(read);
}

export async function findPracticeBySlug(tx: Tx, slug: string): Promise<Practice | null> {
  const row = await query(tx).where("p.slug", "=", slug).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function findPractice(tx: Tx, id: string): Promise<Practice | null> {
  const row = await query(tx).where("p.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export type PracticeText = Pick<Practice, "title" | "summary" | "body" | "themes">;

export async function addPractice(
  tx: Tx,
  practice: PracticeText & { readonly organisationId: string; readonly author: string; readonly at: string },
): Promise<{ readonly id: string; readonly slug: string }> {
  return tx
    .insertInto("practice")
    .values({
      slug: await freeSlug(tx, practice.title),
      organisation_id: practice.organisationId,
      author: practice.author,
      title: practice.title,
      summary: practice.summary,
      body: practice.body,
      themes: [...practice.themes],
      state: "draft",
      written_at: practice.at,
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const slug = slugOf(title);
  const rows = await tx.selectFrom("practice").select("slug").where("slug", "like", `${slug}%`).execute();
  const taken = rows.map((row) => row.slug);
  let rank = 1;
  while (taken.includes(rank === 1 ? slug : `${slug}-${rank}`)) rank++;
  return rank === 1 ? slug : `${slug}-${rank}`;
}

export async function savePractice(tx: Tx, id: string, practice: PracticeText, at: string): Promise<void> {
  await tx
    .updateTable("practice")
    .set({ ...practice, themes: [...practice.themes], written_at: at })
    .where("id", "=", id)
    .execute();
}

export async function setPracticeState(
  tx: Tx,
  id: string,
  state: PracticeState,
  more: { readonly submitted_at?: string; readonly published_at?: string } = {},
): Promise<void> {
  await tx
    .updateTable("practice")
    .set({ state, ...more })
    .where("id", "=", id)
    .execute();
}

export async function commentsOn(tx: Tx, practiceId: string): Promise<readonly PracticeComment[]> {
  const rows = await tx
    .selectFrom("practice_comment as c")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .leftJoin("person as p", "p.id", "c.author")
    .select(["c.id", "c.author", "c.body", "c.posted_at", "c.removed_at", "p.name as author_name", "o.name"])
    .where("c.practice_id", "=", practiceId)
    .orderBy("c.posted_at")
    .orderBy("c.id")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    author: row.author,
    authorName: row.author_name ?? "Une personne partie",
    organisationName: row.name,
    body: row.body,
    postedAt: row.posted_at,
    removed: row.removed_at !== null,
  }));
}

export async function addComment(
  tx: Tx,
  comment: {
    readonly practiceId: string;
    readonly organisationId: string;
    readonly author: string;
    readonly body: string;
    readonly at: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("practice_comment")
    .values({
      practice_id: comment.practiceId,
      organisation_id: comment.organisationId,
      author: comment.author,
      body: comment.body,
      posted_at: comment.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface CommentAbout {
  readonly id: string;
  readonly organisationId: string;
  readonly practiceTitle: string;
  readonly practiceSlug: string;
  readonly removed: boolean;
}

export async function findComment(tx: Tx, id: string): Promise<CommentAbout | null> {
  const row = await tx
    .selectFrom("practice_comment as c")
    .innerJoin("practice as p", "p.id", "c.practice_id")
    .select(["c.id", "c.organisation_id", "c.removed_at", "p.title", "p.slug"])
    .where("c.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    organisationId: row.organisation_id,
    practiceTitle: row.title,
    practiceSlug: row.slug,
    removed: row.removed_at !== null,
  };
}

export async function setCommentRemoved(tx: Tx, id: string, at: string | null): Promise<void> {
  await tx.updateTable("practice_comment").set({ removed_at: at }).where("id", "=", id).execute();
}
