import { describe, expect, it } from "vitest";
import { type Traveller, useJourney, ways } from "#test/support/journey.ts";
import { mailArrives } from "./entering.ts";
import { saveHere } from "./fill.ts";
import { act, openApplication, unfold } from "./instructing.ts";
import { joinPaper, pdf } from "./papers.ts";

const journey = useJourney();

/** Requests that wait for an officer, and who filed them: one a way. */
const filed = [
  { number: "AC-2026-00038", applicant: /Dominique Essai/, mail: "direction.12@formation.example" },
  { number: "AC-2026-00037", applicant: /Camille Imaginaire/, mail: "direction.11@formation.example" },
];

const asked = {
  "structures.0.headcount": "L’effectif diffère du justificatif : précisez-le.",
  "document:quote": "Le devis ne dit pas le coût par jour : joignez-en un autre.",
};

describe("complete on request", () => {
  it.each(ways.map((way, index) => ({ ...way, index })))(
    "the officer asks, the applicant is led to the field, answers, the clock restarts: $name",
    async ({ index, ...way }) => {
      const request = filed[index];
      if (request === undefined) throw new Error("a request a way");
      const officer = await journey.enter(way);
      await officer.enterAs(/Inès Truction/);
      await openApplication(officer, request.number);
      await officer.check();
      await ask(officer);

      const applicant = await journey.enter(way);
      await mailArrives(applicant, request.mail, "Des éléments manquent");
      await applicant.enterAs(request.applicant);
      await applicant.check();
      await answer(applicant, request.number);
      await applicant.close();

      await openApplication(officer, request.number);
      await isAnswered(officer);
      await officer.check();
      await officer.close();
    },
  );
});

/** The file as the officer finds it again: back to its state, its clock running, and what was answered told apart. */
async function isAnswered({ page }: Traveller): Promise<void> {
  const head = await page.locator(".es-filebar-state").innerText();
  expect(head).toContain("Déposé");
  expect(head).toMatch(/dans\s\d+\sjours/);
  expect(head).not.toMatch(/suspendu/i);
  expect(await page.locator("#complements .es-state").first().innerText()).toMatch(/^Répondu le /);
  await unfold(page, "ins");
  const changed = await page.locator("#reponses ins").allInnerTexts();
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(/^17\b/);
  // The name of the file stands in the fold of its paper.
  expect(await page.locator("#pieces").textContent()).toContain("devis-detaille.pdf");
}

async function ask(officer: Traveller): Promise<void> {
  const { page } = officer;
  await page.getByRole("link", { name: "Demander des compléments" }).click();
  await officer.check();
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await page.locator("#erreurs, .es-error-summary").first().waitFor();
  await officer.check();
  for (const [path, message] of Object.entries(asked)) {
    await unfold(page, `input[value="${path}"]`);
    // The label spreads over the whole frame of its choice: it is what one presses.
    const choice = page.locator(".es-option", { has: page.locator(`input[name="champ"][value="${path}"]`) });
    if (!(await choice.getByRole("checkbox").isChecked())) await choice.locator("label").first().click();
    await page.locator(`[name="message:${path}"]`).fill(message);
  }
  await officer.check();
  await act(page, "Envoyer la demande", "Le délai de décision est suspendu.");
  expect(await page.locator(".es-filebar-state").innerText()).toContain("Compléments demandés");
  await officer.check();
}

async function answer(applicant: Traveller, number: string): Promise<void> {
  const { page, context } = applicant;
  await page
    .getByRole("link", { name: /compléments/i })
    .first()
    .click();
  await page.waitForLoadState();
  if (!page.url().includes("/complements")) {
    expect(await page.locator("main").innerText()).toContain("Suspendu tant que le service attend vos compléments");
    await applicant.check();
    await page.getByRole("link", { name: "Répondre", exact: true }).first().click();
  }
  await page.waitForURL(/complements/);
  await applicant.check();
  const main = page.locator("main");
  for (const message of Object.values(asked)) expect(await main.innerText()).toContain(message);
  expect(await page.locator('form[id="complements"] input:not([type="hidden"])').count(), "one field is open").toBe(1);
  await page.locator('input[name="structures.0.headcount"]').fill("dix-sept");
  await saveHere(page);
  await page.locator('input[name="structures.0.headcount"]').fill("17");
  await saveHere(page);
  await joinPaper(applicant, "piece-champ-quote", pdf("devis-detaille.pdf"));
  await applicant.check();
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await page.getByText("L’instruction reprend.").first().waitFor();
  await applicant.check();
  const after = await main.innerText();
  expect(after).toContain(number);
  expect(after).toMatch(/Sans réponse au \d/);
  const receipt = await context.request.get((await page.locator("#documents a").first().getAttribute("href")) ?? "");
  expect(receipt.headers()["content-type"]).toBe("application/pdf");
}
