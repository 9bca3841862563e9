import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, allTicked, makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const section = (id: string, name: string) => urls.applicationSection.href({ id, section: name });
const small = { twist: { "structures.0.headcount": "5" } };
const reason = "La structure compte 5 salariés";
const promises = /Aide (estimée|demandée|possible|calculée)|data-part="region"|peut accorder au plus/;

describe("a draft with five employees", () => {
  it("says it at the field, with what can change it and where to ask, before anything is checked", async () => {
    const { id } = await makeDraft(w, organisation, 1, small);
    const page = await (await w.browser(organisation.editor)).get(section(id, "organisations"));
    const slot = /id="champ-structures-0-headcount-condition"[^>]*>([\s\S]*?)<\/details>/.exec(page.body)?.[1] ?? "";
    expect(slot).toContain("Condition non remplie");
    expect(slot).toContain(reason);
    expect(slot).toContain("Une embauche avant le dépôt");
    expect(slot).toContain(urls.contact.href());
    expect(page.body).toMatch(/aria-describedby="[^"]*champ-structures-0-headcount-condition/);
    expect(page.body).not.toContain('aria-invalid="true"');
    expect(page.body).toMatch(/<a[^>]*href="#champ-structures-0-headcount"[^>]*>[Pp]lus de 5 salariés/);
  });

  it("promises no money on any page, and hides it on none", async () => {
    const { id } = await makeDraft(w, organisation, 1, small);
    const browser = await w.browser(organisation.editor);
    const sections = ["organisations", "project", "sustainability", "approach", "provider", "budget"];
    const pages = [
      ...sections.map((name) => section(id, name)),
      urls.application.href({ id }),
      urls.applicationSubmission.href({ id }),
    ];
    for (const path of pages) {
      const { body } = await browser.get(path);
      expect(body, path).not.toMatch(promises);
      expect(body, path).toMatch(/1.condition non remplie/);
      expect(body, path).toContain("Aucun montant n’est annoncé");
    }
    const home = (await browser.get(urls.dashboard.href())).body;
    expect(home).toMatch(/1.condition non remplie/);
  });

  it("is never told complete in green, and is filed by who knows", async () => {
    const { id } = await makeDraft(w, organisation, 1, small);
    const browser = await w.browser(organisation.owner);
    const page = await browser.get(urls.applicationSubmission.href({ id }));
    expect(page.body).not.toContain("Votre dossier est complet");
    expect(page.body).not.toContain("es-answer-success");
    expect(page.body).toContain(reason);
    const action = urls.applicationSubmission.href({ id });
    const act = { ...actOf(page.body, action), ...allTicked };
    expect((await browser.post(action, act)).status).toBe(422);
    const again = { ...act, ...actOf((await browser.get(action)).body, action), "declarations.sachant": "oui" };
    expect((await browser.post(action, again)).status).toBe(303);
    const filed = (await browser.get(urls.application.href({ id }))).body;
    expect(filed).toContain("Aucun montant n’est annoncé");
    expect(filed).not.toMatch(/\d.€<\/data>|data-part="region"/);
    expect((await browser.get(urls.dashboard.href())).body).not.toMatch(/\d{3}.€/);
  });

  it("tells the amount again once the answer changes", async () => {
    const { id } = await makeDraft(w, organisation, 1, small);
    const browser = await w.browser(organisation.editor);
    await browser.post(section(id, "organisations"), { "structures.0.headcount": "6", aller: "ici" });
    const { body } = await browser.get(section(id, "organisations"));
    expect(body).toContain("peut accorder au plus");
    expect(body).not.toContain("Condition non remplie");
  });
});
