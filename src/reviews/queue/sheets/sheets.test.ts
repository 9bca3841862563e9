import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { findApplication } from "#src/life/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "../../reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
let id: string;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const stage = await troupeOf(w, agents);
  const request = await fileRequest(w, 0, { title: '=HYPERLINK("https://x.example")' });
  id = request.id;
  await leadTo(stage, { id, applicant: await visitorOf(w, request.organisation.owner), n: 5 }, "signed");
  await fileRequest(w, 1);
}, 120_000);
afterAll(() => w.close());

/** The first sheet of an answer, as a spreadsheet opens it: cells by their header, a map a line. */
async function opened(path: string, init: RequestInit = {}) {
  const browser = await w.browser(agents.auditor);
  const headers = { cookie: browser.cookies(), origin: w.world.origin };
  const answer = await w.app.request(new URL(path, w.world.origin).href, { ...init, headers });
  expect(answer.headers.get("content-type")).toContain("spreadsheetml");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  const lines: ExcelJS.CellValue[][] = [];
  sheet.eachRow((row) => void lines.push((row.values as ExcelJS.CellValue[]).slice(1)));
  const [titles = [], ...rest] = lines;
  return rest.map((line) => new Map(titles.map((title, at) => [String(title), line[at]])));
}

it("opens in a spreadsheet with numbers that are numbers, days that are days, and codes with their zeros", async () => {
  const application = await w.inTx((tx) => findApplication(tx, id));
  const [row, ...others] = await opened(urls.queueWorkbook.href({}, { q: application?.number ?? "" }));
  expect(others).toEqual([]);
  expect(row?.get("Aide votée, avenants compris (€)")).toBe((application?.decidedAid ?? 0) / 100);
  expect(row?.get("Déposé le")).toEqual(new Date("2026-03-10T00:00:00Z"));
  expect(row?.get("SIREN")).toBe(application?.organisationSiren);
  expect(String(row?.get("SIRET"))).toMatch(new RegExp(`^${application?.organisationSiren}\\d{5}$`));
  // Text, never a formula.
  expect(row?.get("Projet")).toBe('=HYPERLINK("https://x.example")');
  const { deliberation, agreement } = await w.inTx(async (tx) => ({
    deliberation: await tx.selectFrom("award").selectAll().executeTakeFirstOrThrow(),
    agreement: await tx.selectFrom("agreement").selectAll().executeTakeFirstOrThrow(),
  }));
  expect(row?.get("Délibération")).toBe(deliberation.deliberation);
  expect(row?.get("Voté le")).toEqual(new Date(`${deliberation.decided_on}T00:00:00Z`));
  expect(row?.get("Convention")).toBe(agreement.number);
  expect(row?.get("Signée par le financeur le")).toEqual(new Date(`${agreement.funder_signed_on}T00:00:00Z`));
});

it("holds the columns that were ticked, in the order of the sheet, of the files that were chosen", async () => {
  const body = new URLSearchParams([
    ["action", "exporter"],
    ["format", "xlsx"],
    ["colonne", "convention"],
    ["colonne", "numero"],
    ["colonne", "intrus"],
    ["dossier", id],
  ]);
  const rows = await opened(urls.queueActions.href(), { method: "POST", body });
  expect(rows).toHaveLength(1);
  expect([...(rows[0]?.keys() ?? [])]).toEqual(["Numéro", "Convention"]);
  expect(await opened(urls.queueWorkbook.href({}, { vue: "tous" }))).toHaveLength(2);
});
