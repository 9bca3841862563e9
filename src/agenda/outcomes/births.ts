import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Birth, Births } from "#src/applications/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { type Read, rowsOf } from "#src/platform/database/read.ts";
import { hasBegun } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";

/** Requests for aid that come from an event, or from an idea said there. */
export const births: Births = {
  async find(world, tx, { event, idea }) {
    const occasion = await findOccasion(tx, { slug: event });
    if (occasion === null || occasion.nature !== "event" || !hasBegun(occasion, world.clock.now())) return null;
    const ideaTitle = (await titleOf(tx, occasion.id, idea)) ?? "";
    return { event, idea: ideaTitle === "" ? "" : idea, eventTitle: occasion.title, ideaTitle };
  },
  async keep(tx, at, applicationId, { event, idea }) {
    const occasion = await findOccasion(tx, { slug: event });
    if (occasion !== null) await nameEvent(tx, at, applicationId, { occasionId: occasion.id, ideaId: idea || null });
  },
};

async function titleOf(tx: Tx, occasionId: string, idea: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(idea)) return undefined;
  const row = await tx
    .selectFrom("idea")
    .select("title")
    .where("id", "=", idea)
    .where("occasion_id", "=", occasionId)
    .where("hidden_at", "is", null)
    .executeTakeFirst();
  return row?.title;
}

/** A request names one event, the last that is said; null takes it away. */
export async function nameEvent(
  tx: Tx,
  at: Temporal.Instant,
  applicationId: string,
  named: { readonly occasionId: string; readonly ideaId: string | null } | null,
): Promise<void> {
  await tx.deleteFrom("occasion_application").where("application_id", "=", applicationId).execute();
  if (named === null) return;
  await tx
    .insertInto("occasion_application")
    .values({
      application_id: applicationId,
      occasion_id: named.occasionId,
      idea_id: named.ideaId,
      at: at.toString(),
    })
    .execute();
}

/** The event that a request names, as this reader may know it. */
export function birthOf(applicationId: string): Read<Birth | null> {
  const query = sql<Birth>`
    SELECT o.slug AS event, o.title AS "eventTitle", coalesce(i.id::text, '') AS idea, coalesce(i.title, '') AS "ideaTitle"
    FROM occasion_application x JOIN occasion o ON o.id = x.occasion_id LEFT JOIN idea i ON i.id = x.idea_id
    WHERE x.application_id = ${applicationId}`;
  return rowsOf(query, ([birth]) => birth ?? null);
}

/** Events where a request may be born: those that have begun, the last first. */
export async function birthplaces(
  tx: Tx,
  now: Temporal.Instant,
): Promise<
  readonly { readonly id: string; readonly slug: string; readonly title: string; readonly startsAt: Temporal.Instant }[]
> {
  const rows = await tx
    .selectFrom("occasion")
    .select(["id", "slug", "title", "starts_at as startsAt"])
    .where("nature", "=", "event")
    .where("state", "=", "published")
    .where("starts_at", "<=", now)
    .orderBy("starts_at", "desc")
    .limit(60)
    .execute();
  return rows;
}
