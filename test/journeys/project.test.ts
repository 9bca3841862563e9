import { describe, expect, it } from "vitest";
import { modernisationProject } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/project.ts";
import { demoOrganisation } from "#src/demo/organisation.ts";
import { legalDay, systemClock } from "#src/platform/clock.ts";
import { urls } from "#src/urls.ts";
import { narrow, type Traveller, useJourney, type Way, wide } from "#test/support/journey.ts";
import { submit } from "./asking.ts";
import { signInByMail, untilThere } from "./entering.ts";
import { fillFields, fillSection, goOn } from "./fill.ts";
import { joinPapers } from "./papers.ts";

const journey = useJourney();

/** One organisation a way: those of the demonstration that have no project yet. */
const of = ({ javaScript }: Way) => (javaScript ? 39 : 24);

/** The first line by its heading, then its own page, where everything of it is asked. */
async function writeBudget(person: Traveller, answers: Parameters<typeof fillFields>[1]): Promise<void> {
  const { page, way } = person;
  await page.getByRole("button", { name: "Site internet" }).first().click();
  await page.locator("tr[data-line]").first().waitFor();
  await person.go(`${page.url().replace(/\/formulaire\/budget.*/, "")}/budget/lignes/0`);
  const done = new Set<string>();
  while ((await fillFields(person, answers, done)) > 0) {
    if (way.javaScript) await page.waitForTimeout(2_000);
  }
  await person.check();
  await page.getByRole("button", { name: /revenir au budget/i }).click();
  await page.waitForURL(/formulaire\/budget/);
  await fillSection(person, {
    "project.funding.length": "2",
    "project.funding.0.source": "region",
    "project.funding.0.amount": "7 000",
    "project.funding.1.source": "own",
    "project.funding.1.amount": "7 000",
  });
}

describe("a project of 2.d, from its call to its receipt", () => {
  it.each([wide, narrow])("$name", async (way) => {
    const person = await journey.enter(way);
    const { page } = person;
    await signInByMail(person, `direction.${of(way) + 1}@formation.example`, urls.calls.href());
    await page
      .getByRole("link", { name: /^Moderniser les services/ })
      .first()
      .click();
    await page.waitForURL(/\/appels\//);
    await person.check();
    await page.getByRole("link", { name: "Répondre à l’appel" }).click();
    await page.getByRole("button", { name: "Commencer" }).click();
    await page.waitForURL(/formulaire/);
    const answers = {
      ...modernisationProject(demoOrganisation(of(way)), legalDay(systemClock.now()).year + 1),
      "project.phases.length": "2",
    };
    while (page.url().includes("/formulaire/")) {
      if (page.url().includes("/budget")) await writeBudget(person, answers);
      else await fillSection(person, answers);
      await person.check();
      await goOn(page);
    }
    await joinPapers(person);
    await page.getByRole("link", { name: "Relire et déposer" }).last().click();
    await page.waitForURL(/depot/);
    await submit(person);
    expect(await page.locator("main").innerText()).toMatch(/dossier MO-\d{4}-\d+/i);
    await untilThere(person, page.url(), (body) => /id="documents"[\s\S]*?<a /.test(body));
    await person.check();
    await person.close();
  });
});
