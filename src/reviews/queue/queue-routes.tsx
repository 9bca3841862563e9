import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { countWaitingProofs, maySeeProofs } from "#src/applications/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { type Env, type RequestContext, type Routes, remembered, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { mayUseQueue } from "../may.ts";
import { assignableAgents } from "./agents.ts";
import { bulkRoutes } from "./bulk/bulk-routes.tsx";
import { MOST_CHOSEN } from "./bulk/chosen.ts";
import { cellsOf, columnsOf } from "./columns/own-columns.tsx";
import { countFound, countsOfFacet, type Tally, tallyOf } from "./counts.ts";
import type { Reading } from "./filters/conditions.ts";
import type { Facet, FacetOption } from "./filters/facet.ts";
import { everyApplication, isPlain, KEEP_ORDER, queryOf, readFilter, valuesOf } from "./filters/filter.ts";
import { misread } from "./filters/misread.ts";
import { queueHome } from "./home.ts";
import { listRoutes } from "./list-routes.ts";
import { openingOf } from "./opening.ts";
import type { Queue } from "./part.ts";
import { requireQueue } from "./queue-guard-routes.ts";
import { QueuePageView } from "./queue-page.tsx";
import { chosenApplications, queuePage, votedTotals } from "./queue-store.ts";
import type { FacetView } from "./queue-view.ts";
import { serviceRoutes } from "./service/service-routes.tsx";
import { sheetRoutes } from "./sheets/sheet-routes.tsx";
import { savedViews } from "./views/saved-views.ts";
import { keepSettings, queueSettings } from "./views/settings.ts";
import { viewRoutes } from "./views/view-routes.tsx";

/** The queue, with what the slices bring to it. */
export function queueRoutes(world: World, queue: Queue): Routes {
  const routes = new Hono<Env>();
  routes.get(
    urls.queue.pattern,
    remembered(world, () => "*"),
    (c) => showQueue(c, world, queue, requireQueue(c, "read")),
  );
  routes.route("/", serviceRoutes(world, queue));
  routes.route("/", sheetRoutes(world, queue));
  routes.route("/", viewRoutes(world, queue));
  routes.route("/", bulkRoutes(world, queue));
  routes.route("/", listRoutes(world, queue));
  return routes;
}

async function showQueue(c: RequestContext, world: World, queue: Queue, visitor: SignedVisitor): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  if (query.get("garder") === KEEP_ORDER["garder"]) return keepOrder(c, world, queue, visitor);
  const home = queueHome(visitor);
  const tally = await tallyOf(world.db, queue.facets);
  const reader = { me: visitor.person.id, today: today(world.clock) };
  const view = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const settings = await queueSettings(tx, visitor.person.id);
    const filter = readFilter(query, await openingOf(tx, visitor, settings, queue.facets), queue.facets);
    const reading: Reading = { ...reader, filter, facets: queue.facets };
    const columns = columnsOf(queue.columns, settings.columns);
    const page = await queuePage(tx, reading);
    return {
      settings,
      filter,
      columns,
      page,
      cell: await cellsOf(tx, columns, page.rows, reader),
      facets: await facetViews(tx, queue.facets, reading, tally),
      voted: await votedTotals(tx, reading, home.waits),
      found: isPlain(filter) ? null : await countFound(tx, reading),
      agents: await assignableAgents(tx),
      views: await savedViews(tx, visitor.person.id),
      all: query.get("choix") === "tous" ? await allOf(tx, reading) : null,
      waitingProofs: maySeeProofs(visitor) ? await countWaitingProofs(tx) : null,
    };
  });
  return respondPage(
    c,
    world,
    { title: "Dossiers", current: urls.queue.href(), density: "compact", scripts: ["queue"] },
    <QueuePageView
      {...view}
      misread={misread(query, queue.facets)}
      waits={home.waits}
      counts={tally.states}
      acts={queue.acts.filter((act) => act.may(visitor))}
      may={{
        assign: mayUseQueue(visitor, "assign"),
        saveView: mayUseQueue(visitor, "save-view"),
        report: mayUseQueue(visitor, "bring-to-vote"),
      }}
      formKey={randomUUID()}
    />,
  );
}

/** A link that sorts was followed: the order stays the reader's, and the list has its plain address. */
async function keepOrder(c: RequestContext, world: World, queue: Queue, visitor: SignedVisitor): Promise<Response> {
  const filter = readFilter(new URL(c.req.url).searchParams, everyApplication, queue.facets);
  const { sort, descending } = filter;
  const { id } = visitor.person;
  await inTransaction(world.db, readerOf(visitor), (tx) => keepSettings(tx, id, { order: { sort, descending } }));
  world.pages.forgetReader(`${id} `);
  return c.redirect(urls.queue.href({}, queryOf(filter)), 303);
}

async function allOf(tx: Tx, reading: Reading) {
  const files = await chosenApplications(tx, reading, MOST_CHOSEN + 1);
  return { files: files.slice(0, MOST_CHOSEN), isMore: files.length > MOST_CHOSEN };
}

async function facetViews(
  tx: Tx,
  facets: readonly Facet[],
  reading: Reading,
  tally: Tally,
): Promise<readonly FacetView[]> {
  const views: FacetView[] = [];
  for (const facet of facets) {
    const options = await facet.options(tx);
    const counts = countsOfFacet(tally, facet, reading.filter, facets, reading);
    const asked = valuesOf(reading.filter, facet.name).map((value) => wordsOf(facet, options, value));
    views.push({
      name: facet.name,
      label: facet.label,
      hidden: facet.hidden === true,
      asked,
      options: options.map((one) => ({ ...one, count: counts === null ? null : (counts.get(one.value) ?? 0) })),
    });
  }
  return views;
}

function wordsOf(facet: Facet, options: readonly FacetOption[], value: string): string {
  return options.find((one) => one.value === value)?.label ?? facet.words?.(value) ?? value;
}
