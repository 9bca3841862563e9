import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { readerOf } from "#src/people/index.ts";
import { type Env, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tooLong } from "#text/index.ts";
import { ColumnsPage } from "../columns/columns-page.tsx";
import { columnsOf } from "../columns/own-columns.tsx";
import { queryOf, readFilter, withoutPage } from "../filters/filter.ts";
import { openingOf } from "../opening.ts";
import type { Queue } from "../part.ts";
import { backToDesk, backToQueue, requireQueue } from "../queue-guard-routes.ts";
import { removeView, saveView, shareView, viewQuery } from "./saved-views.ts";
import { keepSettings, queueSettings } from "./settings.ts";

/** Views kept and shared, columns, keys: how each agent has the queue. */
export function viewRoutes(world: World, queue: Queue): Routes {
  const routes = new Hono<Env>();

  routes.post(urls.queueViews.pattern, async (c) => {
    const visitor = requireQueue(c, "save-view");
    const fields = await readForm(c);
    const name = text(fields, "nom");
    const wrong = name === "" ? "Donnez un nom à la vue pour la garder." : tooLong(name, 60);
    const me = visitor.person.id;
    const query = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const opening = await openingOf(tx, visitor, await queueSettings(tx, me), queue.facets);
      // Only what the queue itself writes is kept in a view.
      const filter = withoutPage(readFilter(new URLSearchParams(text(fields, "requete")), opening, queue.facets));
      const kept = urls.queue.href({}, queryOf(filter)).slice(urls.queue.href().length);
      if (wrong === null) {
        const shared = text(fields, "partagee") === "oui";
        await saveView(tx, me, { name, query: kept, shared }, world.clock.now());
      }
      return kept;
    });
    if (wrong !== null) setFlash(c, "warning", wrong);
    else setFlash(c, "success", `La vue « ${name} » est gardée.`);
    return c.redirect(`${urls.queue.href()}${query}`, 303);
  });

  routes.post(urls.queueView.pattern, async (c) => {
    const visitor = requireQueue(c, "save-view");
    const id = c.req.param("view");
    if (!isUuid(id)) throw new HTTPException(404);
    const gesture = text(await readForm(c), "geste");
    const me = visitor.person.id;
    await inTransaction(world.db, readerOf(visitor), (tx) =>
      gesture === "partager" || gesture === "garder"
        ? shareView(tx, me, id, gesture === "partager")
        : removeView(tx, me, id),
    );
    const done = gesture === "partager" ? "partagée" : gesture === "garder" ? "de nouveau à vous seul" : "retirée";
    setFlash(c, "success", `La vue est ${done}.`);
    return c.redirect(urls.queue.href(), 303);
  });

  routes.post(urls.queueSettings.pattern, async (c) => {
    const visitor = requireQueue(c, "read");
    const fields = await readForm(c);
    const start = text(fields, "depart");
    const keys = text(fields, "touches");
    await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const isView = isUuid(start) && (await viewQuery(tx, start)) !== null;
      if (isView || start === "aucune") {
        await keepSettings(tx, visitor.person.id, { startView: isView ? start : null, order: null });
      }
      if (keys === "oui" || keys === "non") await keepSettings(tx, visitor.person.id, { keys: keys === "oui" });
    });
    if (start !== "") setFlash(c, "success", "La liste s’ouvrira ainsi la prochaine fois.");
    if (keys !== "") setFlash(c, "success", `Les touches sont ${keys === "oui" ? "actives" : "désactivées"}.`);
    return c.redirect(backToDesk(text(fields, "retour")), 303);
  });

  routes.get(urls.queueColumns.pattern, async (c) => {
    const visitor = requireQueue(c, "read");
    const settings = await inTransaction(world.db, readerOf(visitor), (tx) => queueSettings(tx, visitor.person.id));
    const shown = columnsOf(queue.columns, settings.columns).map(({ key }) => key);
    // The order that was being made travels in the address; what is not shown follows what is.
    const order = c.req.queries("ordre") ?? shown;
    return respondPage(
      c,
      world,
      { title: "Colonnes de la liste", current: urls.queue.href(), density: "compact" },
      <ColumnsPage
        all={inOrder(queue, order)}
        shown={c.req.queries("ordre") === undefined ? shown : (c.req.queries("colonne") ?? [])}
        back={backToQueue(c.req.query("retour") ?? "")}
      />,
    );
  });

  routes.post(urls.queueColumns.pattern, async (c) => {
    const visitor = requireQueue(c, "read");
    const fields = await readForm(c);
    const retour = backToQueue(text(fields, "retour"));
    const shown = texts(fields, "colonne");
    const order = inOrder(queue, texts(fields, "ordre")).map(({ key }) => key);
    const [gesture = "", moved = ""] = text(fields, "geste").split(" ");
    if (gesture === "monter" || gesture === "descendre") {
      const ordre = move(order, moved, gesture === "monter" ? -1 : 1);
      return c.redirect(urls.queueColumns.href({}, { retour, ordre, colonne: shown }), 303);
    }
    const columns = gesture === "origine" ? [] : order.filter((key) => shown.includes(key));
    await inTransaction(world.db, readerOf(visitor), (tx) => keepSettings(tx, visitor.person.id, { columns }));
    setFlash(c, "success", "Vos colonnes sont gardées.");
    return c.redirect(retour, 303);
  });

  return routes;
}

/** Every column once: those named first, in their order. */
function inOrder({ columns }: Queue, order: readonly string[]) {
  const named = [...new Set(order)].flatMap((key) => columns.find((one) => one.key === key) ?? []);
  return [...named, ...columns.filter((one) => !named.includes(one))];
}

function move(order: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(key);
  const to = from + by;
  if (from === -1 || to < 0 || to >= order.length) return order;
  const moved = order.filter((one) => one !== key);
  return [...moved.slice(0, to), key, ...moved.slice(to)];
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
