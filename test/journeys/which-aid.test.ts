import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, useJourney, ways } from "#test/support/journey.ts";

const journey = useJourney();

const onward = async (page: Page, name: string, value: string) => {
  await choose(page, name, value);
  await page.getByRole("button", { name: "Continuer" }).click();
};
const main = (page: Page) => page.locator("main").innerText();

describe("which aid", () => {
  it.each(ways)("three questions lead to the right one, and back: $name", async (way) => {
    const person = await journey.enter(way);
    const { page } = person;
    await person.go("/");
    await person.check();
    await page.getByRole("link", { name: "Trouver l’aide qui convient" }).click();
    await person.check();
    await onward(page, "projet", "conseil");
    await onward(page, "taille", "oui");
    await onward(page, "lieu", "oui");
    await person.check();
    expect(await main(page)).toContain("L’appui conseil peut convenir");
    await page.getByRole("link", { name: "Changer la dernière" }).click();
    await onward(page, "lieu", "non");
    expect(await main(page)).toContain("Un lieu en Normandie suffit");
    await person.close();
  });

  it.each(ways)(
    "without a call, a project's costs come from a spreadsheet and no amount is said: $name",
    async (way) => {
      const person = await journey.enter(way);
      const { page } = person;
      await person.go(
        "/simulateur/modernisation?etape=costs&project.commune=14118&project.kinds=service-offer&project.isPedagogical=non&project.changesOwnOrganisation=oui&project.transitions=digital&project.regionalAudience=oui&project.phases.0.startsOn=01/09/2026&project.phases.0.endsOn=30/06/2027&project.funding.0.source=own&project.funding.0.amount=35000",
      );
      await person.check();
      await page.getByText("Coller depuis un tableur").click();
      await page
        .getByLabel(/une ligne chacune/)
        .fill("Site internet\t15 000\t\t\tnon\tnon\toui\toui\nMise au point du projet\t20 000\t\t\tnon\tnon");
      await page.getByRole("button", { name: "Ajouter ces lignes" }).click();
      await page.waitForURL(/costs\.1/);
      await person.check();
      expect(await page.locator('[name="costs.1.amount"]').inputValue()).toBe("20 000");
      await page.goto(page.url().replace("/modernisation?", "/modernisation/resultat?"));
      await person.check();
      expect(await main(page)).toContain("Modalités non publiées");
      expect(await main(page)).not.toMatch(/jusqu’à [\d\s]+€/);
      await person.go("/fonctionnement-des-regles/modernisation");
      await person.check();
      await person.close();
    },
  );

  it.each(ways)("a consortium's project: who would pay what, Region, ESF+ and own share: $name", async (way) => {
    const person = await journey.enter(way);
    const { page } = person;
    await person.go(`/simulateur/transitions?${new URLSearchParams(project)}`);
    await person.check();
    await page.locator('button[name="ajouter"][value="partners"]').click();
    for (const [name, value] of Object.entries(partner)) await choose(page, name, value);
    await page.getByText("Coller depuis un tableur").click();
    await page
      .getByLabel(/une ligne chacune/)
      .fill("Prestations extérieures\t40 000\tchef de file\t\t\tnon\nDépenses de cantine\t12");
    await page.getByRole("button", { name: "Ajouter ces lignes" }).click();
    await page.waitForURL(/costs\.1/);
    await page.locator('button[value="resultat"]:not([aria-hidden])').last().click();
    await page.locator(".es-error-summary").waitFor();
    await person.check();
    await page.locator('button[name="retirer"][value="costs.1"]').click();
    await page.waitForURL((url) => !url.searchParams.has("costs.1.amount"));
    await page.locator('button[value="resultat"]:not([aria-hidden])').last().click();
    await page.waitForURL(/resultat/);
    await person.check();
    const said = (await main(page)).replace(/\s/g, " ");
    for (const part of ["Aide du FSE+ 24 000 €", "Votre part 8 000 €", "Signée et effective avant le jour du dépôt"])
      expect(said).toContain(part);
    await person.close();
  });
});

/** All that is asked of a project, but its costs and its partner. */
const project = {
  vue: "page",
  "project.commune": "14118",
  "project.kinds": "module",
  "project.transitions": "ecological",
  "project.endsOn": "31/03/2027",
  "project.free": "oui",
  "project.contributesToObjective45": "oui",
  "partners.0.role": "lead",
  "partners.0.category": "association",
  "partners.0.involvedWithJobSeekers": "oui",
  "principles.equality": "oui",
  "principles.nonDiscrimination": "oui",
  "principles.sustainability": "oui",
  costOption: "key",
  selectedForEsf: "oui",
  requestedEsfRate: "60",
  otherPublicFunding: "0",
};

const partner = {
  "partners.1.role": "partner",
  "partners.1.category": "company",
  "partners.1.involvedWithJobSeekers": "oui",
};
