import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, type Traveller, useJourney, type Way, ways } from "#test/support/journey.ts";

const journey = useJourney();
const phone = ways.find((way) => way.width === 360 && !way.javaScript) as Way;
const desk = ways.find((way) => way.width === 1280 && way.javaScript) as Way;
const narrow = ways.find((way) => way.width === 360 && way.javaScript) as Way;

async function enter(name: RegExp | null, way: Way = desk): Promise<Traveller> {
  const person = await journey.enter(way);
  if (name !== null) await person.enterAs(name);
  return person;
}

const fill = (page: Page, name: string, value: string) => page.locator(`[name="${name}"]`).fill(value);
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

describe("measuring oneself, and being put in touch", () => {
  it("without an account nor JavaScript, on a telephone, to a picture in words", async () => {
    const stranger = await enter(null, phone);
    const { page } = stranger;
    await stranger.go("/maturite");
    await stranger.check();
    await page.getByRole("link", { name: "Commencer" }).click();
    for (let step = 1; step <= 6; step++) {
      await page.getByText(`Domaine ${step} sur 6`).waitFor();
      await stranger.check();
      const names = await page
        .locator('input[type="radio"]')
        .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
      expect(names).toHaveLength(3);
      for (const name of names) await choose(page, name, step === 2 ? "1" : "3");
      await press(page, step === 6 ? "Voir le résultat" : "Continuer");
    }
    await page.getByRole("heading", { level: 1, name: "Le suivi à distance reste à construire." }).waitFor();
    await stranger.check();
    expect(await page.locator("table.es-maturity tbody tr").count()).toBe(6);
    expect(await page.locator(".es-next-steps > li").count()).toBe(3);
    await stranger.close();
  });

  it("then from the organisation's result to a referral that is answered", async () => {
    const camille = await enter(/Camille Exemple/, narrow);
    const { page } = camille;
    await camille.go("/developpement-durable");
    await page
      .getByRole("link", { name: /Voir le résultat/ })
      .first()
      .click();
    await page.getByText("Avant").first().waitFor({ state: "attached" });
    await camille.check();
    await page.getByRole("link", { name: "Être orienté vers le service E3D" }).click();
    await camille.check();
    await fill(page, "need", "Un plan d’action pour notre atelier, avec les stagiaires.");
    await press(page, "Envoyer la demande");
    await page.locator("#erreurs").waitFor();
    await camille.check();
    await page.locator('label[for="champ-consent"]').click();
    await press(page, "Envoyer la demande");
    await page.getByRole("heading", { level: 1, name: "Votre demande est reçue" }).waitFor();
    await camille.check();
    const address = new URL(page.url()).pathname;

    const dorian = await enter(/Dorian Durable/);
    await dorian.go("/orientations/a-traiter");
    await dorian.check();
    await dorian.page.goto(address.replace("/orientations/", "/orientations/a-traiter/"));
    await press(dorian.page, "Je prends en charge");
    await fill(dorian.page, "answer", "Je viens vous voir le 12.");
    await dorian.check();
    await press(dorian.page, "Envoyer la réponse");
    await dorian.page.getByRole("heading", { level: 1, name: /Réponse donnée/ }).waitFor();
    await dorian.close();

    await camille.go(address);
    await page.getByText("Je viens vous voir le 12.").waitFor();
    await choose(page, "helped", "yes");
    await camille.check();
    await press(page, "Clôturer");
    await page.getByRole("heading", { level: 1, name: "Orientation clôturée" }).waitFor();
    await camille.close();
  });
});

describe("the community", () => {
  it("is joined, written in, moderated, and a decision appealed to somebody else", async () => {
    const camille = await enter(/Camille Spécimen/);
    const { page } = camille;
    await camille.go("/communaute");
    await camille.check();
    await page.getByRole("link", { name: /Rejoindre la communauté/ }).click();
    await page.locator('[name="kind"]').selectOption("training-body");
    await choose(page, "departments", "14");
    await fill(page, "summary", "Nous formons aux métiers du soin.");
    await fill(page, "offers", "Une salle de simulation.");
    await choose(page, "shown", "offers");
    await camille.check();
    await press(page, "Demander à paraître");
    await page.getByText("Votre demande est en attente").waitFor();
    await camille.check();

    const anna = await enter(/Anna Lien/, narrow);
    await anna.go("/communaute/animation");
    await anna.check();
    const waiting = anna.page.locator("section", { hasText: "Fiches à accueillir" }).getByRole("link").last();
    const name = (await waiting.textContent()) ?? "";
    await waiting.click();
    await anna.check();
    await press(anna.page, "Accepter");
    await anna.page.getByText("C’est décidé").waitFor();

    await camille.go("/communaute");
    expect(await page.getByRole("link", { name, exact: true }).count()).toBe(1);
    await camille.go("/communaute/pratiques/nouvelle");
    await fill(page, "title", "Un carnet de bord partagé");
    await fill(page, "summary", "Chaque stagiaire et son formateur écrivent dans le même carnet.");
    await fill(page, "body", "Le problème.\n\nCe qui a marché.");
    await choose(page, "themes", "support");
    await camille.check();
    await press(page, "Enregistrer le brouillon");
    await press(page, "Proposer à la communauté");
    await page.getByText("Elle attend d’être relue").waitFor();
    await camille.check();
    const practice = new URL(page.url()).pathname;

    await anna.go(practice);
    await press(anna.page, "Refuser");
    await anna.page.locator("#erreurs").waitFor();
    await anna.check();
    await anna.page.locator('[name="ground"]').selectOption("unclear");
    await fill(anna.page, "reasons", "On ne voit pas pour qui.");
    await press(anna.page, "Refuser");
    await anna.page.getByText("C’est décidé").waitFor();
    await anna.close();

    await camille.go(practice);
    await page.getByRole("link", { name: /Lire la décision/ }).click();
    await camille.check();
    await fill(page, "reasons", "Pour tous les formateurs à distance.");
    await press(page, "Demander un nouvel examen");
    await page.getByText("En attente de réponse").waitFor();
    const decision = new URL(page.url()).pathname;

    const adele = await enter(/Adèle Ministration/);
    await adele.go(decision);
    await fill(adele.page, "answer", "C’est clair : la pratique paraît.");
    await adele.check();
    await press(adele.page, "Lever la décision");
    await adele.page.getByText("La décision est levée").first().waitFor();
    await adele.close();

    const stranger = await enter(null, phone);
    await stranger.go(practice);
    await stranger.page.getByRole("heading", { level: 1, name: "Un carnet de bord partagé" }).waitFor();
    await stranger.check();
    for (const path of [
      "/communaute",
      "/communaute/annonces",
      "/communaute/pratiques",
      "/communaute/pratiques/des-sous-titres-pour-toutes-nos-videos-faits-par-les-stagiaires",
      "/communaute/lettre",
      "/communaute/gouvernance",
    ]) {
      await stranger.go(path);
      await stranger.check();
    }
    await stranger.close();
    await camille.close();
  });

  it("is governed: a meeting from its call to its published minutes", async () => {
    const anna = await enter(/Anna Lien/);
    const { page } = anna;
    await anna.go("/instances/conseil-de-communotic");
    await anna.check();
    await page.getByRole("link", { name: /N° 2/ }).click();
    await anna.check();
    const seats = page.locator('select[name^="presence."]');
    for (let index = 0; index < (await seats.count()); index++) await seats.nth(index).selectOption("present");
    await press(page, "Enregistrer les présences");
    await press(page, "Ouvrir la séance");
    await page.getByText("Le quorum est atteint").waitFor();
    await page.getByRole("link", { name: /Noter le vote/ }).click();
    await fill(page, "text", "La communauté s’ouvre aux employeurs.");
    await fill(page, "inFavour", "6");
    await fill(page, "against", "1");
    await fill(page, "abstained", "0");
    await anna.check();
    await press(page, "Enregistrer le vote");
    await page.getByText("6 pour, 1 contre").waitFor();
    await press(page, "Clore la séance");
    await fill(page, "minutes", "La proposition a été discutée, puis votée.");
    await press(page, "Enregistrer le compte rendu");
    await press(page, "Approuver le compte rendu");
    await press(page, "Publier le compte rendu");
    await page.getByRole("button", { name: "Ne plus publier" }).waitFor();
    await anna.check();
    await anna.close();

    const stranger = await enter(null, phone);
    await stranger.go("/communaute/gouvernance");
    await stranger.page.getByRole("link", { name: /N° 2/ }).click();
    await stranger.page.getByText("La communauté s’ouvre aux employeurs.").waitFor();
    await stranger.check();
    await stranger.close();
  });
});
