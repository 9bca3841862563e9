import { createHash } from "node:crypto";
import { day, type Framework, frameworkOn } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import {
  askProof,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { excel } from "#src/platform/excel.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { textOfSheet } from "#src/platform/sheets.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { cleanText, cutText, oneLine, tooLong } from "#text/index.ts";
import { confirmImport, findImport, keepImport, knownAmong, listImports, removeImport } from "../grants/acts.ts";
import { countedIn, type GrantLine, grantColumns, MOST_GRANTS, readGrants } from "../grants/read.ts";
import { maySetUp } from "../may.ts";
import { GrantImportPage, GrantsPage } from "./grants-page.tsx";
import { requireSetup } from "./guard.ts";

/** Aid of before this service: a model, a file read, its preview, its confirmation. */
export function grantsRoutes(routes: Routes, world: World): void {
  routes.get(urls.grants.pattern, (c) => answerGrants(c, world, requireSetup(c, "see"), {}));
  routes.post(urls.grants.pattern, (c) => postFile(c, world));
  routes.get(urls.grantsModel.pattern, async (c) => {
    requireSetup(c, "see");
    return c.body(await model(inForce(world)), 200, {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": 'attachment; filename="aides-anterieures.xlsx"',
      "cache-control": "private, no-store",
    });
  });
  routes.get(urls.grantImport.pattern, async (c) => {
    const visitor = requireSetup(c, "see");
    const found = (await findImport(world, idParam(c, "id"))) ?? notFound();
    const framework = inForce(world);
    const page = (
      <GrantImportPage
        found={found}
        names={Object.fromEntries(framework.schemes.map(({ slug, name }) => [slug, name]))}
        counted={countedIn(framework)}
        known={await knownAmong(world, found.rows)}
        since={framework.inForceFrom}
        mayImport={maySetUp(visitor, "propose")}
      />
    );
    const breadcrumbs = [{ label: "Aides d’avant ce service", href: urls.grants.href() }, { label: found.name }];
    return respondPage(
      c,
      world,
      { title: found.name, current: urls.administration.href(), breadcrumbs, density: "compact" },
      page,
    );
  });
  routes.post(urls.grantImport.pattern, (c) => postWord(c, world));
}

async function answerGrants(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  refused: { readonly error?: string; readonly lines?: readonly GrantLine[] },
): Promise<Response> {
  const page = (
    <GrantsPage
      imports={await listImports(world)}
      columns={grantColumns(inForce(world))}
      mayImport={maySetUp(visitor, "propose")}
      {...refused}
    />
  );
  const status = refused.error === undefined && refused.lines === undefined ? 200 : 422;
  return respondPage(
    c,
    world,
    { title: "Aides d’avant ce service", current: urls.administration.href(), density: "compact", status },
    page,
  );
}

async function postFile(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "propose");
  const sent = (await c.req.parseBody()).fichier;
  if (!(sent instanceof File) || sent.size === 0) {
    return answerGrants(c, world, visitor, { error: "Choisissez un fichier Excel ou CSV." });
  }
  const bytes = await sent.arrayBuffer();
  const framework = inForce(world);
  const sheet = await textOfSheet(bytes, grantColumns(framework).length, MOST_GRANTS + 2);
  if (sheet === null)
    return answerGrants(c, world, visitor, {
      error: "Ce fichier n’est pas un tableur : envoyez un fichier Excel (.xlsx) ou CSV.",
    });
  const lines = readGrants(cleanText(sheet), framework, today(world.clock).toString());
  if (lines.length === 0) return answerGrants(c, world, visitor, { error: "Ce fichier ne contient aucune aide." });
  if (lines.length > MOST_GRANTS)
    return answerGrants(c, world, visitor, { error: `${MOST_GRANTS} aides au plus par fichier.` });
  const rows = lines.flatMap(({ grant }) => grant ?? []);
  if (rows.length < lines.length) return answerGrants(c, world, visitor, { lines });
  const sha256 = createHash("sha256").update(Buffer.from(bytes)).digest("hex");
  const id = await keepImport(world, visitor, { name: cutText(oneLine(sent.name), 120) || "tableur", sha256, rows });
  return c.redirect(urls.grantImport.href({ id }), 303);
}

async function postWord(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "propose");
  const again = await askProof(c, world);
  if (again !== null) return again;
  const id = idParam(c, "id");
  const fields = await readForm(c);
  const found = (await findImport(world, id)) ?? notFound();
  const back = c.redirect(urls.grantImport.href({ id }), 303);
  if (text(fields, "acte") === "retirer") {
    const reason = oneLine(text(fields, "motif"));
    const wrong = reason === "" ? "Dites pourquoi vous retirez ces aides." : tooLong(reason, 300);
    if (wrong !== null) setFlash(c, "danger", wrong);
    else if ((await removeImport(world, visitor, id, reason)) === "absent") notFound();
    else setFlash(c, "success", "Ces aides ne comptent plus.");
    return c.redirect(urls.grantImport.href({ id }), 303);
  }
  if (found.state === "read" && (await knownAmong(world, found.rows)).size > 0) return back;
  if ((await confirmImport(world, visitor, id)) === "absent") notFound();
  setFlash(c, "success", "Ces aides sont reprises.");
  return c.redirect(urls.grantImport.href({ id }), 303);
}

function inForce(world: World): Framework {
  return frameworkOn(day(today(world.clock).toString()));
}

/** The spreadsheet to fill in, with a line as an example of each form. */
async function model(framework: Framework): Promise<ArrayBuffer> {
  const { Workbook } = await excel();
  const book = new Workbook();
  const sheet = book.addWorksheet("Aides");
  sheet.addRow([...grantColumns(framework)]).font = { bold: true };
  sheet.columns.forEach((column) => {
    column.width = 24;
  });
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}
