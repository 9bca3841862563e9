import { etag } from "hono/etag";
import { Temporal } from "temporal-polyfill";
import { territory } from "#policy/index.ts";
import { writesForSome } from "#src/people/index.ts";
import {
  answerBadFilter,
  type RequestContext,
  type Routes,
  respondPage,
  type Searched,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { formatMonth } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { listDays } from "../occasions/slot-store.ts";
import { type AgendaQuery, boundsOfMonth, readAgendaQuery, readFilter } from "./agenda.ts";
import { AgendaPage } from "./agenda-page.tsx";
import { agendaApiRoutes } from "./api.ts";
import { feedOf } from "./atom.ts";
import { calendarOf } from "./ical.ts";
import { countByDepartment, listAgenda, listComing, nextMonth } from "./store.ts";

const SEARCHED: Searched = { title: "Agenda", href: urls.agenda.href(), all: "Voir tout l’agenda" };
/** How many coming occasions a calendar or a feed tells of. */
const FEED_LENGTH = 200;

export function calendarRoutes(routes: Routes, world: World): void {
  agendaApiRoutes(routes, world);
  routes.get(urls.agenda.pattern, etag({ weak: true }), (c) => answerAgenda(c, world));
  routes.get(urls.agendaCalendar.pattern, etag({ weak: true }), async (c) => {
    const read = readFilter(c.req.query());
    if ("bad" in read) return answerBadFilter(c, world, read.bad, SEARCHED);
    const { found, days } = await inTransaction(world.db, "public", async (tx) => {
      const coming = await listComing(tx, read.filter, monthAgo(world), FEED_LENGTH);
      return { found: coming, days: await listDays(tx, coming) };
    });
    return calendarResponse(calendarOf(world, `Agenda, ${world.config.funder.name}`, found, days));
  });
  routes.get(urls.agendaFeed.pattern, etag({ weak: true }), async (c) => {
    const read = readFilter(c.req.query());
    if ("bad" in read) return answerBadFilter(c, world, read.bad, SEARCHED);
    const found = await inTransaction(world.db, "public", (tx) =>
      listComing(tx, read.filter, world.clock.now(), FEED_LENGTH),
    );
    return new Response(feedOf(world, found), {
      headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "public, max-age=300" },
    });
  });
}

/** A calendar keeps what is just over: programs would otherwise take it away from who was there. */
function monthAgo(world: World) {
  return world.clock.now().subtract({ hours: 24 * 31 });
}

export function calendarResponse(text: string): Response {
  return new Response(text, {
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}

async function answerAgenda(c: RequestContext, world: World): Promise<Response> {
  const day = today(world.clock);
  const read = readAgendaQuery(c.req.query(), day);
  if ("bad" in read) return answerBadFilter(c, world, read.bad, SEARCHED);
  const { query, listed, counts, next } = await inTransaction(world.db, "public", async (tx) => {
    const here = await listMonth(tx, read.query, world.clock.now());
    // The end of a month is no reason to show an empty page: one is led to where something is to come.
    if (read.query.isChosen || here.listed.length > 0 || here.next === null) return { query: read.query, ...here };
    const query = { ...read.query, month: Temporal.PlainDate.from(`${here.next.month}-01`) };
    return { query, ...(await listMonth(tx, query, world.clock.now())) };
  });
  const visitor = c.get("visitor");
  const page = (
    <AgendaPage
      isSignedIn={visitor.person !== null}
      query={query}
      today={day}
      listed={listed}
      counts={counts}
      next={next}
      mayPropose={writesForSome(visitor)}
    />
  );
  const options = {
    title: `Agenda, ${formatMonth(query.month)}`,
    description: `Les événements et les formations pour les équipes des structures de formation, ${territory.where} et à distance.`,
    current: urls.agenda.href(),
    public: true,
  };
  return respondPage(c, world, options, page);
}

/** A month as it was asked for, or what is left of it; and the next one in which something is announced. */
async function listMonth(tx: Tx, query: AgendaQuery, now: Temporal.Instant) {
  const { from, until } = boundsOfMonth(query.month);
  const isLeft = !query.isChosen && query.view === "list" && Temporal.Instant.compare(from, now) < 0;
  const begin = isLeft ? now : from;
  return {
    listed: await listAgenda(tx, query, begin, until),
    counts: await countByDepartment(tx, query, begin, until),
    next: await nextMonth(tx, query, until),
  };
}
