import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { RequestContext, Routes } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { problemResponse } from "#src/platform/http/problem.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import type { Nature } from "../occasions/occasion.ts";
import { calendarAddress } from "../occasions/words.ts";
import { type BadFilter, readFilter } from "./agenda.ts";
import { MOST_ITEMS, USUAL_ITEMS } from "./api-schema.ts";
import { type Listed, listPage } from "./store.ts";

/** The agenda as JSON: pages by cursor, filters named as on the page. No account, no cookie, any site. */
export function agendaApiRoutes(routes: Routes, world: World): void {
  const open = cors({ origin: "*", allowMethods: ["GET"], maxAge: 86_400 });
  for (const [url, nature] of [
    [urls.events, "event"],
    [urls.trainingSessions, "session"],
  ] as const) {
    routes.get(url.pattern, open, etag({ weak: true }), (c) => answerPage(c, world, nature, url.href()));
  }
}

async function answerPage(c: RequestContext, world: World, nature: Nature, path: string): Promise<Response> {
  const query = c.req.query();
  const asked = readPage(query);
  if ("bad" in asked) return refused(asked.bad);
  const { filter, limit, after, from } = asked;
  const found = await inTransaction(world.db, "public", (tx) =>
    listPage(tx, nature, filter, { from, after, limit: limit + 1 }),
  );
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last !== undefined ? cursorOf(last) : null;
  const search = new URLSearchParams({ ...query, cursor: next ?? "" });
  const body = {
    items: items.map((one) => itemOf(world, one)),
    next: next === null ? null : `${world.origin}${path}?${search}`,
  };
  return c.json(body, 200, { "cache-control": "public, max-age=60" });
}

function readPage(query: Readonly<Record<string, string>>) {
  const read = readFilter(query);
  if ("bad" in read) return read;
  const limit = query.limit === undefined ? USUAL_ITEMS : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ITEMS) {
    return { bad: { name: "limit", detail: `un nombre de 1 à ${MOST_ITEMS}` } };
  }
  const after = readCursor(query.cursor ?? "");
  if (after === undefined) return { bad: { name: "cursor", detail: "la valeur donnée par la page précédente" } };
  const from = readInstant(query.from ?? "");
  if (from === undefined) return { bad: { name: "from", detail: "un instant, comme 2026-12-01T00:00:00Z" } };
  return { filter: read.filter, limit, after, from };
}

/** The hour to the microsecond, which is how the rows are ordered, and the identifier. */
function cursorOf(occasion: Listed): string {
  return Buffer.from(`${occasion.startsAt.toString()} ${occasion.id}`).toString("base64url");
}

function readCursor(text: string): { readonly at: string; readonly id: string } | null | undefined {
  if (text === "") return null;
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString().split(" ");
  const instant = readInstant(at);
  return instant && z.uuid().safeParse(id).success ? { at: instant.toString(), id } : undefined;
}

function readInstant(text: string): Temporal.Instant | null | undefined {
  if (text === "") return null;
  try {
    const instant = Temporal.Instant.from(text);
    const { year } = instant.toZonedDateTimeISO("UTC");
    return year >= 1900 && year <= 2200 ? instant : undefined;
  } catch {
    return undefined;
  }
}

function itemOf(world: World, one: Listed) {
  return {
    id: one.id,
    url: world.origin + urls.agendaItem.href({ slug: one.slug }),
    calendar: world.origin + calendarAddress(one),
    kind: one.kind,
    title: one.title,
    summary: one.summary,
    problem: one.problem,
    state: one.state,
    startsAt: one.startsAt.toString(),
    endsAt: one.endsAt.toString(),
    movedFrom: one.movedFrom?.toString() ?? null,
    place: one.place,
    address: one.address,
    commune: one.commune,
    communeName: one.commune === null ? null : (communeByCode(one.commune)?.name ?? null),
    department: one.department,
    remote: one.isRemote,
    transitions: one.transitions,
    audience: one.audience,
    organiser: one.organiser,
    freePlaces: one.free,
    waiting: one.waiting,
    updatedAt: one.updatedAt.toString(),
  };
}

function refused(bad: BadFilter): Response {
  return problemResponse({
    type: `${urls.api.href()}#erreurs`,
    title: "Filtre refusé",
    status: 400,
    detail: `Le filtre ${bad.name} n’est pas compris : ${bad.detail}.`,
    errors: [{ pointer: `/${bad.name}`, detail: bad.detail }],
  });
}
