import { afterAll, beforeAll, expect, it } from "vitest";
import type { GrantAgreement } from "#src/agreements/letters/grant-agreement.ts";
import { listBatch } from "#src/awards/batch/store.ts";
import { voteSheet } from "#src/awards/batch/vote-sheet.ts";
import type { CommissionReport } from "#src/awards/letters/commission-report.ts";
import { makeReport } from "#src/awards/make-report.ts";
import { firstSheet } from "#src/platform/excel.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";
import { agreeOn, OUTSIDE, retainOutside, selectAll, VOTED_ON, voteAndNotify } from "./voted.fixture.ts";

/** What the ESF+ retained of the first file: less than was asked. 20 % of it is 20 000,00 €. */
const RETAINED = 10_000_001;
const AID = 2_000_000;
const TOTAL = "Total retenu (FSE+)";

let w: TestWorld;
let call: TestCall;
let id: string;
let report: CommissionReport;
/** What an officer exports between the other funder's word and the vote. */
let exported: string;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "transitions", { files: 1 });
  id = call.files[0] ?? "";
  await selectAll(w, call);
  await retainOutside(w, call, id, RETAINED);
  const request = { key: "k", ids: [id], title: "Rapport", sessionOn: VOTED_ON, budgetLine: "" };
  const made = await makeReport(w.world, call.officer, request, true);
  if (made.kind !== "preview") throw new Error(JSON.stringify(made));
  report = made.data;
  exported = await exportOf();
  await voteAndNotify(w, call);
  await agreeOn(w, call, id);
}, 120_000);
afterAll(() => w.close());

async function exportOf(): Promise<string> {
  const officer = await w.browser(call.officer.person.id);
  return (await officer.get(urls.queueExport.href({}, { vue: "tous", colonne: "couts-retenus" }))).body;
}

const written = async <T>(kind: string): Promise<T> => {
  const row = await w.inTx((tx) =>
    tx.selectFrom("document").select("data").where("kind", "=", kind).executeTakeFirstOrThrow(),
  );
  return row.data as T;
};

it("is one in the report, the letter and the agreement, of which the aid is 20 % (D-31, D-32, AX2C-17)", async () => {
  const [letter, agreement] = [
    await written<{ readonly plan: GrantAgreement["plan"] }>("award-letter"),
    await written<GrantAgreement>("grant-agreement"),
  ];
  for (const plan of [report.files[0].plan, letter.plan, agreement.plan]) {
    expect(plan).toMatchObject({ eligible: RETAINED, eligibleAs: TOTAL, aid: AID });
  }
  const [own] = [agreement.fundingPlan.reduce((sum, { cents }) => sum + cents, 0)];
  expect(own).toBe(RETAINED);
  expect(agreement.fundingPlan[0]).toMatchObject({ cents: AID, share: 2000 });
  expect(agreement.fundingPlan[1]).toMatchObject({ cents: Math.floor(RETAINED * 0.6) });
  expect(agreement.notRetained).toBe(agreement.plan.presented - RETAINED);
});

it("is what the first annex of the agreement adds up to, its cut told with the other funder's decision", async () => {
  const { budget, plan } = await written<GrantAgreement>("grant-agreement");
  expect(budget.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(RETAINED);
  expect(budget.reduce((sum, { requested }) => sum + requested, 0)).toBe(plan.presented);
  expect(budget.at(-1)).toMatchObject({
    label: "Non retenu par la sélection au titre du FSE+",
    why: expect.stringContaining(OUTSIDE),
  });
});

it("is one on the pages of the file, before the committee and in the spreadsheet of the vote", async () => {
  const officer = await w.browser(call.officer.person.id);
  const shown = /100\s000,01/;
  const file = (await officer.get(urls.review.href({ id }))).body;
  const budget = file.slice(file.indexOf('id="titre-budget"'));
  expect(budget.slice(0, budget.indexOf("</table>")).split("<tfoot")[1]).toMatch(shown);
  expect(budget).toContain("Non retenu par la sélection au titre du FSE+");
  const seen = (await officer.get(urls.candidate.href({ call: call.id, id }))).body;
  expect(seen.slice(seen.indexOf(TOTAL))).toMatch(shown);
  const sheet = await firstSheet(await voteSheet(await w.inTx((tx) => listBatch(tx, call.id))));
  if (sheet === null) throw new Error("no sheet");
  const cells = (row: number) => sheet.getRow(row).values as readonly unknown[];
  const of = (head: string) => cells(2)[cells(1).indexOf(head)];
  expect([of("Coûts éligibles retenus"), of("Aide votée")]).toEqual([RETAINED / 100, AID / 100]);
});

it("is what the officer's export says too, on the day of the other funder's word and after the vote", async () => {
  for (const body of [exported, await exportOf()]) expect(body).toContain("100000,01");
});
