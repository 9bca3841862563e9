import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDraft, makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

/** What the eye meets before it unfolds anything. */
function inView(html: string): string {
  return html
    .replace(/<details[\s\S]*?<\/summary>[\s\S]*?<\/details>/g, "")
    .replace(/<[^>]*class="ds-sr-only"[^>]*>[^<]*</g, "<")
    .replace(/<[^>]+>/g, " ");
}

describe("the words of a draft", () => {
  it("keep the provisions of the text out of view, and call who asks by one name", async () => {
    const twist = { "structures.0.phases.0.dailyCost": "1400", "structures.0.phases.1.days": "24", workStarted: "oui" };
    const { id } = await makeDraft(w, organisation, 1, { twist });
    const browser = await w.browser(organisation.editor);
    const sections = ["organisations", "project", "sustainability", "approach", "provider", "budget"];
    for (const path of [
      ...sections.map((section) => urls.applicationSection.href({ id, section })),
      urls.applicationAttachments.href({ id }),
      urls.applicationSubmission.href({ id }),
      urls.application.href({ id }),
    ]) {
      const seen = inView((await browser.get(path)).body);
      expect(/.{60}\b(CS|D|GOV)-\d.{20}/.exec(seen)?.[0] ?? "", path).toBe("");
      expect(seen, path).not.toMatch(/l’établissement|cet établissement/i);
      expect(seen, path).not.toContain("Structure 1");
    }
  });

  it("say an error after a question as a sentence", async () => {
    const { id } = await makeDraft(w, organisation, 1, { twist: { "structures.0.phases.0.phase": "" } });
    const browser = await w.browser(organisation.editor);
    const path = urls.applicationSection.href({ id, section: "approach" }, { verifier: 1 });
    const { body } = await browser.get(path);
    expect(body).toMatch(/Quelle phase.\? Choisissez/);
    expect(body).not.toMatch(/\?.?: Choisissez/);
  });
});
