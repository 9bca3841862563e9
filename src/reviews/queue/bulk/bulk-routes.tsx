import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  type RequestContext,
  type Routes,
  requireAgent,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { BulkAct, Queue } from "../part.ts";
import { backToQueue, requireQueue } from "../queue-guard-routes.ts";
import { queueRows } from "../queue-store.ts";
import { SheetPage } from "../sheets/sheet-page.tsx";
import { sheetResponse } from "../sheets/sheet-routes.tsx";
import { BulkPage } from "./bulk-page.tsx";
import { type Chosen, readChosen, writeChosen } from "./chosen.ts";
import { lastActs, perform } from "./perform.ts";
import { ResultPage, sayDone, titleOf } from "./result-page.tsx";

interface Asked {
  readonly visitor: SignedVisitor;
  readonly fields: FormFields;
  readonly chosen: readonly Chosen[];
  readonly back: string;
}

/** What is done with the files that were chosen in the list. */
export function bulkRoutes(world: World, queue: Queue): Routes {
  const routes = new Hono<Env>();
  routes.post(urls.queueActions.pattern, async (c) => {
    const fields = await readForm(c);
    const action = text(fields, "action");
    const visitor = requireAgent(c);
    const act = queue.acts.find(({ key }) => key === action);
    if (act === undefined) requireQueue(c, action === "rapport" ? "bring-to-vote" : "export");
    else if (!act.may(visitor)) forbidden();
    const asked = { visitor, fields, chosen: readChosen(fields), back: backToQueue(text(fields, "retour")) };
    if (asked.chosen.length === 0) {
      setFlash(c, "warning", "Choisissez au moins un dossier dans la liste.");
      return c.redirect(asked.back, 303);
    }
    if (act !== undefined) return actOn(c, world, act, asked);
    switch (action) {
      case "exporter":
        return exportChosen(c, world, queue, asked);
      case "rapport":
        return c.redirect(urls.commissionReport.href({}, { dossier: asked.chosen.map(({ id }) => id) }), 303);
      default:
        throw new HTTPException(400);
    }
  });
  return routes;
}

/** Asks first where the act has a question, then does it on each file and says by file what came of it. */
async function actOn(c: RequestContext, world: World, act: BulkAct, asked: Asked): Promise<Response> {
  const { visitor, fields, chosen, back } = asked;
  if (act.question !== undefined) {
    const isConfirmed = text(fields, "confirme") === "oui";
    const refusals = isConfirmed ? (act.question.check?.(fields) ?? []) : [];
    if (!isConfirmed || refusals.length > 0) return ask(c, world, act, asked, refusals);
  }
  const result = await perform(world, visitor, act, chosen, fields, text(fields, "cle"));
  if (result.left.length === 0) {
    setFlash(c, "success", sayDone(act, result));
    return c.redirect(back, 303);
  }
  const stale = result.left.flatMap(({ id, outcome, seen }) => (outcome.kind === "stale" && seen !== null ? [id] : []));
  const last = await inTransaction(world.db, readerOf(visitor), (tx) => lastActs(tx, stale));
  return respondPage(
    c,
    world,
    pageOptions(titleOf(result), back),
    <ResultPage
      act={act}
      result={result}
      lastActs={last}
      agent={text(fields, "agent")}
      back={back}
      formKey={randomUUID()}
    />,
  );
}

async function ask(
  c: RequestContext,
  world: World,
  act: BulkAct,
  { visitor, fields, chosen, back }: Asked,
  refusals: Parameters<typeof BulkPage>[0]["refusals"],
): Promise<Response> {
  const { question } = act;
  if (question === undefined) throw new Error(`${act.key} asks nothing`);
  const read = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const rows = await queueRows(
      tx,
      chosen.map(({ id }) => id),
    );
    return {
      rows,
      details: (await question.details?.(tx, rows)) ?? new Map(),
      options: (await question.options?.(tx)) ?? [],
    };
  });
  return respondPage(
    c,
    world,
    { ...pageOptions(question.title, back), status: refusals.length > 0 ? 422 : 200 },
    <BulkPage
      act={act}
      question={question}
      {...read}
      typed={fields}
      refusals={refusals}
      back={back}
      formKey={text(fields, "cle") || randomUUID()}
    />,
  );
}

function exportChosen(c: RequestContext, world: World, queue: Queue, asked: Asked): Response {
  const { visitor, fields, chosen, back } = asked;
  const format = text(fields, "format");
  if (format === "csv" || format === "xlsx") {
    const ids = chosen.map(({ id }) => id);
    return sheetResponse(world, queue, visitor, { chosen: ids }, texts(fields, "colonne"), format);
  }
  const title = `Exporter ${plural(chosen.length, "dossier")}`;
  return respondPage(
    c,
    world,
    pageOptions(title, back),
    <SheetPage
      title={title}
      lead="Un fichier pour tableur ou programme : une ligne par dossier choisi."
      columns={queue.sheet}
      back={back}
      send={{
        method: "post",
        action: urls.queueActions.href(),
        fields: {
          action: "exporter",
          retour: back,
          autres: chosen.map(({ id, version }) => (version === null ? id : writeChosen({ id, version }))).join(" "),
        },
      }}
    />,
  );
}

function pageOptions(title: string, back: string) {
  return {
    title,
    current: urls.queue.href(),
    density: "compact",
    breadcrumbs: [{ label: "Dossiers", href: back }, { label: title }],
  } as const;
}
