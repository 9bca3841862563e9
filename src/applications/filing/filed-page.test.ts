import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/store.ts";
import { funderFrom } from "#src/platform/settings/funder.ts";
import { renderPage } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, allTicked, makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";
import { FiledPage } from "./filed-page.tsx";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

/** Thin spaces become plain ones, to be typed here. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

async function file(): Promise<string> {
  const { id } = await makeDraft(w, organisation, 1);
  const browser = await w.browser(organisation.owner);
  const action = urls.applicationSubmission.href({ id });
  const fields = { ...actOf((await browser.get(action)).body, action), ...allTicked };
  expect((await browser.post(action, fields)).location).toBe(urls.applicationFiled.href({ id }));
  return id;
}

describe("filing ends on a page of its own", () => {
  it("with the number, what happens next, and one sentence on silence", async () => {
    const id = await file();
    const page = await (await w.browser(organisation.owner)).get(urls.applicationFiled.href({ id }));
    const body = plain(page.body);
    const application = await w.inTx((tx) => findApplication(tx, id));
    expect(body).toContain(`es-filed-number">${application?.number}<`);
    expect(body).toContain("owner-0@formation.example");
    expect(body).toContain("Sans réponse au 10 mai 2026");
    expect(body).toContain("considérée comme refusée");
    expect(body).not.toContain("au plus tard");
    expect(body).not.toContain("Délai habituel");
    const home = plain((await (await w.browser(organisation.owner)).get(urls.dashboard.href())).body);
    expect(home).toContain("considérée comme refusée le 10 mai 2026");
    expect(home).not.toContain("au plus tard le 10 mai 2026");
  });

  it("is nobody else's, and leads to the draft while nothing is filed", async () => {
    const stranger = await makeOrganisation(w, 2);
    const id = await file();
    const path = urls.applicationFiled.href({ id });
    expect((await (await w.browser(stranger.owner)).get(path)).status).toBe(404);
    const draft = await makeDraft(w, organisation, 1);
    const early = await (await w.browser(organisation.owner)).get(urls.applicationFiled.href({ id: draft.id }));
    expect([early.status, early.location]).toEqual([303, urls.application.href({ id: draft.id })]);
  });

  it("tells the usual delay and the next commission where the funder gives them", async () => {
    const id = await file();
    const application = await w.inTx((tx) => findApplication(tx, id));
    if (application === null) throw new Error("absent");
    const set: Readonly<Record<string, unknown>> = {
      "delay.usual": "trois mois environ",
      "calendar.commissions": ["2026-03-02", "2026-04-13", "2026-06-22"],
    };
    const funder = funderFrom((key) => set[key]);
    const page = FiledPage({ application, receipt: null, email: "a@b.example", today: "2026-03-10", funder });
    const html = plain(renderPage(page));
    expect(html).toContain("Prochaine séance : 13 avril 2026");
    expect(html).toContain("Délai habituel : trois mois environ.");
  });
});
