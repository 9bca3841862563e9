import { Hono } from "hono";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { type Env, type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { type QueueFilter, queryOf, readFilter, withoutPage } from "../filters/filter.ts";
import { openingOf } from "../opening.ts";
import type { Queue } from "../part.ts";
import { requireQueue } from "../queue-guard-routes.ts";
import { queueSettings } from "../views/settings.ts";
import { csvStream } from "./csv.ts";
import { type SheetOf, sheetLines } from "./lines.ts";
import type { SheetColumn } from "./sheet.ts";
import { SheetPage } from "./sheet-page.tsx";
import { xlsxStream } from "./xlsx.ts";

export type SheetFormat = "csv" | "xlsx";

/** The list as a sheet: which columns, then the file itself. */
export function sheetRoutes(world: World, queue: Queue): Routes {
  const routes = new Hono<Env>();

  const filterOf = (c: RequestContext, visitor: SignedVisitor): Promise<QueueFilter> =>
    inTransaction(world.db, readerOf(visitor), async (tx) => {
      const settings = await queueSettings(tx, visitor.person.id);
      const opening = await openingOf(tx, visitor, settings, queue.facets);
      const query = new URL(c.req.url).searchParams;
      query.delete("colonne");
      return withoutPage(readFilter(query, opening, queue.facets));
    });

  const send = async (c: RequestContext, format: SheetFormat) => {
    const visitor = requireQueue(c, "export");
    const list = { filter: await filterOf(c, visitor), facets: queue.facets };
    const columns = new URL(c.req.url).searchParams.getAll("colonne");
    return sheetResponse(world, queue, visitor, { list }, columns, format);
  };

  routes.get(urls.queueExport.pattern, (c) => send(c, "csv"));
  routes.get(urls.queueWorkbook.pattern, (c) => send(c, "xlsx"));

  routes.get(urls.queueSheet.pattern, async (c) => {
    const filter = await filterOf(c, requireQueue(c, "export"));
    const back = urls.queue.href({}, queryOf(filter));
    return respondPage(
      c,
      world,
      { title: "Exporter la liste", current: urls.queue.href(), density: "compact" },
      <SheetPage
        title="Exporter la liste"
        lead="Un fichier pour tableur ou programme : une ligne par dossier de la liste, dans son ordre."
        columns={queue.sheet}
        back={back}
        send={{ method: "get", csv: urls.queueExport.href(), xlsx: urls.queueWorkbook.href(), filter }}
      />,
    );
  });

  return routes;
}

/** A sheet to download; all its columns where none is named. */
export function sheetResponse(
  world: World,
  queue: Queue,
  visitor: SignedVisitor,
  of: SheetOf,
  named: readonly string[],
  format: SheetFormat,
): Response {
  const day = today(world.clock);
  const chosen = queue.sheet.filter(({ key }) => named.includes(key));
  const columns: readonly SheetColumn[] = chosen.length === 0 ? queue.sheet : chosen;
  const headers = columns.map(({ header }) => header);
  const lines = sheetLines(world, visitor, of, columns, {
    me: visitor.person.id,
    today: day,
    funder: world.config.funder,
  });
  return new Response(format === "csv" ? csvStream(headers, lines) : xlsxStream("Dossiers", headers, lines), {
    headers: {
      "content-type":
        format === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="dossiers-${day.toString()}.${format}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
