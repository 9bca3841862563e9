import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { findAward } from "#src/awards/index.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { findApplication } from "#src/life/index.ts";
import { json } from "#src/platform/database/database.ts";
import { fileRequest, makeAgents, runJobs, sendForm, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { yearOf } from "./yearly.ts";

let w: TestWorld;
let id: string;
let officer: string;
let siren: string;

beforeAll(async () => {
  w = await openTestWorld();
  const agents = await makeAgents(w);
  officer = agents.officer;
  const filed = await fileRequest(w, 0);
  id = filed.id;
  const stage = await troupeOf(w, agents);
  await leadTo(stage, { id, applicant: await visitorOf(w, filed.organisation.owner), n: 1 }, "notified");
  siren = (await w.inTx((tx) => findApplication(tx, id)))?.organisationSiren ?? "";
}, 60_000);
afterAll(() => w.close());

async function grantBefore(grantedOn: string, aid: number) {
  const row = {
    siren,
    scheme: "events",
    granted_on: grantedOn,
    measures: json({ aid }),
    source: `Aide du ${grantedOn}`,
  };
  await w.inTx((tx) => tx.insertInto("past_grant").values(row).execute());
}

const year = () =>
  w.inTx(async (tx) => {
    const application = await findApplication(tx, id);
    const award = await findAward(tx, id);
    if (application === null || award === null) throw new Error("nothing is voted");
    return { own: award.aid, ...(await yearOf(tx, application, award)) };
  });

it("counts what every scheme gave the beneficiary in the year, and says when", async () => {
  const alone = await year();
  expect(alone).toMatchObject({ total: alone.own, need: null, year: "2026" });
  await grantBefore("2025-12-31", 5_000_000);
  await grantBefore("2026-01-15", 2_300_000 - alone.own);
  expect(await year()).toMatchObject({ total: 2_300_000, need: null });
  await grantBefore("2026-12-31", 1);
  expect(await year()).toMatchObject({ total: 2_300_001, need: "sum" });
});

it("shows it to the officer, and in the agreement: its essential data are published above it", async () => {
  const browser = await w.browser(officer);
  const page = await browser.get(urls.review.href({ id }));
  const [, told = ""] = page.body.split("à cet organisme en 2026");
  const ofYear = told.split("</ul>")[0];
  expect(ofYear).toContain("Aide du 2026-01-15");
  expect(ofYear).not.toContain("Aide du 2025-12-31");
  expect(told).toContain("une convention est obligatoire, et ses données essentielles sont publiées");
  await sendForm(browser, page, urls.reviewAgreement.href({ id }));
  await runJobs(w);
  const { data } = await w.inTx((tx) =>
    tx.selectFrom("document").select("data").where("kind", "=", "grant-agreement").executeTakeFirstOrThrow(),
  );
  expect(data).toMatchObject({ openData: true });
});
