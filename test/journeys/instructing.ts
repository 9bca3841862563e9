import type { Page } from "playwright-core";
import { choose, type Traveller } from "#test/support/journey.ts";

/** Opens a filed request from the queue, found by its number. */
export async function openApplication(person: Traveller, number: string): Promise<void> {
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
export async function act(page: Page, button: string | RegExp, done: string | RegExp): Promise<void> {
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
 * Says what one concludes on a point, by its key (`condition@party.0`, or a doubt’s): asks for its fields where the machine
 * finds the condition met. Nothing is sent yet.
 */
export async function find(person: Traveller, point: string, { conclusion, reason }: FindingOf): Promise<void> {
  const { page } = person;
  const box = page.locator(`input[name="point:${point}"][value="${conclusion}"]`);
  if ((await box.count()) === 0) {
    const other = `a[href*="constat=v-${point.replace(/[^A-Za-z0-9-]/g, "-")}#"]`;
    await unfold(page, other);
    await page.locator(other).click();
    await page.waitForURL(/constat=/);
  }
  // What somebody concluded is folded to a line.
  await unfold(page, `input[name="point:${point}"]`);
  await box.check();
  await page.locator(`textarea[name="motif:${point}"]`).fill(reason);
}

/** Keeps what one concluded so far. */
export async function keep(person: Traveller): Promise<void> {
  await act(person.page, "Enregistrer sans transmettre", "Votre travail est enregistré.");
}

/** Opens what is folded around an element, where it is. */
export async function unfold(page: Page, selector: string): Promise<void> {
  const folded = page.locator(`details:not([open]):has(${selector})`);
  // Asked again each time: the page opens by itself the one that its address names.
  while (!(await page.locator(selector).first().isVisible()) && (await folded.count()) > 0) {
    await folded.first().locator("> summary").click();
  }
}

/** Says what one concludes of every point that the opinion waits for, as the page lists them; nothing is sent yet. */
export async function concludeAll(person: Traveller): Promise<void> {
  const { page } = person;
  for (const point of await pointsLeft(page)) {
    const kind = point.startsWith("D-") ? "default" : "met";
    await find(person, point, { conclusion: kind, reason: "Vu avec la structure." });
  }
  const rest = page.locator('input[name="grille-reste"]');
  if ((await rest.count()) > 0) await rest.check();
}

/** Keys of the checks and doubts of the page that nobody has concluded. */
async function pointsLeft(page: Page): Promise<readonly string[]> {
  return page.locator(".es-point, .es-doubt").evaluateAll((found) =>
    found.flatMap((one) => {
      const box = one.querySelector<HTMLInputElement>('input[name^="point:"]');
      return box === null || one.querySelector("input:checked") !== null ? [] : box.name.slice("point:".length);
    }),
  );
}

export interface OpinionOf {
  readonly sense: "favorable" | "defavorable";
  readonly body: string;
}

export async function giveOpinion(person: Traveller, opinion: OpinionOf): Promise<void> {
  const { page } = person;
  await page.locator(`input[name="sens"][value="${opinion.sense}"]`).check();
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
