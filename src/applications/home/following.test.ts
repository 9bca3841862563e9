import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, makeOrganisation, subjectAt, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

describe("an act on a filed request that is refused", () => {
  it.each([
    { act: urls.applicationMessages, fields: { message: " " }, field: "champ-message", said: "Écrivez votre message." },
    { act: urls.applicationWithdrawal, fields: { motif: "" }, field: "champ-motif", said: "Dites en une phrase" },
  ])(
    "$act.pattern: is told at the top, by a link to its field, and in the tab",
    async ({ act, fields, field, said }) => {
      const { id } = await subjectAt(w, organisation, "filed");
      const browser = await w.browser(organisation.owner);
      const action = act.href({ id });
      const { body } = await browser.get(urls.application.href({ id }));
      const refused = await browser.post(action, { ...actOf(body, action), ...fields });
      expect(refused.status).toBe(422);
      expect(refused.body).toContain("<title>Erreur\u00a0: ");
      expect(refused.body).toContain("data-focus-on-load");
      expect(refused.body).toContain(`<li><a href="#${field}">${said}`);
      expect(refused.body).toContain(`id="${field}"`);
    },
  );

  it("leads back to the file when its address is read again", async () => {
    const { id } = await subjectAt(w, organisation, "filed");
    const browser = await w.browser(organisation.reader);
    for (const act of ["messages", "retrait", "copie", "suppression"]) {
      const { status, location } = await browser.get(`/demandes/${id}/${act}`);
      expect([act, status, location]).toEqual([act, 303, `/demandes/${id}`]);
    }
    const removal = await browser.get(`/demandes/${id}/pieces/${crypto.randomUUID()}/suppression`);
    expect([removal.status, removal.location]).toEqual([303, `/demandes/${id}/pieces`]);
  });

  it("leads back to the organisation when its address is read again", async () => {
    const browser = await w.browser(organisation.owner);
    const { id } = organisation;
    expect((await browser.get(`/organisations/${id}/invitations`)).location).toBe(`/organisations/${id}/membres`);
    expect((await browser.get(`/organisations/${id}/etablissements`)).location).toBe(`/organisations/${id}`);
  });
});

describe("the applicant's home", () => {
  it("counts what waits and the drafts apart, and tells when a request was withdrawn", async () => {
    const other = await makeOrganisation(w, 1);
    const { id } = await subjectAt(w, other, "filed");
    const browser = await w.browser(other.owner);
    const withdrawal = urls.applicationWithdrawal.href({ id });
    const { body } = await browser.get(urls.application.href({ id }));
    w.clock.set("2026-05-04T07:30:00Z");
    await browser.post(withdrawal, { ...actOf(body, withdrawal), motif: "Projet reporté" });
    await subjectAt(w, other, "asked");
    await subjectAt(w, other, "draft");
    const home = await browser.get(urls.dashboard.href());
    expect(home.body).toContain("1\u00a0chose attend votre réponse et 1\u00a0brouillon vous attend.");
    expect(home.body).toContain("retirée le 4\u00a0mai 2026 à 9\u00a0h\u00a030");
    expect(home.body.match(/déposée le /g)).toHaveLength(1);
  });
});
