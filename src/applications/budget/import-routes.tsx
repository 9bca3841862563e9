import { HTTPException } from "hono/http-exception";
import { mayEdit, type OpenApplication } from "#src/life/index.ts";
import {
  forbidden,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { parseDelimited } from "#src/platform/delimited.ts";
import { type Rows, readSpreadsheet } from "#src/platform/spreadsheet.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cleanText } from "#text/index.ts";
import { breadcrumbsOf } from "../draft/answer-section.tsx";
import { saveDraft } from "../draft/drafts.ts";
import { unshielded } from "./csv.ts";
import { sent } from "./import-forms.tsx";
import { ImportPage, PreviewPage } from "./import-page.tsx";
import { type OpenBudget, openBudget } from "./open-routes.ts";
import { type ImportMode, type ImportPlan, planImport } from "./plan.ts";
import { type ReadSheet, readBlock, readRows } from "./sheet.ts";

/** A budget that comes in from a spreadsheet: read, shown as what it would change, and written once that is confirmed. */
export function importRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationBudgetImport.pattern, async (c) => {
    const opened = await openToWrite(c, world);
    return opened instanceof Response ? opened : answerForms(c, world, opened, {});
  });
  routes.post(urls.applicationBudgetImport.pattern, async (c) => {
    const opened = await openToWrite(c, world);
    if (opened instanceof Response) return opened;
    const read = await readSent(c);
    if (read.rows === null) {
      const told = read.isFile
        ? { error: "Ce fichier ne se lit pas : enregistrez-le en Excel (.xlsx) ou en CSV." }
        : { textError: "Collez des lignes, ou choisissez un fichier." };
      return answerForms(c, world, opened, told, 422);
    }
    return read.isConfirmed ? confirm(c, world, opened, read) : preview(c, world, opened, read, false);
  });
}

async function openToWrite(c: RequestContext, world: World): Promise<OpenBudget | Response> {
  const opened = await openBudget(c, world);
  const { application } = opened.file;
  if (!mayEdit(requireSignedIn(c), application)) return forbidden();
  // Once filed, a budget changes by what the funder asks for, not by files.
  return application.state === "draft" ? opened : c.redirect(urls.application.href({ id: application.id }), 303);
}

interface Sent {
  /** Null where there is nothing to read, or a file that is no spreadsheet. */
  readonly rows: Rows | null;
  readonly isFile: boolean;
  readonly mode: ImportMode;
  readonly isConfirmed: boolean;
  readonly version: number;
  /** Where a block was pasted in the table. */
  readonly at: { readonly number: number; readonly column: number } | null;
}

async function readSent(c: RequestContext): Promise<Sent> {
  let body: Awaited<ReturnType<typeof c.req.parseBody>>;
  try {
    body = await c.req.parseBody();
  } catch (cause) {
    throw new HTTPException(400, { cause });
  }
  const written = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : "");
  const file = body[sent.file];
  const isFile = file instanceof File && file.size > 0;
  const [line, column] = [written(sent.line), written(sent.column)];
  return {
    rows: isFile ? await readSpreadsheet(new Uint8Array(await file.arrayBuffer())) : rowsOf(written),
    isFile,
    mode: written(sent.mode) === "replace" ? "replace" : "add",
    isConfirmed: written(sent.confirm) !== "",
    version: Number(/^\d{1,9}$/.exec(written(sent.version))?.[0] ?? -1),
    at: /^\d{1,4}$/.test(line) && /^\d{1,2}$/.test(column) ? { number: Number(line), column: Number(column) } : null,
  };
}

function rowsOf(written: (name: string) => string): Rows | null {
  const kept = written(sent.rows);
  if (kept !== "") return parseKept(kept);
  const text = cleanText(written(sent.text));
  if (text.trim() === "") return null;
  // A comma is never between cells: what is copied has tabs, and a lone column of amounts has its decimals.
  const isBlock = written(sent.line) !== "";
  return parseDelimited(text, isBlock || text.includes("\t") ? "\t" : ";");
}

/** The rows that the preview was made of, as it wrote them in its form; null for anything else. */
function parseKept(text: string): Rows | null {
  try {
    const rows: unknown = JSON.parse(text);
    const isRows =
      Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every((one) => typeof one === "string"));
    return isRows ? (rows as Rows) : null;
  } catch {
    return null;
  }
}

function planOf({ file, table }: OpenBudget, { rows, at, mode }: Sent): { plan: ImportPlan; read: ReadSheet } {
  const cells = (rows ?? []).map((row) => row.map(unshielded));
  const { raw } = file.application;
  const read = at === null ? readRows(table, cells) : readBlock(table, raw, cells, at);
  return { plan: planImport(table, raw, read, mode), read };
}

function preview(c: RequestContext, world: World, opened: OpenBudget, of: Sent, isAgain: boolean): Response {
  const { file, table } = opened;
  const { id, rawVersion } = file.application;
  const { plan, read } = planOf(opened, of);
  const fields = {
    [sent.rows]: JSON.stringify(of.rows),
    [sent.mode]: of.mode,
    [sent.version]: String(rawVersion),
    ...(of.at === null ? null : { [sent.line]: String(of.at.number), [sent.column]: String(of.at.column) }),
  };
  return respondPage(
    c,
    world,
    {
      title: "Ce qui change dans votre budget",
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, "Importer le budget"),
      density: "compact",
      status: isAgain ? 409 : 200,
    },
    <PreviewPage
      id={id}
      table={table}
      plan={plan}
      unknown={read.unknown}
      mode={of.mode}
      fields={fields}
      isAgain={isAgain}
    />,
  );
}

/** Writes what was shown; where the draft changed since, shows it again instead. */
async function confirm(c: RequestContext, world: World, opened: OpenBudget, of: Sent): Promise<Response> {
  const { file, table } = opened;
  const { id, rawVersion } = file.application;
  const { plan } = planOf(opened, of);
  if (of.version !== rawVersion) {
    if (plan.changes.length > 0) return preview(c, world, opened, of, true);
    setFlash(c, "info", "Ces lignes sont déjà dans votre budget.");
    return c.redirect(urls.applicationSection.href({ id, section: table.section }), 303);
  }
  if (plan.tooMany > 0) return preview(c, world, opened, of, false);
  let isStale = false;
  const posted = { values: new Map<string, string>(), baseVersion: rawVersion, page: "" };
  const saved = await saveDraft(world, requireSignedIn(c), id, posted, () => false, {
    rearrange: (raw, _tx, kept) => {
      isStale = kept.rawVersion !== rawVersion;
      return isStale ? raw : plan.raw;
    },
    removed: "",
  });
  if (saved.kind === "absent") return notFound();
  if (saved.kind === "forbidden") return forbidden();
  if (isStale) return preview(c, world, await openBudget(c, world), of, true);
  const removed = plan.changes.filter(({ kind }) => kind === "removed").length;
  const written = plan.changes.length - removed;
  const gone = removed === 0 ? "" : `, ${plural(removed, "retirée", "retirées")}`;
  const wrong =
    plan.errors.length === 0 ? "" : ` ${plural(plan.errors.length, "case reste", "cases restent")} à corriger.`;
  setFlash(c, "success", `${plural(written, "ligne écrite", "lignes écrites")} dans votre budget${gone}.${wrong}`);
  return c.redirect(urls.applicationSection.href({ id, section: table.section }), 303);
}

function answerForms(
  c: RequestContext,
  world: World,
  { file, table }: { readonly file: OpenApplication; readonly table: OpenBudget["table"] },
  told: { readonly error?: string; readonly textError?: string },
  status: 200 | 422 = 200,
): Response {
  return respondPage(
    c,
    world,
    {
      title: "Importer le budget",
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, "Importer le budget"),
      status,
    },
    <ImportPage id={file.application.id} table={table} {...told} />,
  );
}
