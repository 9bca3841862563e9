import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { choose, type Journey, type Traveller } from "#test/support/journey.ts";
import { type Answers, fillFields } from "./fill.ts";
import { pdf } from "./papers.ts";

/** Asks for a link, reads it in the demonstration's outbox, presses its button. Ends where `back` says. */
export async function signInByMail(person: Traveller, email: string, back: string): Promise<void> {
  const { page } = person;
  if (!page.url().includes("/connexion")) await person.go(`/connexion?retour=${encodeURIComponent(back)}`);
  await page.locator('input[name="email"]').fill(email);
  await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await page.waitForURL(/envoye/);
  await person.go("/courriels");
  const mail = page.locator("details", { hasText: email }).first();
  const link = await mail.locator('a[href*="jeton="]').getAttribute("href");
  await person.go(link ?? "");
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

/** Whoever is new says their name first. */
export async function sayName(person: Traveller, name: string): Promise<void> {
  await person.page.locator('input[name="nom"]').fill(name);
  await person.page.getByRole("button", { name: "Continuer" }).click();
  await person.page.waitForURL((url) => url.pathname !== "/compte/nom");
}

/** Describes an organisation by hand, as one does while the public directory is silent. */
export async function describeOrganisation(person: Traveller, siret: string, answers: Answers): Promise<void> {
  const { page } = person;
  await page.locator('input[name="siret"]').fill(siret);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByText("ne répond pas en ce moment").waitFor();
  await person.check();
  await fillFields(person, answers);
  await page.getByRole("button", { name: "Ajouter cet organisme" }).click();
  await page.getByText("L’organisme est ajouté").waitFor();
}

/** Gives a mandate, by the page that the draft leads to; an agent of the demonstration reads and accepts it. */
export async function showBelonging(journey: Journey, person: Traveller, organisation: string): Promise<void> {
  const { page } = person;
  const draft = page.url();
  await page.getByRole("link", { name: "Le montrer maintenant" }).click();
  await page.waitForURL(/\/preuve$/);
  await person.check();
  await choose(page, "nature", "mandate");
  await page.locator('input[type="file"]').setInputFiles(pdf("mandat.pdf"));
  await page.getByRole("button", { name: "Envoyer cette pièce" }).click();
  await page.getByText("Le service vérifie ce que vous avez donné").waitFor();
  const agent = await journey.enter(person.way);
  await agent.enterAs(/Inès Truction/);
  await agent.go("/instruction/rattachements");
  await agent.check();
  await agent.page.getByRole("button", { name: `Accepter pour ${organisation}` }).click();
  await agent.page.getByText("Votre réponse est enregistrée").waitFor();
  await agent.close();
  await page.goto(draft);
}

/** Waits until the outbox holds a mail to someone that says this, and opens it. */
export async function mailArrives(person: Traveller, to: string, words: string | RegExp): Promise<Locator> {
  const isOne = (mail: string) => mail.includes(to) && holds(mail, words);
  await untilThere(person, "/courriels", (body) => body.split("<details").slice(1).some(isOne));
  await person.go("/courriels");
  const mail = person.page.locator("details", { hasText: to }).filter({ hasText: words }).first();
  expect(await mail.count()).toBe(1);
  return mail;
}

/** Asks a page again, without drawing it, until what the background works on is there. */
export async function untilThere(person: Traveller, path: string, isThere: (body: string) => boolean): Promise<void> {
  const ask = async () => isThere(await (await person.context.request.get(path)).text());
  await expect.poll(ask, { timeout: 30_000, interval: 500 }).toBe(true);
}

function holds(body: string, words: string | RegExp): boolean {
  return typeof words === "string" ? body.includes(words) : words.test(body);
}
