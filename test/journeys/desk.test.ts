import { expect, it } from "vitest";
import { choose, narrow, type Traveller, useJourney, wide } from "#test/support/journey.ts";

const journey = useJourney();

/** The number of the file whose line has the focus, or that the page is about. */
async function numberAt(person: Traveller): Promise<string> {
  return person.page.evaluate(() => {
    const line = document.activeElement?.closest("tbody tr") ?? document.querySelector(".es-filebar h1");
    return /[A-Z]{2}-\d{4}-\d{5}/.exec(line?.textContent ?? "")?.[0] ?? "";
  });
}

it("an officer's morning, by keys alone: the list, a search, several files chosen, one opened, the next", async () => {
  const officer = await journey.enter(wide);
  const { page } = officer;
  const { keyboard } = page;
  // Presses a key that leads to another page.
  const follow = (key: string) => Promise.all([page.waitForNavigation({ timeout: 60_000 }), keyboard.press(key)]);
  await officer.enterAs(/Inès Truction/);
  await officer.go("/instruction");
  const chosen = page.locator("[data-bulk-count]");

  await keyboard.press("j");
  const first = await numberAt(officer);
  await keyboard.press("j");
  const second = await numberAt(officer);
  expect(second).not.toBe(first);
  await keyboard.press("k");
  expect(await numberAt(officer)).toBe(first);
  await keyboard.press("x");
  await keyboard.press("j");
  await keyboard.press("j");
  await keyboard.press("Shift+X");
  expect(await chosen.innerText()).toContain("3 dossiers choisis");
  await keyboard.press("?");
  expect(await page.getByText("choisir depuis le dernier choisi").isVisible()).toBe(true);
  // From the help, one goes on from the line where one was.
  await keyboard.press("k");
  await follow("Enter");
  expect(await numberAt(officer)).toBe(second);
  await follow("k");
  expect(await numberAt(officer)).toBe(first);
  await keyboard.press("n");
  expect(await page.evaluate(() => document.activeElement?.matches(".es-seg-field input"))).toBe(true);
  // Letters are text where one writes.
  await page.locator('textarea[name^="motif:"]').first().focus();
  await keyboard.type("jk");
  expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toContain("jk");
  await keyboard.press("Shift+Tab");
  await officer.check();

  await follow("u");
  await page.waitForURL(/\/instruction(\?|$)/);
  await keyboard.press("/");
  await keyboard.type(second);
  await follow("Enter");
  await keyboard.press("j");
  expect(await numberAt(officer)).toBe(second);
  await officer.close();
});

it("a supervisor validates what waits in a row: a press and a page each, the motivation before the eyes", async () => {
  const supervisor = await journey.enter(wide);
  const { page } = supervisor;
  await supervisor.enterAs(/Thibault Responsable/);
  await supervisor.go("/instruction/avis-a-valider");
  await supervisor.check();
  const numbers = () => page.locator("td").filter({ hasText: /^AC-/ }).allInnerTexts();
  let left = await numbers();
  expect(left.length).toBeGreaterThanOrEqual(10);
  // One put off does not come back before the others.
  const first = left[0];
  await Promise.all([page.waitForNavigation(), page.keyboard.press("j")]);
  for (; left.length > 1; left = await numbers()) {
    expect(await page.locator(".es-given .es-lines").first().innerText()).not.toBe("");
    expect(await page.locator("h2 > a").first().innerText()).not.toBe(first);
    await page.keyboard.press("v");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  }
  expect(left).toEqual([first]);
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Valider l’avis" }).click()]);
  expect(await page.getByText("Aucun avis n’attend votre validation.").count()).toBe(1);
  await supervisor.close();
});

it("an administrator words a letter, another person sees it in the real letter and confirms", async () => {
  const text = "/administration/textes/text.award-letter.conditions";
  const administrator = await journey.enter(narrow);
  await administrator.enterAs(/Adèle Ministration/);
  await administrator.go(text);
  await administrator.page.locator('textarea[name="texte"]').fill("L’aide est versée en une fois, sur justificatifs.");
  await administrator.page.getByRole("button", { name: "Proposer" }).click();
  await administrator.page.getByText("une autre personne le confirme").first().waitFor();
  await administrator.check();
  expect(await administrator.page.getByRole("button", { name: "Confirmer" }).count()).toBe(0);

  const supervisor = await journey.enter(narrow);
  const { page } = supervisor;
  await supervisor.enterAs(/Thibault Responsable/);
  await supervisor.go(text);
  const shown = page.getByRole("button", { name: "Voir le courrier proposé en PDF" });
  const [preview] = await Promise.all([
    page.context().waitForEvent("response", (response) => response.url().endsWith("/apercu")),
    shown.click(),
  ]);
  expect([preview.status(), preview.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await supervisor.go(text);
  await supervisor.check();
  expect(await page.locator("main").innerText()).toContain("L’aide est versée en une fois");
  expect(await page.getByRole("button", { name: "Confirmer" }).count()).toBe(0);
  await administrator.close();
  await supervisor.close();
});

it("an agent leaves: their files go to somebody before the role ends", async () => {
  const administrator = await journey.enter(narrow);
  const { page } = administrator;
  await administrator.enterAs(/Adèle Ministration/);
  await administrator.go("/administration");
  await administrator.check();
  const leaver = page.getByRole("row").filter({ hasText: "Octave Dossier" });
  await leaver.getByRole("button", { name: /Instructeur/ }).click();
  await page.getByText("À qui vont ses dossiers ?").first().waitFor();
  await administrator.check();
  const receiver = page.locator("label", { hasText: "À Inès Truction" });
  const id = (await receiver.getAttribute("for")) ?? "";
  await choose(page, "dossiers", (await page.locator(`#${id}`).getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Retirer le rôle" }).click();
  await page.getByText(/dossiers ont été confiés à la personne choisie/).waitFor();
  expect(await leaver.getByRole("button", { name: /Instructeur/ }).count()).toBe(0);
  await administrator.close();
});
