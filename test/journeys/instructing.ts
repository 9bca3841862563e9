import type { Page } from "playwright-core";
import { choose, type Traveller } from "#test/support/journey.ts";

/** Opens a filed request from the queue, found by its number. */
export async function openFile(person: Traveller, number: string): Promise<void> {
  const { page } = person;
  await person.go("/instruction");
  await page.locator('input[name="q"]').fill(number);
  await page.getByRole("button", { name: "Chercher" }).click();
  await page.waitForURL(/q=/);
  if ((await page.getByRole("link", { name: number, exact: true }).count()) === 0)
    await page.getByRole("link", { name: /^Tous/ }).first().click();
  await page.getByRole("link", { name: number, exact: true }).first().click();
  await page.waitForURL(/\/instruction\/dossiers\//);
}

/** Presses a button of the page of a file and waits for the sentence that says it is done. */
export async function act(page: Page, button: string | RegExp, done: string): Promise<void> {
  await page.getByRole("button", { name: button }).first().click();
  await page.getByText(done).first().waitFor();
}

/** From filed to under review. */
export async function takeUp(person: Traveller): Promise<void> {
  await act(person.page, "Déclarer le dossier complet", "Le dossier est déclaré complet.");
  await act(person.page, "Commencer l’instruction", "L’instruction est commencée.");
}

export interface FindingOf {
  readonly conclusion: string;
  readonly reason: string;
}

/**
 * Concludes one point of the page, by its id: asks for the form where the machine finds the condition met, picks, says
 * why, keeps.
 */
export async function find(person: Traveller, point: string, { conclusion, reason }: FindingOf): Promise<void> {
  const { page } = person;
  const form = page.locator(`form#f-${point}`);
  if ((await form.count()) === 0) {
    const other = `a[href*="constat=${point}#"]`;
    await unfold(page, other);
    await page.locator(other).click();
    await page.waitForURL(/constat=/);
  }
  await unfold(page, `form#f-${point}`);
  const id = await form.locator(`input[name="conclusion"][value="${conclusion}"]`).getAttribute("id");
  await form.locator(`label[for="${id}"]`).click();
  await form.locator('textarea[name="motif"]').fill(reason);
  await form.getByRole("button", { name: /Enregistrer le constat/ }).click();
  await page.waitForLoadState();
}

/** Opens what is folded around an element. */
export async function unfold(page: Page, selector: string): Promise<void> {
  const folded = page.locator(`details:not([open]):has(${selector})`);
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().locator("> summary").click();
}

/** Concludes every point that the opinion still waits for, as the file lists them. */
export async function concludeAll(person: Traveller): Promise<void> {
  const { page } = person;
  const doubts = await idsOf(page, '[id^="d-"]:has-text("Clore ce doute")');
  for (const id of doubts) await find(person, id, { conclusion: "default", reason: "Lecture d’ordinaire du service." });
  const lines = await idsOf(page, '[id^="g-"]:has-text("À apprécier")');
  for (const id of lines) await find(person, id, { conclusion: "satisfying", reason: "" });
  for (const form of await idsOf(page, 'form[id^="f-v-"]')) {
    const point = form.slice("f-".length);
    if (!/À apprécier/.test(await page.locator(`#${point}`).innerText())) continue;
    await find(person, point, { conclusion: "met", reason: "Vu avec la structure." });
  }
}

async function idsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((found) => found.map((one) => one.id));
}

export interface OpinionOf {
  readonly sense: "favorable" | "defavorable";
  readonly ground?: RegExp;
  readonly body: string;
}

export async function giveOpinion(person: Traveller, opinion: OpinionOf): Promise<void> {
  const { page } = person;
  await choose(page, "sens", opinion.sense);
  if (opinion.ground !== undefined) {
    await page.locator('form[action$="/avis"] label').filter({ hasText: opinion.ground }).first().click();
  }
  await page.locator('textarea[name="avis"]').fill(opinion.body);
  await act(page, "Transmettre à la validation", "Votre avis est transmis à la validation.");
}

/** The vote of the assembly, as its secretary records it. */
export async function recordVote(person: Traveller, sense: "favorable" | "rejet"): Promise<void> {
  const { page } = person;
  await page.locator('input[name="date"]').fill(frenchToday());
  await page.locator('input[name="deliberation"]').fill("CP-ESSAI-01");
  await choose(page, "sens", sense);
  await person.check();
  await act(page, "Enregistrer la décision", "La décision est enregistrée.");
}

/** Today in Paris, as one types it. */
export function frenchToday(): string {
  return new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short" }).format(new Date());
}
