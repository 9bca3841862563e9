import { Hono } from "hono";
import { readerOf } from "#src/people/index.ts";
import { type Env, idParam, notFound, type RequestContext, type Routes, setFlash } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { everyApplication, queryOf } from "./filters/filter.ts";
import { listQuery, neighbours, readList } from "./list.ts";
import type { Queue } from "./part.ts";
import { requireQueue } from "./queue-guard-routes.ts";

/**
 * From a file to the next or the previous one of the list one came from, as the list stands when one asks: a page of a
 * file leads there by a plain link, and reads no list itself.
 */
export function listRoutes(world: World, queue: Queue): Routes {
  const routes = new Hono<Env>();
  const lead = async (c: RequestContext, way: "previous" | "next") => {
    const visitor = requireQueue(c, "read");
    const id = idParam(c, "id");
    const filter = readList(new URL(c.req.url).searchParams, everyApplication, queue.facets);
    const list = filter ?? { ...everyApplication, atLeast: null, atMost: null, search: "", cursor: null };
    const reading = { filter: list, facets: queue.facets, me: visitor.person.id, today: today(world.clock) };
    const beside = await inTransaction(world.db, readerOf(visitor), (tx) => neighbours(tx, reading, id));
    if (beside === null) return notFound();
    const other = beside[way];
    if (other !== null) return c.redirect(urls.review.href({ id: other.id }, listQuery(list)), 303);
    setFlash(
      c,
      "info",
      way === "next" ? "C’était le dernier dossier de la liste." : "C’était le premier dossier de la liste.",
    );
    return c.redirect(urls.queue.href({}, queryOf(list)), 303);
  };
  routes.get(urls.reviewNext.pattern, (c) => lead(c, "next"));
  routes.get(urls.reviewPrevious.pattern, (c) => lead(c, "previous"));
  return routes;
}
