import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, tabTo, useJourney, ways } from "#test/support/journey.ts";

const journey = useJourney();

/** Fills the one-page simulator as the head of a 12-person company near Caen would. */
async function answer(page: Page, headcount: string): Promise<void> {
  await page.goto("/simulateur/appui-conseil?vue=page&structures.0.commune=14118");
  const texts = {
    "structures.0.headcount": headcount,
    "structures.0.daysAlreadyFunded": "0",
    "structures.0.phases.0.days": "10",
    "structures.0.phases.0.dailyCost": "1 000,00",
    "provider.createdOn": "01/01/2015",
    "provider.consultants.0.yearsOfExperience": "5",
    otherPublicFunding: "0",
  };
  const choices = {
    route: "individual",
    "structures.0.mainActivityIsTraining": "oui",
    "structures.0.servesJobSeekers": "oui",
    "structures.0.phases.0.phase": "diagnostic",
    workStarted: "non",
    "provider.hasCapacity": "oui",
    "provider.subcontracts": "non",
    "provider.partnerBody": "none",
    "provider.joinsMonitoringCommittees": "oui",
    "provider.providesDeliverables": "oui",
  };
  for (const [name, text] of Object.entries(texts)) await page.locator(`input[name="${name}"]`).fill(text);
  for (const [name, value] of Object.entries(choices)) await choose(page, name, value);
  const field = await page.locator('input[name="provider.fields"]').first().getAttribute("value");
  await choose(page, "provider.fields", field ?? "");
}

const seeResult = (page: Page) => page.locator('button[value="resultat"]:not([aria-hidden])').click();

describe("simulate", () => {
  it.each(ways)("the answer comes first, with its reasons and amounts: $name", async (way) => {
    const person = await journey.enter(way);
    const { page } = person;
    await answer(page, "12");
    await person.check();
    await seeResult(page);
    await page.waitForURL(/resultat/);
    await person.check();
    expect(await page.locator("main").innerText()).toMatch(/7\s000/);
    // Where the text says it is folded: it is there for who asks why.
    expect(await page.locator("main").textContent()).toContain("1.b, public visé");
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    expect(await page.locator("main").innerText()).toMatch(/7\s000/);
    await person.close();
  });

  it.each(ways)("five employees are not more than five, and it is said kindly: $name", async (way) => {
    const person = await journey.enter(way);
    await answer(person.page, "5");
    await seeResult(person.page);
    await person.page.waitForURL(/resultat/);
    await person.check();
    expect(await person.page.locator("main").innerText()).toMatch(/plus de 5/);
    await person.close();
  });

  it.each(ways)("what is typed wrong is kept, and told by its field: $name", async (way) => {
    const person = await journey.enter(way);
    await answer(person.page, "douze");
    await seeResult(person.page);
    const field = person.page.locator('input[name="structures.0.headcount"]');
    if ((await field.count()) === 0) await person.page.goBack();
    expect(await field.inputValue()).toBe("douze");
    await person.close();
  });

  it("the first steps go by the keyboard alone", async () => {
    const person = await journey.enter();
    const { page } = person;
    await person.go("/simulateur/appui-conseil");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, "Pour ma structure");
    await page.keyboard.press("Space");
    await tabTo(page, "Continuer");
    await page.keyboard.press("Enter");
    await page.waitForURL(/etape=/);
    await person.check();
    await person.close();
  });
});
