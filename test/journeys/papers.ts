import { demoPaper } from "#src/demo/paper.ts";
import type { Traveller } from "#test/support/journey.ts";

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A small true PDF, as a file that one chooses in a form. */
export function pdf(name: string): ChosenFile {
  return { name, mimeType: "application/pdf", buffer: demoPaper(name, ["Parcours de test"]) };
}

/** Joins a paper at each place that must have one. */
export async function joinPapers(person: Traveller): Promise<void> {
  const places = await person.page
    .locator('[id^="piece-"]:has(input[type="file"])')
    .evaluateAll((found) =>
      found.filter((one) => !/Facultative|Jointe/.test(one.textContent ?? "")).map((one) => one.id),
    );
  for (const [index, place] of places.entries()) await joinPaper(person, place, pdf(`piece-${index + 1}.pdf`));
}

/** With a script the file leaves as soon as it is chosen; without, by the button beside it. */
export async function joinPaper(person: Traveller, place: string, file: ChosenFile): Promise<void> {
  const { page, way } = person;
  await page.locator(`#${place} input[type="file"]`).setInputFiles(file);
  if (!way.javaScript) await page.locator(`#${place} form:has(input[type="file"]) button[type="submit"]`).click();
  await page.locator(`#${place} .es-files`, { hasText: file.name }).waitFor();
}
