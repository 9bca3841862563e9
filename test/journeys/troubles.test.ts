import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, narrow, type Traveller, useJourney, type Way, ways, wide } from "#test/support/journey.ts";
import { saveHere } from "./fill.ts";
import { openApplication } from "./instructing.ts";
import { pdf } from "./papers.ts";

const journey = useJourney();

async function enterAs(way: Way | undefined, name: RegExp): Promise<Traveller> {
  const person = await journey.enter(way);
  await person.enterAs(name);
  return person;
}

/** The address of the person's own draft, as their home leads to it. */
async function draftOf(person: Traveller): Promise<string> {
  await person.go("/accueil");
  const link = person.page.getByRole("link", { name: /^Terminer/ }).first();
  return /\/demandes\/[^/]+/.exec((await link.getAttribute("href")) ?? "")?.[0] ?? "";
}

describe("what goes wrong is told, and nothing typed is lost", () => {
  it.each(ways)("an answer that cannot be read: kept, and the summary leads to its field: $name", async (way) => {
    const person = await enterAs(way, /Dominique Essai/);
    const { page } = person;
    await person.go(`${await draftOf(person)}/formulaire/organisations`);
    await page.locator('input[name="structures.0.headcount"]').fill("une quinzaine");
    await saveHere(page);
    await page.waitForURL(/verifier/);
    await person.check();
    const told = page.locator("#erreurs a", { hasText: /salariés/ });
    await told.click();
    const field = page.locator('input[name="structures.0.headcount"]');
    expect(await field.inputValue()).toBe("une quinzaine");
    expect(new URL(page.url()).hash.slice(1)).toBe(await field.getAttribute("id"));
    if (way.javaScript) expect(await focused(page)).toBe(await field.getAttribute("name"));
    await person.close();
  });

  it.each(ways)("two editors of one field: both texts are there, one chooses: $name", async (way) => {
    const [first, second] = [await enterAs(way, /Camille Exemple/), await enterAs(way, /Robin Rédaction/)];
    const address = `${await draftOf(first)}/formulaire/project`;
    const title = (person: Traveller) => person.page.locator('input[name="title"]');
    for (const person of [first, second]) await person.go(address);
    await title(second).fill(`Le titre de Robin, ${way.width}`);
    await saveHere(second.page);
    await title(first).fill(`Le titre de Camille, ${way.width}`);
    await first.page.locator('button[name="aller"][value="ici"]:not([aria-hidden])').click();
    await first.page.getByText(/mêmes champs/).waitFor();
    await first.check();
    expect(await title(first).inputValue()).toBe(`Le titre de Camille, ${way.width}`);
    expect(await first.page.locator("q").first().innerText()).toContain(`Le titre de Robin, ${way.width}`);
    await choose(first.page, "choix.title", "saisi");
    await saveHere(first.page);
    expect(await title(first).inputValue()).toBe(`Le titre de Camille, ${way.width}`);
    for (const person of [first, second]) await person.close();
  });

  it.each(ways)("two officers act on one page: the second is told who did: $name", async (way) => {
    const [first, second] = [await enterAs(way, /Inès Truction/), await enterAs(way, /Octave Dossier/)];
    const number = way.javaScript ? "AC-2026-00037" : "AC-2026-00038";
    for (const person of [first, second]) await openApplication(person, number);
    await second.page.getByRole("button", { name: "Déclarer le dossier complet" }).click();
    await second.page.getByText("Le dossier est déclaré complet.").first().waitFor();
    await first.page.getByRole("button", { name: "Déclarer le dossier complet" }).click();
    await first.page.getByRole("heading", { name: "Le dossier a changé entre-temps" }).waitFor();
    expect(await first.page.locator("main").innerText()).toContain("Octave Dossier");
    await first.check();
    await first.page.getByRole("link", { name: "Rouvrir le dossier" }).click();
    await first.page.getByRole("button", { name: "Commencer l’instruction" }).waitFor();
    for (const person of [first, second]) await person.close();
  });

  it("what is not one's own is not there; what one's role does not allow is said", async () => {
    const [owner, stranger] = [await enterAs(wide, /Camille Exemple/), await enterAs(narrow, /Morgan Exemple/)];
    const draft = await draftOf(owner);
    for (const path of [draft, `${draft}/depot`, "/instruction", "/administration", "/demandes/nimporte"]) {
      const answer = await stranger.page.goto(path);
      expect(answer?.status(), path).toBe(404);
      expect(await stranger.page.locator("h1").innerText()).toBe("Page introuvable");
    }
    await stranger.check();
    await owner.go("/page-qui-n-existe-pas");
    await owner.check();
    // A page opened while one could write, sent once one may only read.
    const reader = await enterAs(wide, /Lise Lecture/);
    await owner.go(`${draft}/formulaire/project`);
    await owner.context.clearCookies();
    await owner.context.addCookies(await reader.context.cookies());
    await owner.page.locator('button[name="aller"][value="ici"]:not([aria-hidden])').click();
    await owner.page.getByRole("heading", { name: "Action réservée" }).waitFor();
    await owner.check();
    for (const person of [owner, stranger, reader]) await person.close();
  });

  it.each(ways)("a paper of a wrong kind or too heavy is refused, the others stay: $name", async (way) => {
    const person = await enterAs(way, /Camille Exemple/);
    const { page } = person;
    await person.go(`${await draftOf(person)}/pieces`);
    const place = page.locator("#piece-champ-quote");
    const send = async (name: string, buffer: Buffer) => {
      await place.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer });
      if (!way.javaScript) await place.locator('form:has(input[type="file"]) button[type="submit"]').click();
    };
    await send("devis.pdf", Buffer.from("MZ ceci n’est pas un PDF"));
    await place
      .locator(way.javaScript ? '[data-tone="danger"]' : ".es-error")
      .first()
      .waitFor();
    await person.check();
    await send("devis-lourd.pdf", Buffer.concat([pdf("devis").buffer, Buffer.alloc(21_000_000)]));
    await page
      .getByText(/20\s?Mo/)
      .first()
      .waitFor();
    await place
      .locator(way.javaScript ? '[data-tone="danger"]:has-text("devis-lourd")' : ".es-error")
      .first()
      .waitFor();
    await person.check();
    expect(await place.locator(".es-files").count(), "nothing was joined").toBe(0);
    await send("devis.pdf", pdf("devis").buffer);
    await place.locator(".es-files", { hasText: "devis.pdf" }).waitFor();
    await place.getByRole("button", { name: /Retirer devis.pdf/ }).click();
    await page.getByText("Le fichier est retiré.").waitFor();
    await person.check();
    await person.close();
  });

  it("a session that is over: the page says it and keeps what is typed; without a script, one signs in", async () => {
    const person = await enterAs(wide, /Camille Exemple/);
    const { page } = person;
    const draft = await draftOf(person);
    await person.go(`${draft}/formulaire/project`);
    const cookies = await person.context.cookies();
    await person.context.clearCookies();
    await page.locator('textarea[name="needs"]').fill("Ce que je tape quand ma session est finie.");
    await page.getByText("Votre session est fermée").first().waitFor();
    await person.context.addCookies(cookies);
    await page.getByText("Enregistré à l’instant").waitFor();
    await page.reload();
    expect(await page.locator('textarea[name="needs"]').inputValue()).toContain("quand ma session est finie");
    await person.context.clearCookies();
    await person.go(`${draft}/pieces`);
    await page.waitForURL(/\/connexion\?retour=/);
    await person.check();
    await person.close();
  });

  it.each(ways)("a form sent once the session is over waits on its page for its author: $name", async (way) => {
    const person = await enterAs(way, /Dominique Essai/);
    const { page } = person;
    const form = `${await draftOf(person)}/formulaire/project`;
    await person.go(form);
    await person.context.clearCookies();
    const typed = `Ce que j’ai tapé à ${way.width} px, « entre guillemets ».`;
    await page.locator('textarea[name="needs"]').fill(typed);
    await page.locator('button[name="aller"][value="ici"]:not([aria-hidden])').click();
    await page.getByText("Ce que vous veniez d’envoyer est gardé sur cette page").waitFor();
    await person.check();
    const opened = person.context.waitForEvent("page");
    await page.getByRole("link", { name: "Me connecter (nouvel onglet)" }).click();
    const tab = await opened;
    await tab.getByRole("link", { name: "Entrer comme une personne de démonstration" }).click();
    await tab.locator("main details.es-disclosure > summary").click();
    await tab.getByRole("button", { name: /Dominique Essai/ }).click();
    await tab.waitForURL(/accueil/);
    await tab.close();
    await page.getByRole("button", { name: "Envoyer de nouveau" }).click();
    await page.waitForURL((url) => url.pathname === form);
    await person.go(form);
    expect(await page.locator('textarea[name="needs"]').inputValue()).toBe(typed);
    await person.close();
  });

  it.each(ways)("a request withdrawn: a reason is asked, then nobody acts on it: $name", async (way) => {
    const [applicant, number] = way.javaScript
      ? ([/Morgan Exemple/, "AC-2026-00039"] as const)
      : ([/Sacha Modèle/, "AC-2026-00040"] as const);
    const person = await enterAs(way, applicant);
    const { page } = person;
    await page.locator("tr, article, li", { hasText: number }).getByRole("link").first().click();
    await page.waitForURL(/\/demandes\//);
    const fold = page.locator("details", { hasText: "Retirer cette demande" });
    await fold.locator("summary").click();
    await page.getByRole("button", { name: "Retirer ma demande" }).click();
    await page.locator(".es-error").first().waitFor();
    await person.check();
    await page.locator('textarea[name="motif"]').fill("Nous reportons ce projet.");
    await page.getByRole("button", { name: "Retirer ma demande" }).click();
    await page.getByText("Retirée").first().waitFor();
    await person.check();
    await person.close();
    const officer = await enterAs(way, /Inès Truction/);
    await openApplication(officer, number);
    expect(await officer.page.locator("#actions").innerText()).not.toContain("Déclarer le dossier complet");
    await officer.close();
  });
});

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute("name") ?? null);
}
