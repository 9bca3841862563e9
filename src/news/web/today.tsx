import { randomUUID } from "node:crypto";
import type { JSX } from "preact";
import { callsToAnswer, callsToPublish } from "#src/calls/index.ts";
import { awayOn } from "#src/life/index.ts";
import { hasAgentRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { type RequestContext, requireAgent, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { countProposed, reviewRights } from "#src/reviews/index.ts";
import { urls } from "#src/urls.ts";
import { countUnread, dueFor, listNews, NEWS_PAGE, ownTasks } from "../store.ts";
import type { DayPart } from "./day-part.ts";
import { TodayPage } from "./today-page.tsx";
import type { TodaySideProps } from "./today-side.tsx";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SOON_DAYS = 7;

/** The day of an agent; with what was typed where a task was refused. */
export async function showToday(
  c: RequestContext,
  world: World,
  parts: readonly DayPart[],
  refused?: TodaySideProps["refused"],
): Promise<Response> {
  const visitor = requireAgent(c);
  const { id } = visitor.person;
  const asked = c.req.query("avant") ?? "";
  const before = UUID.test(asked) ? asked : null;
  const day = today(world.clock);
  const until = day.add({ days: SOON_DAYS }).toString();
  const read = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    news: await listNews(tx, id, before),
    unread: await countUnread(tx, id),
    due: await dueFor(tx, id, until),
    tasks: await ownTasks(tx, id),
    toValidate: await countProposed(tx, visitor),
    toPublish: await callsToPublish(tx, visitor),
    toAnswer: await callsToAnswer(tx, visitor),
    absent: (await awayOn(tx, day.toString())).filter(({ deputyId }) => deputyId === id),
    parts: await partsOf(world, tx, visitor, parts),
  }));
  const last = read.news.length === NEWS_PAGE ? read.news.at(-1)?.id : undefined;
  const page = (
    <TodayPage
      reader={id}
      day={day.toString()}
      {...read}
      newKey={hasAgentRole(visitor, ...reviewRights.task.roles) ? randomUUID : null}
      {...(refused === undefined ? null : { refused })}
      {...(last === undefined ? null : { next: urls.today.href({}, { avant: last }) })}
    />
  );
  const status = refused === undefined ? 200 : 422;
  return respondPage(c, world, { title: "Aujourd’hui", current: urls.today.href(), density: "compact", status }, page);
}

async function partsOf(world: World, tx: Tx, visitor: SignedVisitor, parts: readonly DayPart[]) {
  const found: JSX.Element[] = [];
  for (const part of parts) found.push(...[await part(world, tx, visitor)].filter((one) => one !== null));
  return found;
}
