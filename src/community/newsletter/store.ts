import { sql } from "kysely";
import { json, type Tx } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import { type ActorKind, actorKindWords } from "../actors/actor.ts";
import { type ListingKind, listingKindWords } from "../exchanges/listing.ts";
import type { NewsletterIssue, NewsletterItem } from "./issue.ts";

function issues(tx: Tx) {
  return tx.selectFrom("newsletter_issue").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof issues>["executeTakeFirstOrThrow"]>>;

function read(row: Row): NewsletterIssue {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    introduction: row.introduction,
    items: row.items as readonly NewsletterItem[],
    sentAt: row.sent_at,
    sentTo: row.sent_to,
  };
}

export async function sentIssues(tx: Tx): Promise<readonly NewsletterIssue[]> {
  const rows = await issues(tx).where("sent_at", "is not", null).orderBy("number", "desc").limit(100).execute();
  return rows.map(read);
}

export async function findIssue(tx: Tx, number: number): Promise<NewsletterIssue | null> {
  const row = await issues(tx).where("number", "=", number).where("sent_at", "is not", null).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** The one being composed. */
export async function draftIssue(tx: Tx): Promise<NewsletterIssue | null> {
  const row = await issues(tx).where("sent_at", "is", null).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function issueById(tx: Tx, id: string): Promise<NewsletterIssue | null> {
  const row = await issues(tx).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** All that was published since the last letter: what the next one is made of. */
export async function publishedSinceLast(tx: Tx): Promise<readonly NewsletterItem[]> {
  const { rows } = await sql<PublishedRow>`
    WITH last AS (SELECT coalesce(max(sent_at), '-infinity') AS at FROM newsletter_issue)
    SELECT 'practice' AS kind, p.title, o.name AS about, p.slug AS key, '' AS detail, p.published_at AS at
      FROM practice p JOIN organisation o ON o.id = p.organisation_id, last WHERE p.state = 'published' AND p.published_at > last.at
    UNION ALL
    SELECT 'listing', l.title, o.name, l.id::text, l.kind, l.published_at
      FROM listing l JOIN organisation o ON o.id = l.organisation_id, last WHERE l.state = 'open' AND l.published_at > last.at
    UNION ALL
    SELECT 'actor', o.name, a.kind, a.slug, '', a.welcomed_at
      FROM actor a JOIN organisation o ON o.id = a.organisation_id, last WHERE a.state = 'published' AND a.welcomed_at > last.at
    ORDER BY kind DESC, at LIMIT 60`.execute(tx);
  return rows.map(itemOf);
}

interface PublishedRow {
  readonly kind: NewsletterItem["kind"];
  readonly title: string;
  readonly about: string;
  readonly key: string;
  readonly detail: string;
}

function itemOf({ kind, title, about, key, detail }: PublishedRow): NewsletterItem {
  switch (kind) {
    case "practice":
      return { kind, title, about, href: urls.practice.href({ slug: key }) };
    case "listing": {
      const said = `${listingKindWords[detail as ListingKind]} : ${title}`;
      return { kind, title: said, about, href: urls.listing.href({ id: key }) };
    }
    case "actor":
      return { kind, title, about: actorKindWords[about as ActorKind], href: urls.actor.href({ slug: key }) };
  }
}

export async function saveIssue(
  tx: Tx,
  issue: Pick<NewsletterIssue, "title" | "introduction" | "items"> & { readonly by: string; readonly at: string },
): Promise<void> {
  const columns = {
    title: issue.title,
    introduction: issue.introduction,
    items: json(issue.items),
    composed_by: issue.by,
    composed_at: issue.at,
  };
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('newsletter', 19))`.execute(tx);
  const draft = await draftIssue(tx);
  if (draft !== null) {
    await tx.updateTable("newsletter_issue").set(columns).where("id", "=", draft.id).execute();
    return;
  }
  const last = await tx.selectFrom("newsletter_issue").select("number").orderBy("number", "desc").executeTakeFirst();
  await tx
    .insertInto("newsletter_issue")
    .values({ number: (last?.number ?? 0) + 1, ...columns })
    .execute();
}

/** False where it is sent already. */
export async function markSent(tx: Tx, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("newsletter_issue")
    .set({ sent_at: at })
    .where("id", "=", id)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Subscriber {
  readonly id: string;
  readonly email: string;
}

export async function confirmedSubscribers(tx: Tx): Promise<readonly Subscriber[]> {
  return tx
    .selectFrom("newsletter_subscriber")
    .select(["id", "email"])
    .where("confirmed_at", "is not", null)
    .orderBy("email")
    .execute();
}

export async function countSubscribers(tx: Tx): Promise<number> {
  return (await confirmedSubscribers(tx)).length;
}

/** The subscriber of an address, added where it is new. */
export async function subscriberOf(
  tx: Tx,
  email: string,
  at: string,
): Promise<{ readonly id: string; readonly confirmed: boolean }> {
  const row = await tx
    .insertInto("newsletter_subscriber")
    .values({ email, asked_at: at })
    .onConflict((clash) => clash.column("email").doUpdateSet({ asked_at: at }))
    .returning(["id", "confirmed_at"])
    .executeTakeFirstOrThrow();
  return { id: row.id, confirmed: row.confirmed_at !== null };
}

export async function confirmSubscriber(tx: Tx, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("newsletter_subscriber")
    .set({ confirmed_at: at })
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function forgetSubscriber(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("newsletter_subscriber").where("id", "=", id).execute();
}
