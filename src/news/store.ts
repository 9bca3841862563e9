import type { Temporal } from "temporal-polyfill";
import type { NewsKind } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** One piece of news as its reader sees it. */
export interface NewsItem {
  readonly id: string;
  readonly kind: NewsKind;
  readonly at: Temporal.Instant;
  readonly isRead: boolean;
  readonly excerpt: string;
  /** Name of who did it; null for what time brings. */
  readonly actor: string | null;
  /** Name of the absent person whom its reader stands in for. */
  readonly inPlaceOf: string | null;
  readonly application: {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
    readonly organisation: string;
  } | null;
}

/** A page of the desk: this many at most, the newest first. */
export const NEWS_PAGE = 50;

/** A person's news, through a transaction in their name; `before` is the id of the last one of the page before. */
export async function listNews(tx: Tx, person: string, before: string | null = null): Promise<readonly NewsItem[]> {
  const rows = await tx
    .selectFrom("news as n")
    .leftJoin("person as a", "a.id", "n.actor")
    .leftJoin("person as p", "p.id", "n.in_place_of")
    .leftJoin("application as f", "f.id", "n.application")
    .leftJoin("organisation as o", "o.id", "f.organisation_id")
    .select(["n.id", "n.kind", "n.at", "n.read_at", "n.excerpt", "n.application", "f.number", "f.title", "o.name"])
    .select(["a.name as actor_name", "p.name as absent_name"])
    .where("n.person_id", "=", person)
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple("n.at", "n.id"),
          "<",
          selectFrom("news as last")
            .select(["last.at", "last.id"])
            .where("last.id", "=", before ?? "")
            .$asTuple("at", "id"),
        ),
      ),
    )
    .orderBy("n.at", "desc")
    .orderBy("n.id", "desc")
    .limit(NEWS_PAGE)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NewsKind,
    at: row.at,
    isRead: row.read_at !== null,
    excerpt: row.excerpt,
    actor: row.actor_name,
    inPlaceOf: row.absent_name,
    application:
      row.application === null
        ? null
        : { id: row.application, number: row.number, title: row.title ?? "", organisation: row.name ?? "" },
  }));
}

/** How many a person has not read. */
export async function countUnread(tx: Tx, person: string): Promise<number> {
  const row = await tx
    .selectFrom("news")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", person)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Marks one as read, or all where `id` is null; the first time stays. */
export async function markNewsRead(tx: Tx, person: string, at: Temporal.Instant, id: string | null): Promise<void> {
  await tx
    .updateTable("news")
    .set({ read_at: at })
    .where("person_id", "=", person)
    .where("read_at", "is", null)
    .$if(id !== null, (query) => query.where("id", "=", id ?? ""))
    .execute();
}

/** Where one piece of news leads, and that it is this person's; null otherwise. */
export async function findNews(
  tx: Tx,
  person: string,
  id: string,
): Promise<{ readonly kind: NewsKind; readonly application: string | null } | null> {
  const row = await tx
    .selectFrom("news")
    .select(["kind", "application"])
    .where("id", "=", id)
    .where("person_id", "=", person)
    .executeTakeFirst();
  return row === undefined ? null : { kind: row.kind as NewsKind, application: row.application };
}

/** What falls due for someone, soon or past, on a file that they hold. Days are ISO text. */
export interface Due {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly organisation: string;
  readonly day: string;
  /** In a few words. */
  readonly what: string;
}

/** What falls due until a day: tacit refusals and awaited answers of the files that someone holds. */
export async function dueFor(tx: Tx, person: string, until: string): Promise<readonly Due[]> {
  const rows = await tx
    .selectFrom("application as f")
    .innerJoin("organisation as o", "o.id", "f.organisation_id")
    .select(["f.id", "f.number", "f.title", "o.name", "f.implicit_refusal_on", "f.suspended_until", "f.suspended_on"])
    .where("f.assigned_to", "=", person)
    .where("f.implicit_refusal_on", "is not", null)
    .where((eb) =>
      eb.or([
        eb.and([eb("f.suspended_on", "is", null), eb("f.implicit_refusal_on", "<=", until)]),
        eb.and([eb("f.suspended_on", "is not", null), eb("f.suspended_until", "<=", until)]),
      ]),
    )
    .execute();
  const files = rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    organisation: row.name,
    day: (row.suspended_on === null ? row.implicit_refusal_on : row.suspended_until) ?? "",
    what: row.suspended_on === null ? "décision tacite" : "réponse attendue",
  }));
  return files.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Something that someone has to do on a file, by a day. */
export interface OwnTask extends Due {
  readonly task: string;
}

/** What someone has to do, the nearest first; `what` is in their author's words. */
export async function ownTasks(tx: Tx, person: string): Promise<readonly OwnTask[]> {
  const rows = await tx
    .selectFrom("task as t")
    .innerJoin("application as f", "f.id", "t.application_id")
    .innerJoin("organisation as o", "o.id", "f.organisation_id")
    .select([
      "t.id as task",
      "f.id",
      "f.number",
      "f.title",
      "o.name as organisation",
      "t.due_on as day",
      "t.body as what",
    ])
    .where("t.for_person", "=", person)
    .where("t.done_at", "is", null)
    .orderBy("t.due_on")
    .orderBy("t.id")
    .execute();
  return rows;
}

/** The file of a task that is still to do, for whom it is. */
export async function fileOfTask(tx: Tx, person: string, task: string): Promise<string | null> {
  const row = await tx
    .selectFrom("task")
    .select("application_id")
    .where("id", "=", task)
    .where("for_person", "=", person)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

/** The filed request of this number, where its reader may see it. */
export async function fileNumbered(tx: Tx, number: string): Promise<string | null> {
  const row = await tx
    .selectFrom("application")
    .select("id")
    .where("number", "=", number.toUpperCase())
    .executeTakeFirst();
  return row?.id ?? null;
}
