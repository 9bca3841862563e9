import type { Traveller } from "#test/support/journey.ts";

/** The sections of a request, in their order. */
export const sections = ["organisations", "project", "sustainability", "approach", "provider", "budget"] as const;

/** On the last page of a draft: every declaration ticked, then the one button. */
export async function submit(person: Traveller): Promise<void> {
  const { page } = person;
  await page.getByText("Votre dossier est complet").waitFor();
  await person.check();
  for (const box of await page.locator('input[name^="declarations."]').all()) await box.check();
  await page.getByRole("button", { name: "Déposer ma demande" }).click();
  await page.getByRole("heading", { name: "Votre demande est déposée" }).waitFor();
  await person.check();
  await page.getByRole("link", { name: "Voir ma demande" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/deposee"));
}
