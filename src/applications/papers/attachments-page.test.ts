import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { joinPdf, makeDraft, makeOrganisation, type TestOrganisation, visitorOf } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const papersOf = async (id: string) =>
  (await (await w.browser(organisation.editor)).get(urls.applicationAttachments.href({ id }))).body;

describe("the papers of a draft", () => {
  it("are one list: what waits first, what is joined after, never said filed", async () => {
    const { id } = await makeDraft(w, organisation, 1, { papers: false });
    await joinPdf(w.world, await visitorOf(w, organisation.owner), id, "quote");
    const body = await papersOf(id);
    const [todo = "", done = ""] = body.slice(body.indexOf("À faire")).split("Rien à faire");
    expect(todo).toContain("Relevé d’identité bancaire");
    expect(todo).not.toContain("Devis du prestataire");
    expect(done).toContain("Devis du prestataire");
    expect(done).toContain("Jointe");
    // Heard out of its place, each field says which paper it takes; how many are left is said again as one is joined.
    expect(todo).toMatch(/Joindre le fichier<span class="ds-sr-only">\s*: Relevé d’identité bancaire/);
    expect(body).toMatch(/data-refresh="[^"]* pieces-restantes"/);
    expect(body).toContain('<span id="pieces-restantes" data-live-target');
    expect(body).not.toContain("Déposé");
    expect(body).not.toMatch(/disposition <\/span>CS-/);
  });

  it("leave out those that the answers make pointless, and list them once they are not", async () => {
    const idle = { "structures.0.servesJobSeekers": "oui", otherPublicFunding: "0" };
    const { id } = await makeDraft(w, organisation, 1, { papers: false, twist: idle });
    const before = await papersOf(id);
    expect(before).not.toContain("projet vers les personnes en recherche d’emploi");
    expect(before).not.toContain("autres financeurs publics");
    const busy = {
      "structures.0.servesJobSeekers": "non",
      "structures.0.plansToServeJobSeekers": "oui",
      otherPublicFunding: "1000",
    };
    const other = await makeDraft(w, organisation, 2, { papers: false, twist: busy });
    const after = await papersOf(other.id);
    expect(after).toContain("projet vers les personnes en recherche d’emploi");
    expect(after).toContain("autres financeurs publics");
  });
});
