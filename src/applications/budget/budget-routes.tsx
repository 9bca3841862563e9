import { randomUUID } from "node:crypto";
import { mayEdit, policyDay } from "#src/life/index.ts";
import { notFound, type RequestContext, type Routes, requireSignedIn, respondPage } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { breadcrumbsOf, savedText } from "../draft/answer-section.tsx";
import { budgetCsv } from "./csv.ts";
import { namingErrors } from "./figures.ts";
import { figuresRoute } from "./figures-route.tsx";
import { importRoutes } from "./import-routes.tsx";
import { LinePage } from "./line-page.tsx";
import { findBudget, openBudget } from "./open-routes.ts";
import { tableState } from "./state-of.ts";
import { budgetWorkbook } from "./workbook.ts";

/** The budget beside its section: one line on its page, the figures while one types, spreadsheets in and out. */
export function budgetRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationBudgetLine.pattern, (c) => answerLine(c, world));
  routes.get(urls.applicationBudgetXlsx.pattern, async (c) => {
    const { table, application } = await findBudget(c, world);
    return download(await budgetWorkbook(table, application.raw), "budget.xlsx", XLSX);
  });
  routes.get(urls.applicationBudgetCsv.pattern, async (c) => {
    const { table, application } = await findBudget(c, world);
    return download(
      new TextEncoder().encode(budgetCsv(table, application.raw)),
      "budget.csv",
      "text/csv; charset=utf-8",
    );
  });
  routes.get(urls.applicationBudgetModel.pattern, async (c) => {
    const { table } = await findBudget(c, world);
    return download(await budgetWorkbook(table, {}), "modele-budget.xlsx", XLSX);
  });
  figuresRoute(routes, world);
  importRoutes(routes, world);
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function download(bytes: Uint8Array, name: string, type: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function answerLine(c: RequestContext, world: World): Promise<Response> {
  const { file, table } = await openBudget(c, world);
  const { application, reading } = file;
  const visitor = requireSignedIn(c);
  if (application.state !== "draft") return c.redirect(urls.application.href({ id: application.id }), 303);
  const shown = { raw: reading.raw, today: policyDay(world.clock.now()), mayEdit: mayEdit(visitor, application) };
  const budget = tableState(table, application.id, reading, shown);
  const line = budget.lines.find(({ index }) => String(index) === c.req.param("line"));
  if (line === undefined) return notFound();
  const errors = new Map([...namingErrors(table, reading.answers), ...reading.errors]);
  for (const gap of reading.gaps) if (gap.contradicts === true) errors.set(gap.path, gap.message);
  const title = `Ligne ${line.number} du budget`;
  return respondPage(
    c,
    world,
    {
      title,
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, title),
      scripts: ["autosave", "live"],
    },
    <LinePage
      file={file}
      budget={budget}
      line={line}
      state={{ reading, raw: reading.raw, errors, notes: new Map() }}
      page={randomUUID()}
      savedText={savedText(application, world)}
    />,
  );
}
