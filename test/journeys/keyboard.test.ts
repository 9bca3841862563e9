import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { tabTo, useJourney } from "#test/support/journey.ts";

const journey = useJourney();

/** Presses Enter on what has the focus and waits for the page that it leads to. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

/** The element that has the focus, as one sees it: it must be in view and show its outline. */
async function focusIsSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return "nothing has the focus";
    const box = element.getBoundingClientRect();
    if (box.bottom < 0 || box.top > window.innerHeight) return "the focus is out of view";
    // A radio may show it on the box of its label, which stands around it or beside; a link of a table on its cell.
    const label = document.querySelector(`label[for="${element.id}"]`);
    const shown = [element, element.closest(".es-option, label, th"), label];
    const outlined = shown.some((one) => {
      if (one === null) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(one);
      return outlineStyle !== "none" || boxShadow !== "none";
    });
    return outlined ? "" : `no outline on ${element.tagName} ${element.textContent?.slice(0, 40)}`;
  });
  expect(seen).toBe("");
}

describe("by keyboard alone", () => {
  it("an officer goes from the queue to a file, concludes a point, and gives an opinion", async () => {
    const officer = await journey.enter();
    const { page } = officer;
    await officer.enterAs(/Inès Truction/);
    await tabTo(page, "Aller au contenu");
    await page.keyboard.press("Enter");
    await tabTo(page, "Numéro de dossier");
    await page.keyboard.type("00032");
    await enter(page);
    await tabTo(page, /^AC-2026-00032$/, 80);
    await focusIsSeen(page);
    await enter(page);
    await page.waitForURL(/\/instruction\/dossiers\//);
    await officer.check();

    // The head says what waits: its link leads to the doubt, whose reading and reason are the next stops.
    await tabTo(page, "Prochain point");
    await focusIsSeen(page);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#d-"));
    const doubt = await page.evaluate(() => location.hash.slice(1));
    await tabTo(page, "Lecture d’ordinaire", 3);
    await page.keyboard.press("Space");
    await focusIsSeen(page);
    await tabTo(page, /^Motif, D-/, 3);
    await page.keyboard.type("La lecture d’ordinaire convient.");
    await tabTo(page, "Satisfaisant");
    await page.keyboard.press("Space");
    await focusIsSeen(page);
    await tabTo(page, "Enregistrer sans transmettre");
    await enter(page);
    await page.getByText("Votre travail est enregistré.").waitFor();
    expect(await page.locator(`details#${doubt}`).count(), "what is concluded is a line").toBe(1);

    await tabTo(page, /^Prochain point.*grille/, 150);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#g-"));
    await tabTo(page, "Favorable");
    await page.keyboard.press("Space");
    await tabTo(page, "Motivation");
    await page.keyboard.type("Une démarche partagée.");
    await tabTo(page, "Transmettre à la validation");
    await enter(page);
    // Points are left: the page says so, keeps what was typed, and its summary has the focus.
    await page.locator(".es-error-summary").waitFor();
    expect(await page.locator('textarea[name="avis"]').inputValue()).toBe("Une démarche partagée.");
    expect(await page.evaluate(() => document.activeElement?.closest(".es-error-summary") !== null)).toBe(true);
    await officer.check();
    await officer.close();
  });

  it("an applicant goes from their home to a section of the draft, adds a phase, takes it away, and goes on", async () => {
    const applicant = await journey.enter();
    const { page } = applicant;
    await applicant.enterAs(/Camille Exemple/);
    await applicant.go("/accueil");
    await tabTo(page, /^Terminer/);
    await focusIsSeen(page);
    await enter(page);
    await tabTo(page, "La démarche et le calendrier");
    await enter(page);
    await tabTo(page, "Qui associez-vous au diagnostic");
    await focusIsSeen(page);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Les équipes et les apprenants.");

    const phases = page.locator('input[name$=".days"]');
    expect(await phases.count()).toBe(2);
    await tabTo(page, "Ajouter une phase");
    await focusIsSeen(page);
    await enter(page);
    expect(await phases.count()).toBe(3);
    // The new phase is where one stands: its first question is the next stop.
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator('select[name="structures.0.phases.2.phase"]').inputValue()).toBe("diagnostic");
    await focusIsSeen(page);
    await tabTo(page, "Jours, Phase 3");
    await page.keyboard.type("2,5");
    await tabTo(page, /^Retirer Phase 3/);
    await enter(page);
    expect(await phases.count()).toBe(2);

    await tabTo(page, "Continuer");
    await enter(page);
    await page.waitForURL(/formulaire\/provider/);
    await page.goBack();
    await page.reload();
    expect(await page.locator('textarea[name="stakeholders"]').inputValue()).toBe("Les équipes et les apprenants.");
    await applicant.check();
    await applicant.close();
  });
});
