import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { fileRequest, makeAgents, runJobs, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { formatMoneyExact } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { committedByYear, latestSigned } from "./accounts.ts";

let w: TestWorld;
let officer: string;
let accountant: string;
let signed: string;

beforeAll(async () => {
  w = await openTestWorld();
  const agents = await makeAgents(w);
  ({ officer, accountant } = agents);
  const stage = await troupeOf(w, agents);
  for (const [index, until] of (["signed", "awarded", "rejected"] as const).entries()) {
    const filed = await fileRequest(w, index);
    if (until === "signed") signed = filed.id;
    await leadTo(stage, { id: filed.id, applicant: await visitorOf(w, filed.organisation.owner), n: index + 1 }, until);
  }
  await runJobs(w);
}, 90_000);
afterAll(() => w.close());

it("counts each aid once in the year of its vote, and no refusal", async () => {
  const [year, ...others] = await w.inTx(committedByYear);
  expect(others).toEqual([]);
  expect(year).toMatchObject({ granted: { files: 2 }, toSign: { files: 0, cents: 0 }, signed: { files: 1 } });
  const [agreement] = await w.inTx(latestSigned);
  expect(year?.signed.cents).toBe(agreement?.aid);
  expect(year?.granted.cents).toBeGreaterThan(year?.signed.cents ?? 0);
});

it("shows the payments of the signed agreement to an accountant alone: they add up to its aid", async () => {
  const [agreement] = await w.inTx(latestSigned);
  if (agreement === undefined) throw new Error("nothing is signed");
  expect(agreement.application).toBe(signed);
  expect(agreement.instalments.length).toBeGreaterThan(0);
  expect(agreement.instalments.reduce((sum, { cents }) => sum + cents, 0)).toBe(agreement.aid);
  const { body } = await (await w.browser(accountant)).get(urls.today.href());
  expect(body).toContain(agreement.number);
  for (const { label, cents } of agreement.instalments) {
    expect(body).toContain(label);
    expect(body).toContain(formatMoneyExact(cents));
  }
  expect((await (await w.browser(officer)).get(urls.today.href())).body).not.toContain(agreement.number);
});
