import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { claimKey, findApplication, keepLocation } from "#src/applications/index.ts";
import { readKey } from "#src/applications/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { renderPdf } from "#src/platform/documents/index.ts";
import { downloadResponse, pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { loadFile, type Refusal } from "#src/reviews/index.ts";
import { readDayText } from "#src/reviews/web/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { commissionReport } from "../letters/commission-report.ts";
import { mayAward } from "../may.ts";
import { commissionReportOf } from "../report.ts";
import { addReport, findReport, listReports, nextReportNumber, reportableIds } from "../report-store.ts";
import { ReportPage } from "./report-page.tsx";

const MOST_FILES = 100;

/** The report of several files, before the Permanent Commission votes. */
export function reportRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.commissionReport.pattern, (c) => {
    const visitor = requireAgent(c);
    if (!mayAward(visitor, "read-reports")) return forbidden();
    const chosen = new URL(c.req.url).searchParams.getAll("dossier").filter(isUuid);
    return show(c, world, visitor, chosen.length === 0 ? {} : { dossier: chosen }, []);
  });

  routes.post(urls.commissionReport.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (!mayAward(visitor, "make-report")) return forbidden();
    const fields = await readForm(c);
    const action = text(fields, "action");
    if (action === "total") return show(c, world, visitor, fields, []);
    return makeReport(c, world, visitor, fields, action === "apercu");
  });

  routes.get(urls.commissionReportFile.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "report");
    const report = await inTransaction(world.db, readerOf(visitor), (tx) => findReport(tx, id));
    if (report === null) return notFound();
    return downloadResponse(world, { ...report, mediaType: "application/pdf" }, true);
  });

  return routes;
}

async function makeReport(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  fields: FormFields,
  preview: boolean,
): Promise<Response> {
  const at = world.clock.now();
  const key = readKey(fields);
  const ids = [...new Set(texts(fields, "dossier").filter(isUuid))].slice(0, MOST_FILES);
  const input = {
    title: text(fields, "titre").slice(0, 200),
    sessionOn: readDayText(text(fields, "date")),
    budgetLine: text(fields, "imputation").slice(0, 200),
  };
  const placeName = (code: string) => communeByCode(code)?.name ?? code;
  const made = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const files = [];
    for (const id of ids) {
      const file = await loadFile(tx, id, visitor.person.id);
      if (file !== null) files.push(file);
    }
    const draft = commissionReportOf(world.config, { ...input, files }, "en projet", at, placeName);
    if ("refusals" in draft) return { refusals: draft.refusals };
    if (preview) return { data: draft.ok };
    const claimed = await claimKey(tx, { key, person: visitor.person.id, act: "commission-report" }, at);
    if (claimed.kind === "foreign") return notFound();
    if (claimed.kind === "done") return { number: claimed.location };
    const number = await nextReportNumber(tx, today(world.clock).year);
    const numbered = commissionReportOf(world.config, { ...input, files }, number, at, placeName);
    if ("refusals" in numbered) return { refusals: numbered.refusals };
    const { pdf } = await renderPdf(commissionReport, numbered.ok);
    const applications = files.map((file) => file.application.id);
    await keepLocation(tx, key, number);
    await addReport(world, tx, { number, data: numbered.ok, pdf, applications, by: visitor.person.id, at });
    return { number };
  });
  if (made.refusals !== undefined) return show(c, world, visitor, fields, made.refusals);
  if (made.data !== undefined) {
    return pdfResponse((await renderPdf(commissionReport, made.data, { preview: true })).pdf, "apercu-rapport.pdf");
  }
  setFlash(c, "success", `Le rapport ${made.number} est émis.`);
  return c.redirect(urls.commissionReport.href(), 303);
}

async function show(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  fields: FormFields,
  refusals: readonly Refusal[],
): Promise<Response> {
  const loaded = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const files = [];
    for (const id of await reportableIds(tx)) {
      const file = await findApplication(tx, id);
      if (file !== null) files.push(file);
    }
    const left = [];
    for (const id of texts(fields, "dossier").filter(isUuid).slice(0, MOST_FILES)) {
      if (files.some((file) => file.id === id)) continue;
      const file = await findApplication(tx, id);
      if (file !== null) left.push(file);
    }
    return { files, left, reports: await listReports(tx) };
  });
  return respondPage(
    c,
    world,
    {
      title: "Rapport à la Commission permanente",
      current: urls.commissionReport.href(),
      density: "compact",
      status: refusals.length > 0 ? 422 : 200,
    },
    <ReportPage
      view={{
        ...loaded,
        // Nothing said yet: all the files that wait for a vote.
        chosen:
          fields.action === undefined && fields.dossier === undefined
            ? loaded.files.map((file) => file.id)
            : texts(fields, "dossier"),
        title: text(fields, "titre") || "Appui conseil : subventions proposées",
        session: text(fields, "date"),
        budgetLine: text(fields, "imputation"),
        errors: refusals.map(({ field, message }) => (field === "dossier" ? { message } : { name: field, message })),
        mayMake: mayAward(visitor, "make-report"),
        key: randomUUID(),
        today: today(world.clock).toString(),
      }}
    />,
  );
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
