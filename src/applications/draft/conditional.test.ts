import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft } from "#src/life/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

describe("a question that depends on another", () => {
  const conditional = ["bearer.name", "bearer.opco", "structures.0.trainingKinds", "structures.0.procurement"];

  it("comes once that one calls for it, not before", async () => {
    const { owner, id: organisationId } = organisation;
    const draft = { scheme: "appui-conseil", framework: "2025-07-15", organisationId, raw: {} };
    const id = await w.inTx((tx) => createDraft(tx, draft, owner, w.world.clock.now()), { person: owner });
    const browser = await w.browser(owner);
    const path = urls.applicationSection.href({ id, section: "organisations" });
    const { body } = await browser.get(path);
    for (const name of conditional) expect(body, name).not.toContain(`name="${name}"`);
    await browser.post(path, { route: "collective", "structures.0.mainActivityIsTraining": "oui", aller: "ici" });
    const after = (await browser.get(path)).body;
    expect(after).toContain('name="bearer.name"');
    expect(after).toContain('name="structures.0.trainingKinds"');
    expect(after).not.toContain('name="bearer.opco"');
  });

  it("is shown with the answer that it holds, whatever is not said yet: nothing that counts is hidden", async () => {
    const { id } = await makeDraft(w, organisation, 1, { twist: { route: "", "bearer.name": "Réseau des ateliers" } });
    const browser = await w.browser(organisation.editor);
    const { body } = await browser.get(urls.applicationSection.href({ id, section: "organisations" }));
    expect(body).toContain('name="bearer.name"');
    expect(body).not.toContain('name="bearer.mandated"');
  });
});
