import type { Temporal } from "temporal-polyfill";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import { type Mail, postMails } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import type { Application } from "../application.ts";
import { type NewsKind, newsKinds, type Way } from "./kinds.ts";
import { awayOn, type Leave } from "./leave.ts";
import { whyMailed } from "./why.ts";

/** Something to tell several people, within the act that made it true. */
export interface News {
  readonly kind: NewsKind;
  readonly to: readonly string[];
  /** Who did it: never told of their own act. */
  readonly actor: string | null;
  readonly at: Temporal.Instant;
  /** What it tells of: one person hears of it once. */
  readonly about: string;
  readonly application?: Pick<Application, "id" | "number" | "title" | "organisationName">;
  readonly excerpt?: string;
  /** Where it leads when it is about no file. */
  readonly href?: string;
}

const LONGEST_EXCERPT = 200;

type Teller = Pick<World, "config" | "origin">;

/** Tells people on their desk, and by mail at once where they set so; the deputies of those who are away are told too. */
export function tellNews(world: Teller, tx: Tx, news: News): Promise<void> {
  return tellAllNews(world, tx, [news]);
}

/** The same for several things that one act made true. */
export async function tellAllNews(world: Teller, tx: Tx, all: readonly News[]): Promise<void> {
  const [first] = all.filter(({ to }) => to.length > 0);
  if (first === undefined) return;
  await asServiceWithin(tx, async () => {
    const away = await awayOn(tx, legalDay(first.at).toString());
    const told = all.flatMap((news) =>
      [...readersOf(news, away)].map(([person, inPlaceOf]) => ({ news, person, inPlaceOf })),
    );
    const rows = await reached(tx, told);
    const added = await addNews(tx, rows);
    const mailed = rows.filter(({ news, person, way }) => way === "now" && added.has(keyed(person, news.about)));
    const mails = mailed.map((one) => mailOf(world, one));
    await postMails(world, tx, first.at, mails);
  });
}

/** Each who is told, with whom they stand in for. */
function readersOf({ to, actor }: News, away: readonly Leave[]): ReadonlyMap<string, string | null> {
  const told = new Map<string, string | null>();
  for (const { personId, deputyId } of away) if (to.includes(personId)) told.set(deputyId, personId);
  for (const person of to) told.set(person, null);
  if (actor !== null) told.delete(actor);
  return told;
}

function keyed(person: string, of: string): string {
  return `${person} ${of}`;
}

interface Heard {
  readonly news: News;
  readonly person: string;
  readonly inPlaceOf: string | null;
}

interface Reached extends Heard {
  readonly email: string;
  /** The name of who did it, for the mail. */
  readonly actorName: string | null;
  readonly way: Way;
}

/** Those who have an account, each with the way that they chose for what they are told. */
async function reached(tx: Tx, told: readonly Heard[]): Promise<readonly Reached[]> {
  if (told.length === 0) return [];
  const rows = await tx
    .selectFrom("person")
    .leftJoin("mail_choice as c", "c.person_id", "person.id")
    .select(["person.id", "person.email", "c.kind", "c.way"])
    .where("person.id", "in", [...new Set(told.map(({ person }) => person))])
    .orderBy("person.id")
    .execute();
  const people = Map.groupBy(rows, ({ id }) => id);
  const names = await namesOf(tx, told);
  return told.flatMap((one) => {
    const own = people.get(one.person) ?? [];
    const chosen = own.find(({ kind }) => kind === one.news.kind)?.way as Way | undefined;
    const way = chosen ?? newsKinds[one.news.kind].usual;
    const actorName = one.news.actor === null ? null : (names.get(one.news.actor) ?? null);
    return own.slice(0, 1).map(({ email }) => ({ ...one, email, way, actorName }));
  });
}

/** Who did what mails say the author of. */
async function namesOf(tx: Tx, told: readonly Heard[]): Promise<ReadonlyMap<string, string>> {
  const ids = told.flatMap(({ news: { kind, actor } }) => (actor !== null && newsKinds[kind].by ? [actor] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Keeps what each is told, and gives what is new to them. */
async function addNews(tx: Tx, rows: readonly Reached[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx
    .insertInto("news")
    .values(
      rows.map(({ news, person, inPlaceOf, way }) => ({
        person_id: person,
        kind: news.kind,
        application: news.application?.id ?? null,
        actor: news.actor,
        in_place_of: inPlaceOf,
        excerpt: cutText(news.excerpt ?? "", LONGEST_EXCERPT),
        about: news.about,
        at: news.at,
        way,
        mailed_at: way === "now" ? news.at : null,
      })),
    )
    .onConflict((clash) => clash.columns(["person_id", "about"]).doNothing())
    .returning(["person_id", "about"])
    .execute();
  return new Set(added.map(({ person_id, about }) => keyed(person_id, about)));
}

function mailOf(world: Teller, { news, person, email, actorName }: Reached): Mail {
  const { application, excerpt = "" } = news;
  const { title, when } = newsKinds[news.kind];
  const href = application === undefined ? (news.href ?? urls.today.href()) : urls.review.href({ id: application.id });
  const about = application === undefined ? [] : [sayApplication(application)];
  return {
    to: email,
    subject: application?.number == null ? title : `${title} (${application.number})`,
    paragraphs: [
      sayNews(news.kind, actorName),
      ...about,
      ...(excerpt === "" ? [] : [cutText(excerpt, LONGEST_EXCERPT)]),
      `Ouvrir : ${world.origin}${href}`,
    ],
    why: whyMailed(world, person, `vos réglages disent « je suis prévenu quand ${when} »`),
    ...(application === undefined ? {} : { applicationId: application.id }),
  };
}

/** « Tâche pour vous, confiée par Nadia Officier. » */
export function sayNews(kind: NewsKind, actorName: string | null): string {
  const { title, by } = newsKinds[kind];
  return by === undefined || actorName === null ? `${title}.` : `${title}, ${by} ${actorName}.`;
}

/** « Dossier AC-2026-00042 « Titre », Organisme. » */
export function sayApplication(of: Pick<Application, "number" | "title" | "organisationName">): string {
  const named = of.title === "" ? "" : ` « ${of.title} »`;
  return `Dossier ${of.number ?? "en brouillon"}${named}, ${of.organisationName}.`;
}
