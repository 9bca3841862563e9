import type { Traveller } from "#test/support/journey.ts";

/** The one that is over: those that are open or to come are sessions. */
const CALL = /^Transitions \d{4} \(/;

/** Opens the call that the demonstration is selecting from. */
export async function openCall(person: Traveller): Promise<void> {
  await person.go("/selection");
  await person.page.getByRole("link", { name: CALL }).first().click();
  await person.page.waitForURL(/\/selection\/[0-9a-f-]{36}$/);
}

/** The projects of a call, by their links. */
export function fileLinks({ page }: Traveller) {
  return page.locator('tbody a[href*="/dossiers/"]');
}

/** Marks each line that has no mark yet, with its reason, and sends. */
export async function fillSheet({ page }: Traveller): Promise<void> {
  for (const band of await page.locator(".es-sheet-band").all()) {
    if ((await band.locator("input:checked").count()) > 0) continue;
    await band.locator('label.es-mark-option:has(input[value="2"])').click();
    await band.locator('textarea[name^="reason."]').fill("Au vu du dossier, et de ses pièces.");
  }
  await page.getByRole("button", { name: /^Envoyer ma fiche/ }).click();
  await page.getByText("Votre fiche est envoyée.").waitFor();
}
