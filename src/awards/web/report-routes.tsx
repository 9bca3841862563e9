import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { type Application, findApplications } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
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
import { funderPdf } from "#src/platform/documents/index.ts";
import { downloadResponse, pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { interestsIn, type Refusal, sayInterest, schemeOf } from "#src/reviews/index.ts";
import { readDayText, tellDay } from "#src/reviews/web/index.ts";
import { urls } from "#src/urls.ts";
import { commissionReport } from "../letters/commission-report.ts";
import { makeReport } from "../make-report.ts";
import { mayAward } from "../may.ts";
import { REPORTABLE } from "../report.ts";
import { findReport, lastReportOf, listReports, reportableIds } from "../report-store.ts";
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
    return answerReport(c, world, visitor, fields, action === "apercu");
  });

  routes.get(urls.commissionReportFile.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (!mayAward(visitor, "read-reports")) return forbidden();
    const id = idParam(c, "report");
    const report = await inTransaction(world.db, readerOf(visitor), (tx) => findReport(tx, id));
    if (report === null) return notFound();
    return downloadResponse(world, { ...report, mediaType: "application/pdf" }, true);
  });

  return routes;
}

async function answerReport(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  fields: FormFields,
  preview: boolean,
): Promise<Response> {
  const request = {
    key: readKey(fields),
    ids: [...new Set(texts(fields, "dossier").filter(isUuid))].slice(0, MOST_FILES),
    title: text(fields, "titre"),
    sessionOn: readDayText(text(fields, "date")),
    budgetLine: text(fields, "imputation"),
  };
  const outcome = await makeReport(world, visitor, request, preview);
  switch (outcome.kind) {
    case "absent":
      return notFound();
    case "forbidden":
      return show(c, world, visitor, fields, outcome.refusals, 403);
    case "refused":
      return show(c, world, visitor, fields, tellDay(outcome.refusals, "date", text(fields, "date")), 422);
    case "preview":
      return pdfResponse(
        (await funderPdf(world.config, commissionReport, outcome.data, { preview: true })).pdf,
        "apercu-rapport.pdf",
      );
    case "made":
      setFlash(c, "success", `Le rapport ${outcome.number} est émis.`);
      return c.redirect(urls.commissionReport.href(), 303);
  }
}

async function show(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  fields: FormFields,
  refusals: readonly Refusal[],
  status: 200 | 403 | 422 = 200,
): Promise<Response> {
  const asked = texts(fields, "dossier").filter(isUuid).slice(0, MOST_FILES);
  const loaded = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const ids = await reportableIds(tx, REPORTABLE);
    const read = async (some: readonly string[]) => {
      const found = new Map((await findApplications(tx, some)).map((file) => [file.id, file]));
      return some.flatMap((id) => found.get(id) ?? []);
    };
    return {
      files: await read(ids),
      left: await read(asked.filter((id) => !ids.includes(id))),
      interests: await interestsIn(tx, ids, visitor.person.id),
      presented: await lastReportOf(tx, ids),
      reports: await listReports(tx),
    };
  });
  const { files, interests, presented } = loaded;
  // Nothing said yet: all the files that wait for a report, but those that are another person's to present.
  const isSaid = fields.action !== undefined || fields.dossier !== undefined;
  const waiting = files.filter(({ id }) => !interests.has(id) && !presented.has(id)).map(({ id }) => id);
  const heading = `Rapport ${world.config.funder.words.voter.to}`;
  return respondPage(
    c,
    world,
    {
      title: heading,
      current: urls.commissionReport.href(),
      density: "compact",
      status,
    },
    <ReportPage
      view={{
        ...loaded,
        heading,
        chosen: isSaid ? asked : waiting,
        barred: new Map([...interests].map(([id, interest]) => [id, sayInterest(interest)])),
        title: text(fields, "titre") || titleOf(files.filter(({ id }) => !presented.has(id))),
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

/** « Un dispositif, un autre : subventions proposées », by the schemes of what waits. */
function titleOf(files: readonly Application[]): string {
  const names = [...new Set(files.map((file) => schemeOf(file).name))];
  return names.length === 0 ? "Subventions proposées" : `${names.join(", ")} : subventions proposées`;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
