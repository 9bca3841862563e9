import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { outsideModel } from "#src/selection/outside/sheet.ts";
import { makeCall } from "#src/selection/selecting.fixture.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";
import { openFolder, quietly } from "./folder.ts";

/** kill -9 while the spreadsheet of another selection is read: sent again, each file has its decision once, whole. */
const FILES = 4;
const folder = newDataDir();
let href: string;
let cookie: string;
let sheet: ArrayBuffer;

beforeAll(async () => {
  const w = await openFolder(folder, 60);
  try {
    const call = await makeCall(w, "transitions", { files: FILES });
    href = urls.callOutside.href({ call: call.id });
    cookie = await w.signIn(call.officer.person.id);
    const rows = await w.inTx((tx) => tx.selectFrom("application").select("number").orderBy("number").execute());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await outsideModel(rows.map(({ number }) => number ?? "")));
    const [page] = book.worksheets;
    for (let at = 0; at < FILES; at += 1) {
      const cells = ["oui", "18/04/2026", `FSE-${at}`, 50_000 + at];
      for (const [column, cell] of cells.entries()) if (page) page.getRow(at + 2).getCell(column + 2).value = cell;
    }
    sheet = (await book.xlsx.writeBuffer()) as ArrayBuffer;
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

it("keeps the decision of each file once, whenever the service is killed", async () => {
  const key = randomUUID();
  const first = await startService({ dataDir: folder, env: quietly });
  const cut = send(first.origin, key).catch(() => null);
  await new Promise((done) => setTimeout(done, Math.random() * 500));
  await first.kill();
  await cut;

  const second = await startService({ dataDir: folder, env: quietly });
  expect(await send(second.origin, key)).toBe(303);
  await second.stop();

  const w = await openFolder(folder);
  try {
    const found = await w.inTx(async (tx) => ({
      decisions: await tx
        .selectFrom("outside_selection")
        .select(["reference", "retained"])
        .orderBy("reference")
        .execute(),
      acts: await tx.selectFrom("journal").select("id").where("act", "=", "outside-selection-recorded").execute(),
      revisions: await tx.selectFrom("revision").select("application_id").where("cause", "=", "track").execute(),
    }));
    expect(found.decisions).toEqual(
      Array.from({ length: FILES }, (_, at) => ({ reference: `FSE-${at}`, retained: (50_000 + at) * 100 })),
    );
    expect(found.acts).toHaveLength(FILES);
    expect(new Set(found.revisions.map((row) => row.application_id)).size).toBe(FILES);
    expect(found.revisions).toHaveLength(FILES);
    expect((await verifyJournal(w.world.db)).faults).toEqual([]);
  } finally {
    await w.close();
  }
}, 240_000);

async function send(origin: string, key: string): Promise<number> {
  const body = new FormData();
  body.set("cle", key);
  body.set("tableur", new File([sheet], "selection.xlsx"));
  const headers = { cookie, origin };
  return (await fetch(`${origin}${href}`, { method: "POST", body, headers, redirect: "manual" })).status;
}
