import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDraft, makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { wordsInSight } from "./words.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

/** CS-7, MO-9-4, AX1B-13, D-02: how the text's own lines are called. */
const PROVISION = /\b(?:[A-Z]{1,4}\d?[A-Z]?)-\d{1,2}(?:-\d{1,2})?\b(?=\D|$)/;
/** Words that a name put in its place made wrong, and what two labels end to end became. */
const BROKEN =
  /\b(?:de|à|par|avec) Région\b|Vous avez modifié dans une autre page|\? ?:(?! ?\/)|\b(?:undefined|NaN|null)\b/;

async function read(browser: Browser, path: string): Promise<string> {
  const page = await browser.get(path);
  expect(page.status, path).toBe(200);
  return wordsInSight(page.body);
}

describe("the words that an applicant reads without unfolding anything", () => {
  it("name no line of the text, before an account", async () => {
    const anyone = await w.browser();
    const scheme = "appui-conseil";
    const refused = { route: "individual", "structures.0.commune": "14118", "structures.0.headcount": "5" };
    const paths = [
      urls.home.href(),
      urls.aids.href(),
      urls.versions.href(),
      urls.simulator.href({ scheme }),
      urls.simulatorResult.href({ scheme }, refused),
      urls.simulatorResult.href({ scheme }, { ...refused, "structures.0.headcount": "12" }),
      ...[scheme, "transitions", "modernisation"].map((one) => urls.scheme.href({ scheme: one })),
    ];
    for (const path of paths) {
      const words = await read(anyone, path);
      expect(words, path).not.toMatch(BROKEN);
      if (path !== urls.versions.href()) expect(words, path).not.toMatch(PROVISION);
    }
  });

  it("call who asks a structure, from the first section to the last, and name no line of the text", async () => {
    const { id } = await makeDraft(w, organisation, 1, { papers: false, twist: { "structures.0.headcount": "5" } });
    const editor = await w.browser(organisation.editor);
    const sections = ["organisations", "project", "sustainability", "approach", "provider", "budget"];
    const paths = [
      ...sections.map((section) => urls.applicationSection.href({ id, section })),
      urls.applicationAttachments.href({ id }),
      urls.applicationSubmission.href({ id }),
    ];
    for (const path of paths) {
      const words = await read(editor, path);
      expect(words, path).not.toMatch(PROVISION);
      expect(words, path).not.toMatch(BROKEN);
      expect(words, path).not.toMatch(/\b(?:votre|vos|l’|cet) ?(?:établissements?|organismes?)\b/i);
    }
  });
});
