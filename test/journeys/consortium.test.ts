import { describe, expect, it } from "vitest";
import { type Traveller, useJourney, ways, wide } from "#test/support/journey.ts";
import { fillFields, saveHere } from "./fill.ts";
import { unfold } from "./instructing.ts";

const journey = useJourney();

/** The people of the demonstration's common project, by the organisation of each. */
const LEAD = /Exemple|Modèle|Spécimen|Fictif|Imaginaire|Essai/;

async function enterFor(person: Traveller, situation: RegExp): Promise<void> {
  const { page } = person;
  await page.goto("/demonstration");
  const folded = page.locator("main details.es-disclosure > summary");
  if ((await folded.count()) > 0) await folded.first().click();
  const card = page.locator(".es-card", { hasText: situation }).filter({ hasText: LEAD }).first();
  await card.getByRole("button", { name: /Entrer/ }).click();
  await page.waitForURL((url) => url.pathname !== "/demonstration");
}

const part = {
  category: "association",
  isGreta: "non",
  involvedWithJobSeekers: "oui",
  involvement: "Trente stagiaires par an.",
  contribution: "Elle tient l’atelier d’essai.",
  brings: "Un local et une formatrice.",
  agreementSignedOn: "02/01/2026",
} as const;

/** Writes one's part to its end, then confirms it, box by box. */
async function writeAndConfirm(person: Traveller): Promise<void> {
  const { page } = person;
  await page.getByRole("link", { name: /(Écrire|Modifier) votre partie/ }).click();
  await page.waitForURL(/\/partie$/);
  await person.check();
  const base = await page.locator('input[name="partie"]').inputValue();
  const answers = Object.fromEntries(Object.entries(part).map(([field, value]) => [`${base}.${field}`, value]));
  const done = new Set<string>();
  while ((await fillFields(person, answers, done)) > 0) await saveHere(page);
  await page.getByRole("button", { name: "Enregistrer et relire" }).click();
  await page.getByRole("heading", { name: "Confirmer votre partie" }).waitFor();
  await person.check();
  for (const box of await page.locator('input[name^="declarations."]').all()) await box.check();
  await page.getByRole("button", { name: "Confirmer notre partie" }).click();
  await page.getByText("Votre partie est confirmée").first().waitFor();
}

describe("a project of several, from the invitation to the confirmations", () => {
  it.each(ways)("$name", async (way) => {
    const lead = await journey.enter(way);
    await enterFor(lead, /Un projet commun se prépare à plusieurs/i);
    await lead.page
      .getByRole("link", { name: /Réparer plutôt que jeter/ })
      .first()
      .click();
    await unfold(lead.page, 'a[href$="/partenaires"]');
    await lead.page.getByRole("link", { name: "Les partenaires" }).first().click();
    await lead.page.waitForURL(/\/partenaires$/);
    await lead.check();
    const partners = lead.page.url();
    if (way === wide) {
      expect(await lead.page.getByText("1\u00a0partie confirmée sur 3").count()).toBe(1);
      await lead.page.getByRole("button", { name: "Inviter" }).click();
      await lead.page.getByText("Donnez un SIRET, une adresse, ou les deux.").first().waitFor();
      await lead.check();

      const invited = await journey.enter(way);
      await enterFor(invited, /Un projet commun attend une réponse/i);
      await invited.check();
      await invited.page.getByRole("link", { name: /Répondre à l’invitation/ }).click();
      await invited.check();
      await invited.page.getByRole("button", { name: /Accepter/ }).click();
      await invited.page.getByText("Vous prenez part à ce projet").waitFor();
      await invited.check();
      await writeAndConfirm(invited);
      await invited.check();
      await invited.close();
      await lead.go(partners);
      expect(await lead.page.getByText("2\u00a0parties confirmées sur 3").count()).toBe(1);
    } else {
      // A partner withdraws before the filing: its part goes, and the lead is told.
      const leaving = await journey.enter(way);
      await enterFor(leaving, /Une partie d’un projet commun/i);
      await leaving.page
        .getByRole("link", { name: /Réparer plutôt que jeter/ })
        .first()
        .click();
      await leaving.check();
      await leaving.page.locator("summary", { hasText: "Quitter ce projet" }).click();
      await leaving.page.getByRole("button", { name: "Quitter le projet" }).click();
      await leaving.page.getByText("Vous ne prenez plus part à ce projet").waitFor();
      await leaving.close();
      await lead.go(partners);
      await lead.page.getByText("a quitté le projet").waitFor();
      await lead.check();
    }
    await lead.close();
  });
});
