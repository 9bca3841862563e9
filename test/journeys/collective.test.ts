import { describe, expect, it } from "vitest";
import { randomOf } from "#policy/demonstration/index.ts";
import { demoApplication, demoOrganisation, phaseAnswers, structureAnswers } from "#src/demo/file.fixture.ts";
import { useJourney, ways } from "#test/support/journey.ts";
import { sections, submit } from "./asking.ts";
import { fillSection, goOn } from "./fill.ts";
import { joinPapers } from "./papers.ts";

const journey = useJourney();

/** Two structures that the service does not know yet, asked for by their network. */
function answersOf(index: number) {
  const [first, second] = [300 + index * 2, 301 + index * 2].map(demoOrganisation);
  if (first === undefined || second === undefined) throw new Error("two structures are made");
  return {
    ...demoApplication(0).raw,
    ...structureAnswers(0, first),
    ...structureAnswers(1, second),
    ...phaseAnswers(0, randomOf(1)),
    ...phaseAnswers(1, randomOf(2)),
    route: "collective",
    "bearer.name": "Réseau des ateliers normands (fictif)",
    "bearer.siret": first.siret,
    "bearer.mandated": "oui",
    "structures.length": "2",
    daysAreShared: "non",
  };
}

describe("a collective request", () => {
  it.each(ways.map((way, index) => ({ ...way, index })))(
    "two structures, each with its days, asked for by their network: $name",
    async ({ index, ...way }) => {
      const person = await journey.enter(way);
      const { page } = person;
      await person.enterAs(/Agathe Réseau/);
      await person.go("/demandes/nouvelle?dispositif=appui-conseil");
      await page.getByRole("button", { name: "Commencer" }).click();
      await page.waitForURL(/formulaire\/organisations/);
      for (const section of sections) {
        await page.waitForURL(new RegExp(`formulaire/${section}`));
        await fillSection(person, answersOf(index));
        await person.check();
        await goOn(page);
      }
      await page.waitForURL(/pieces/);
      expect(await page.getByText("Mandat des structures au groupement ou au réseau").count()).toBeGreaterThan(0);
      await joinPapers(person);
      await page.getByRole("link", { name: "Relire et déposer" }).last().click();
      const page2 = await page.locator("main").innerText();
      for (const n of [300, 301]) expect(page2).toContain(demoOrganisation(n + index * 2).name);
      await submit(person);
      await person.close();
    },
  );
});
