import type { Temporal } from "temporal-polyfill";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import type { Application } from "../application.ts";
import { type NewsKind, newsKinds, type Way } from "./kinds.ts";
import { awayOn } from "./leave.ts";
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

/** Tells people on their desk, and by mail at once where they set so; the deputies of those who are away are told too. */
export function tellNews(world: Pick<World, "config" | "origin">, tx: Tx, news: News): Promise<void> {
  return asServiceWithin(tx, async () => {
    const told = await readersOf(tx, news);
    if (told.size === 0) return;
    const people = await tx
      .selectFrom("person")
      .leftJoin("mail_choice as c", (join) => join.onRef("c.person_id", "=", "person.id").on("c.kind", "=", news.kind))
      .select(["person.id", "person.email", "c.way"])
      .where("person.id", "in", [...told.keys()])
      .orderBy("person.id")
      .execute();
    for (const { id, email, way: chosen } of people) {
      const way = (chosen as Way | null) ?? newsKinds[news.kind].usual;
      const isNew = await addNews(tx, news, id, told.get(id) ?? null, way);
      if (isNew && way === "now") await mailNews(world, tx, news, { id, email });
    }
  });
}

/** Each who is told, with whom they stand in for. */
async function readersOf(tx: Tx, { to, actor, at }: News): Promise<ReadonlyMap<string, string | null>> {
  const told = new Map<string, string | null>();
  if (to.length === 0) return told;
  const away = await awayOn(tx, legalDay(at).toString());
  for (const { personId, deputyId } of away) if (to.includes(personId)) told.set(deputyId, personId);
  for (const person of to) told.set(person, null);
  if (actor !== null) told.delete(actor);
  return told;
}

async function addNews(tx: Tx, news: News, person: string, inPlaceOf: string | null, way: Way): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("news")
    .values({
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
    })
    .onConflict((clash) => clash.columns(["person_id", "about"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function mailNews(
  world: Pick<World, "config" | "origin">,
  tx: Tx,
  news: News,
  reader: { readonly id: string; readonly email: string },
): Promise<void> {
  const { application, excerpt = "" } = news;
  const { title, when } = newsKinds[news.kind];
  const href = application === undefined ? (news.href ?? urls.today.href()) : urls.review.href({ id: application.id });
  const about = application === undefined ? [] : [sayFile(application)];
  await postMail(world, tx, news.at, {
    to: reader.email,
    subject: application?.number == null ? title : `${title} (${application.number})`,
    paragraphs: [
      `${title}.`,
      ...about,
      ...(excerpt === "" ? [] : [cutText(excerpt, LONGEST_EXCERPT)]),
      `Ouvrir : ${world.origin}${href}`,
    ],
    why: whyMailed(world, reader.id, `vos réglages disent « je suis prévenu quand ${when} »`),
    ...(application === undefined ? {} : { applicationId: application.id }),
  });
}

/** « Dossier AC-2026-00042 « Titre », Organisme. » */
export function sayFile(of: Pick<Application, "number" | "title" | "organisationName">): string {
  const named = of.title === "" ? "" : ` « ${of.title} »`;
  return `Dossier ${of.number ?? "en brouillon"}${named}, ${of.organisationName}.`;
}
