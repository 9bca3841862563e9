import type { Page } from "playwright-core";
import type { Raw } from "#policy/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { choose, type Traveller } from "#test/support/journey.ts";

/** Answers as one types them, by the name of the field: the data of a form that a journey fills. */
export type Answers = Raw;

interface FieldOnPage {
  readonly name: string;
  readonly kind: "choice" | "commune" | "text" | "select";
}

/** Fills what the page asks now, of what is not done yet, in the order of the page; returns the names done. */
export async function fillFields(person: Traveller, answers: Answers, done = new Set<string>()): Promise<number> {
  let count = 0;
  for (const { name, kind } of await fieldsOf(person.page)) {
    const answer = answers[name];
    if (answer === undefined || done.has(name)) continue;
    await fillOne(person, name, kind, answer);
    done.add(name);
    count += 1;
  }
  return count;
}

/**
 * Fills a section of a request: what shows, then what the answers make appear, then the groups that a length asks
 * for, each by its button. Without a script, « Enregistrer » makes them appear; with one too, only sooner.
 */
export async function fillSection(person: Traveller, answers: Answers): Promise<void> {
  const { page } = person;
  const done = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    const filled = await fillFields(person, answers, done);
    if (await growGroup(page, answers)) continue;
    if (filled === 0) return;
    await saveHere(page);
  }
  throw new Error(`the section at ${page.url()} never ends`);
}

/** The button that keeps the page where it is. */
export async function saveHere(page: Page): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() < 300),
    page.locator('button[name="aller"][value="ici"]:not([aria-hidden])').click(),
  ]);
  await page.waitForLoadState();
}

/** The main button of a section: keeps, and goes on. */
export async function goOn(page: Page): Promise<void> {
  const here = page.url();
  await page.locator('button[name="aller"][value="suite"]').click();
  await page.waitForURL((url) => url.href !== here);
  await page.waitForLoadState();
}

function fieldsOf(page: Page): Promise<readonly FieldOnPage[]> {
  return page.evaluate(() => {
    const found = new Map<string, "choice" | "commune" | "text" | "select">();
    for (const field of document.querySelectorAll<HTMLInputElement>("main input, main select, main textarea")) {
      if (["hidden", "file", "submit"].includes(field.type)) continue;
      const commune = /^recherche:(.*)/.exec(field.name)?.[1];
      if (commune !== undefined) found.set(commune, "commune");
      else if (!found.has(field.name)) {
        const isChoice = field.type === "radio" || field.type === "checkbox";
        found.set(field.name, isChoice ? "choice" : field.tagName === "SELECT" ? "select" : "text");
      }
    }
    return [...found].map(([name, kind]) => ({ name, kind }));
  });
}

async function fillOne(
  person: Traveller,
  name: string,
  kind: FieldOnPage["kind"],
  answer: string | readonly string[],
): Promise<void> {
  const { page } = person;
  const [first = ""] = typeof answer === "string" ? [answer] : answer;
  switch (kind) {
    case "choice":
      for (const value of typeof answer === "string" ? [answer] : answer) {
        if (!(await page.locator(`input[name="${name}"][value="${value}"]`).isChecked()))
          await choose(page, name, value);
      }
      return;
    case "select":
      await page.locator(`select[name="${name}"]`).selectOption(first);
      return;
    case "commune":
      return fillCommune(person, name, first);
    case "text":
      await page.locator(`input[name="${name}"], textarea[name="${name}"]`).first().fill(first);
  }
}

/** By its INSEE code: chosen in the list where a script shows one, else searched and picked. */
async function fillCommune({ page, way }: Traveller, name: string, code: string): Promise<void> {
  const box = page.locator(`input[name="recherche:${name}"]`);
  if ((await page.locator(`input[type="hidden"][name="${name}"]`).first().inputValue()) === code) return;
  await box.fill(communeByCode(code)?.name ?? code);
  if (way.javaScript) {
    await page.locator('[role="listbox"] [role="option"]').first().click();
    return;
  }
  await page.locator(`button[name="chercher-commune"][value="${name}"]`).click();
  await page.waitForLoadState();
  const radio = page.locator(`input[type="radio"][name="${name}"][value="${code}"]`);
  if ((await radio.count()) > 0) await choose(page, name, code);
}

/** Adds one item to the first group that is shorter than the answers say. */
async function growGroup(page: Page, answers: Answers): Promise<boolean> {
  for (const [key, length] of Object.entries(answers)) {
    const group = /^(.*)\.length$/.exec(key)?.[1];
    if (group === undefined) continue;
    const add = page.locator(`button[name="ajouter"][value="${group}"]`);
    if ((await add.count()) === 0) continue;
    const there = await page.locator(`[name^="${group}.${Number(length) - 1}."]`).count();
    if (there > 0) continue;
    await add.click();
    await page.locator(`[name^="${group}."]`).first().waitFor();
    await page.waitForLoadState();
    return true;
  }
  return false;
}
