import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  type RequestContext,
  type Routes,
  remembered,
  requireAgent,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { mayUseQueue } from "../may.ts";
import { assignFiles, type BatchResult, declareComplete } from "./batch.ts";
import { queueHome } from "./home.ts";
import { LeftOutPage } from "./left-out-page.tsx";
import { misread } from "./misread.ts";
import { type HomeFilter, isPlain, type QueueFilter, queryOf, readFilter, withoutPage } from "./queue.ts";
import { exportQueue } from "./queue-export.ts";
import { QueuePageView } from "./queue-page.tsx";
import { assignableAgents, countUpTo, queuePage, stateCounts, votedTotals } from "./queue-store.ts";
import { removeView, savedViews, saveView } from "./saved-views.ts";

/** Past this many, a person only needs to know that there are many. */
const COUNT_BOUND = 1001;

export function queueRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(
    urls.queue.pattern,
    remembered(world, () => "*"),
    async (c) => {
      const visitor = requireQueue(c, "read");
      const home = queueHome(visitor);
      const filter = readFilter(new URL(c.req.url).searchParams, home.filter);
      const reading = { filter, me: visitor.person.id, today: today(world.clock) };
      const counts = await stateCounts(world.db);
      const loaded = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
        page: await queuePage(tx, reading),
        voted: await votedTotals(tx, reading, home.waits),
        found: isPlain(filter) ? null : await countUpTo(tx, reading, COUNT_BOUND),
        agents: await assignableAgents(tx),
        views: await savedViews(tx, visitor.person.id),
      }));
      return respondPage(
        c,
        world,
        { title: "Dossiers", current: urls.queue.href(), density: "compact" },
        <QueuePageView
          {...loaded}
          found={loaded.found === COUNT_BOUND ? Number.POSITIVE_INFINITY : loaded.found}
          filter={filter}
          misread={misread(new URL(c.req.url).searchParams)}
          waits={home.waits}
          counts={counts}
          me={visitor.person.id}
          today={reading.today.toString()}
          placeName={(code) => communeByCode(code)?.name ?? code}
          may={{
            assign: mayUseQueue(visitor, "assign"),
            saveView: mayUseQueue(visitor, "save-view"),
            report: mayUseQueue(visitor, "bring-to-vote"),
          }}
        />,
      );
    },
  );

  routes.get(urls.queueExport.pattern, (c) => {
    const visitor = requireQueue(c, "export");
    const filter = withoutPage(readFilter(new URL(c.req.url).searchParams, queueHome(visitor).filter));
    return csvResponse(world, visitor, filter, null);
  });

  routes.post(urls.queueViews.pattern, async (c) => {
    const visitor = requireQueue(c, "save-view");
    const fields = await readForm(c);
    const name = cutText(text(fields, "nom"), 60);
    const query = normalisedQuery(text(fields, "requete"), queueHome(visitor).filter);
    if (name === "") setFlash(c, "warning", "Donnez un nom à la vue pour la garder.");
    else {
      await inTransaction(world.db, readerOf(visitor), (tx) =>
        saveView(tx, visitor.person.id, { name, query }, world.clock.now()),
      );
      setFlash(c, "success", `La vue « ${name} » est gardée.`);
    }
    return c.redirect(`${urls.queue.href()}${query}`, 303);
  });

  routes.post(urls.queueView.pattern, async (c) => {
    const visitor = requireQueue(c, "save-view");
    const id = c.req.param("view");
    if (!isUuid(id)) throw new HTTPException(404);
    await inTransaction(world.db, readerOf(visitor), (tx) => removeView(tx, visitor.person.id, id));
    setFlash(c, "success", "La vue est retirée.");
    return c.redirect(urls.queue.href(), 303);
  });

  routes.post(urls.queueActions.pattern, async (c) => {
    const fields = await readForm(c);
    const chosen = [...new Set(texts(fields, "dossier").filter(isUuid))].slice(0, 200);
    const action = text(fields, "action");
    const visitor = requireQueue(c, actRights[action] ?? "export");
    const back = backTo(text(fields, "retour"));
    if (chosen.length === 0) {
      setFlash(c, "warning", "Choisissez au moins un dossier dans la liste.");
      return c.redirect(back, 303);
    }
    switch (action) {
      case "affecter": {
        const to = text(fields, "agent");
        const person = to === "moi" ? visitor.person.id : to === "personne" ? null : to;
        const result = await assignFiles(world, visitor, chosen, person);
        return tell(c, world, result, ["affecté", "affectés"], back);
      }
      case "complets": {
        const result = await declareComplete(world, visitor, chosen);
        return tell(c, world, result, ["déclaré complet", "déclarés complets"], back);
      }
      case "exporter":
        return csvResponse(world, visitor, filterOf(back, queueHome(visitor).filter), new Set(chosen));
      case "rapport":
        return c.redirect(urls.commissionReport.href({}, { dossier: chosen }), 303);
      default:
        throw new HTTPException(400);
    }
  });

  return routes;
}

/** What each act on the files chosen asks for; an export otherwise. */
const actRights: Readonly<Record<string, Parameters<typeof mayUseQueue>[1]>> = {
  affecter: "assign",
  complets: "assign",
  rapport: "bring-to-vote",
};

function requireQueue(c: RequestContext, act: Parameters<typeof mayUseQueue>[1]): SignedVisitor {
  const visitor = requireAgent(c);
  return mayUseQueue(visitor, act) ? visitor : forbidden();
}

/** What an act over several files did: a sentence above the list; a page of its own where some were left as they were. */
function tell(
  c: RequestContext,
  world: World,
  result: BatchResult,
  [one, many]: readonly [string, string],
  back: string,
): Response | Promise<Response> {
  const done = result.done === 0 ? "Aucun dossier" : plural(result.done, "dossier");
  const did = `${done} ${result.done < 2 ? one : many}.`;
  if (result.left.length === 0) {
    setFlash(c, "success", did);
    return c.redirect(back, 303);
  }
  const { length } = result.left;
  const title = `${plural(length, "dossier")} ${length < 2 ? "laissé tel quel" : "laissés tels quels"}`;
  return respondPage(
    c,
    world,
    {
      title,
      current: urls.queue.href(),
      density: "compact",
      breadcrumbs: [{ label: "Dossiers", href: back }, { label: title }],
    },
    <LeftOutPage title={title} done={did} left={result.left} back={back} />,
  );
}

function csvResponse(
  world: World,
  visitor: SignedVisitor,
  filter: QueueFilter,
  only: ReadonlySet<string> | null,
): Response {
  const day = today(world.clock);
  return new Response(exportQueue(world, visitor, filter, day, only), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="dossiers-${day.toString()}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Only what the queue itself writes is kept in a view or followed back. */
function normalisedQuery(query: string, home: HomeFilter): string {
  const filter = withoutPage(readFilter(new URLSearchParams(query), home));
  return urls.queue.href({}, queryOf(filter)).slice(urls.queue.href().length);
}

function filterOf(back: string, home: HomeFilter): QueueFilter {
  const at = back.indexOf("?");
  return withoutPage(readFilter(new URLSearchParams(at === -1 ? "" : back.slice(at)), home));
}

function backTo(href: string): string {
  return href === urls.queue.href() || href.startsWith(`${urls.queue.href()}?`) ? href : urls.queue.href();
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
