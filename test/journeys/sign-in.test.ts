import { createServer } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { startDemonstrationProvider } from "#src/people/signing-in/demonstration-provider.ts";
import { professionals } from "#test/oidc/people.ts";
import { choose, type Traveller, useJourney, ways } from "#test/support/journey.ts";

const port = await freePort();
const provider = await startDemonstrationProvider({
  port: 0,
  clientOrigin: `http://localhost:${port}`,
  people: professionals,
});
afterAll(() => provider.stop());

const journey = useJourney({
  env: {
    PORT: String(port),
    // Nothing listens there: the organisation's people describe it themselves.
    ESSAIM_COMPANY_DIRECTORY_URL: "http://127.0.0.1:9",
    ESSAIM_OIDC_ISSUER: provider.issuer,
    ESSAIM_OIDC_CLIENT_ID: provider.clientId,
    ESSAIM_OIDC_CLIENT_SECRET: provider.clientSecret,
  },
});

/** Asks for a link, reads it in the demonstration's outbox, presses its button. */
async function signInByMail(person: Traveller, email: string): Promise<void> {
  const { page } = person;
  await person.go("/connexion?retour=/organisations");
  await person.check();
  await page.locator('input[name="email"]').fill(email);
  await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await page.waitForURL(/envoye/);
  await person.check();
  await person.go("/courriels");
  const mail = page.locator("details", { hasText: email }).first();
  await person.check();
  const link = await mail.locator('a[href*="jeton="]').getAttribute("href");
  await person.go(link ?? "");
  await person.check();
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

async function sayName(page: Page, name: string): Promise<void> {
  await page.locator('input[name="nom"]').fill(name);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.waitForURL(/\/organisations$/);
}

describe("coming in", () => {
  it.each(ways.map((way, index) => ({ ...way, index })))(
    "by mail, then an organisation described by its people: $name",
    async ({ index, ...way }) => {
      const person = await journey.enter(way);
      const { page } = person;
      await signInByMail(person, `parcours-${index}@organisme.example`);
      await person.check();
      await sayName(page, "Personne de Parcours");
      await person.check();
      await page.getByRole("link", { name: "Ajouter un organisme" }).first().click();
      await page.locator('input[name="siret"]').fill("123");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.locator("#erreurs").waitFor();
      await person.check();
      await page.locator('input[name="siret"]').fill(sirets[index] ?? "");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByText("ne répond pas en ce moment").waitFor();
      await person.check();
      // A name may have no place to break: no page is wider for it.
      await page
        .locator('input[name="nom"]')
        .fill(`Organisme de parcours ${"sans-espace".repeat(8).replaceAll("-", "_")}`);
      await choose(page, "type", "training-body");
      await page.locator('input[name="recherche:commune"]').fill("Caen");
      if (way.javaScript) {
        await page.getByRole("option", { name: /^Caen/ }).first().click();
      } else {
        await page.getByRole("button", { name: "Chercher" }).click();
        await choose(page, "commune", "14118");
      }
      await page.getByRole("button", { name: "Ajouter cet organisme" }).click();
      await page.getByText("Déclaré par vous, non vérifié").waitFor();
      await person.check();
      expect(await page.locator("main").innerText()).toContain("14000 Caen");
      await page.getByRole("link", { name: "Membres", exact: true }).click();
      await page.locator('input[name="email"]').fill("collegue@organisme.example");
      await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
      await page.getByRole("heading", { name: "Invitations en attente" }).waitFor();
      await person.check();
      await person.go("/compte");
      await person.check();
      await person.close();
    },
  );

  it("by a passkey registered on the account page", async () => {
    const person = await journey.enter();
    const { page, context } = person;
    const devices = await context.newCDPSession(page);
    await devices.send("WebAuthn.enable");
    await devices.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signInByMail(person, "cle@organisme.example");
    await sayName(page, "Personne à Clé");
    await person.go("/compte");
    await page.getByRole("button", { name: "Enregistrer une clé d’accès" }).click();
    await page.getByRole("cell", { name: /Supprimer/ }).waitFor();
    await person.check();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.getByText("Vous êtes déconnecté").waitFor();
    await person.go("/connexion?retour=/compte");
    await page.getByRole("button", { name: "Utiliser ma clé d’accès" }).click();
    await page.waitForURL((url) => url.pathname === "/compte");
    expect(await page.locator("main").innerText()).toContain("cle@organisme.example");
    await person.close();
  });

  it("by ProConnect", async () => {
    const person = await journey.enter();
    const { page } = person;
    await person.go("/connexion?retour=/compte");
    await page.getByRole("link", { name: "S’identifier avec ProConnect" }).click();
    await page.getByRole("link", { name: "Alix Modèle" }).first().click();
    await page.waitForURL((url) => url.pathname === "/compte");
    expect(await page.locator("main").innerText()).toContain("alix.modele@organisme.example");
    await person.close();
  });
});

/** Numbers with a good key, of organisations that do not exist: one a way, for an organisation is here once. */
const sirets = ["99900001400019", "99900002200015", "99900003000011", "99900004800013"].map(withKeys);

/** Mends the two keys of a made-up number: the SIREN's, then the SIRET's. */
function withKeys(siret: string): string {
  const siren = keyed(siret.slice(0, 8));
  return keyed(siren + siret.slice(9, 13));
}

function keyed(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
