import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Traveller, useJourney, ways } from "#test/support/journey.ts";

const journey = useJourney();

async function see(person: Traveller, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await person.go(path);
    await person.check();
  }
}

/** A section begins on its first screen, and the bar that stays at its foot leaves room to read. */
async function opensOnAField(page: Page): Promise<void> {
  const bar = await page.locator(".es-button-bar-sticky").evaluate((one) => one.getBoundingClientRect().height);
  expect(bar, page.url()).toBeLessThan(64);
  const field = page.locator("#formulaire :is(input:not([type=hidden]), select, textarea)").first();
  expect((await field.boundingBox())?.y, page.url()).toBeLessThan(page.viewportSize()?.height ?? 0);
}

/** Follows the first link whose address begins so, and checks where it leads. */
async function follow(person: Traveller, prefix: string): Promise<void> {
  const link = person.page.locator(`main a[href^="${prefix}"]`).first();
  await see(person, [(await link.getAttribute("href")) ?? ""]);
}

describe("the screens of each", () => {
  it.each(ways)("of an applicant: $name", async (way) => {
    const person = await journey.enter(way);
    const { page } = person;
    await see(person, ["/demonstration"]);
    await person.enterAs(/Noa Modèle/);
    await see(person, ["/accueil", "/organisations", "/compte", "/demandes/nouvelle"]);
    await person.go("/accueil");
    await page
      .getByRole("link", { name: /^Répondre/ })
      .first()
      .click();
    await page.waitForURL(/complements/);
    await person.check();
    await see(person, [page.url().replace(/\/complements.*/, "")]);
    await person.go("/accueil");
    await page
      .getByRole("link", { name: /^Terminer/ })
      .first()
      .click();
    await page.waitForURL(/formulaire/);
    const draft = page.url().replace(/\/formulaire.*/, "");
    for (const section of ["organisations", "approach", "budget"]) {
      await see(person, [`${draft}/formulaire/${section}`]);
      await opensOnAField(page);
    }
    await see(person, [`${draft}/pieces`, `${draft}/depot`]);
    await person.close();
  });

  it("no file asks to scroll past 2 900 px before one unfolds anything", async () => {
    const person = await journey.enter();
    const { page } = person;
    await person.enterAs(/Inès Truction/);
    await person.go("/instruction?vue=tous&nombre=100");
    const files = await page
      .locator('main tbody a[href^="/instruction/dossiers/"]')
      .evaluateAll((links) => [...new Set(links.map((one) => (one as HTMLAnchorElement).pathname))]);
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      await person.go(file);
      expect(await page.evaluate(() => document.documentElement.scrollHeight), file).toBeLessThan(2900);
    }
    await person.close();
  });

  it.each(ways)("of the funder's people: $name", async (way) => {
    const person = await journey.enter(way);
    await person.enterAs(/Inès Truction/);
    await see(person, ["/instruction", "/instruction/rapport"]);
    await person.go("/instruction");
    await follow(person, "/instruction/dossiers/");
    await see(person, [`${person.page.url()}/complements`]);
    await person.enterAs(/Adèle Ministration/);
    await see(person, ["/administration"]);
    await person.close();
  });
});
