import { describe, expect, it } from "vitest";
import { fictionalSiren, fictionalSiret } from "#policy/demonstration/index.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { type Traveller, useJourney, ways } from "#test/support/journey.ts";
import { sections, submit } from "./asking.ts";
import { describeOrganisation, mailArrives, sayName, showBelonging, signInByMail, untilThere } from "./entering.ts";
import { type Answers, fillFields, fillSection, goOn } from "./fill.ts";
import { joinPapers } from "./papers.ts";

// Nothing listens there: the organisation's people describe it themselves.
const journey = useJourney({ env: { ESSAIM_COMPANY_DIRECTORY_URL: "http://127.0.0.1:9" } });

/** From the simulator's result to an empty draft of a person and an organisation that the service has never seen. */
async function begin(person: Traveller, index: number, answers: Answers): Promise<void> {
  const { page } = person;
  await person.go("/simulateur/appui-conseil?vue=page&structures.0.commune=14118");
  await fillFields(person, { ...answers, "structures.0.daysAlreadyFunded": "0" });
  await page.locator('button[value="resultat"]:not([aria-hidden])').click();
  await page.waitForURL(/resultat/);
  await page.getByRole("link", { name: "Commencer ma demande avec ces réponses" }).click();
  await page.waitForURL(/connexion/);
  await signInByMail(person, `depot-${index}@organisme.example`, "/demandes/nouvelle?dispositif=appui-conseil");
}

describe("file a request", () => {
  it.each(ways.map((way, index) => ({ ...way, index })))(
    "from the simulator to the receipt, by a newcomer: $name",
    async ({ index, ...way }) => {
      const person = await journey.enter(way);
      const { page } = person;
      const answers = demoApplication(index).raw;
      const name = `Organisme de dépôt ${index + 1} (fictif)`;
      const siret = fictionalSiret(fictionalSiren(60_000 + index));
      await begin(person, index, answers);
      await sayName(person, "Personne de Parcours");
      await page.getByRole("link", { name: "Ajouter mon organisme" }).click();
      await describeOrganisation(person, siret, {
        nom: name,
        type: "training-body",
        commune: "14118",
        effectif: "12",
      });
      expect(await page.locator("main").innerText()).toContain("Vos réponses au simulateur sont reprises");
      await person.check();
      await page.getByRole("button", { name: "Commencer" }).click();
      await page.waitForURL(/formulaire\/organisations/);
      for (const section of sections) {
        await page.waitForURL(new RegExp(`formulaire/${section}`));
        await fillSection(person, { ...answers, "structures.0.siret": siret });
        await person.check();
        await goOn(page);
      }
      await page.waitForURL(/pieces/);
      await joinPapers(person);
      await person.check();
      await page.getByRole("link", { name: "Relire et déposer" }).last().click();
      await page.waitForURL(/depot/);
      await showBelonging(journey, person, name);
      await submit(person);
      await receive(person, index);
      await person.close();
    },
  );
});

/** The number at once, the receipt within a moment: here, and by mail. */
async function receive(person: Traveller, index: number): Promise<void> {
  const { page, context } = person;
  const number = await page.locator("main").innerText();
  expect(number).toMatch(/dossier \S+-\d+/i);
  await untilThere(person, page.url(), (body) => /id="documents"[\s\S]*?<a /.test(body));
  await page.reload();
  const receipt = page.locator("#documents a").first();
  const pdf = await context.request.get((await receipt.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await person.go("/accueil");
  await person.check();
  await mailArrives(person, `depot-${index}@organisme.example`, "Nous avons bien reçu votre demande");
}
