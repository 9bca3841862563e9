import { expect, it } from "vitest";
import { choose, type Traveller, useJourney } from "#test/support/journey.ts";
import { act, frenchToday } from "./instructing.ts";
import { fillSheet, openCall } from "./selecting.ts";

const journey = useJourney();

it("shows on one screen of the room what is typed on another, and tells two secretaries who write the same thing", async () => {
  const [watching, typing] = [await enterAs(/Thibault Responsable/), await enterAs(/Inès Truction/)];
  await openCall(watching);
  await openCall(typing);
  await watching.page.getByRole("link", { name: "Écran de séance" }).click();
  await watching.page.getByText("En direct").waitFor();
  await typing.page.locator("tbody tr", { hasText: "TR-" }).first().getByRole("link").first().click();
  const late = await typing.context.newPage();
  await late.goto(typing.page.url());
  const write = async (page: typeof late, words: string) => {
    await page.locator("summary", { hasText: "Ce que la séance en montre" }).click();
    await page.locator('input[name="titre"]').fill(words);
    await page.locator('form:has(input[name="titre"])').getByRole("button", { name: "Garder" }).click();
  };
  await write(typing.page, "Titre dit en séance");
  // No reload: told by the service, the screen reads itself again.
  await watching.page.getByRole("rowheader", { name: "Titre dit en séance" }).waitFor();
  await write(late, "Autre titre");
  await late.getByText("Une autre personne vient d’écrire ici").first().waitFor();
  expect(await late.locator('input[name="titre"]').inputValue()).toBe("Autre titre");
  expect(await watching.page.getByText("Autre titre").count()).toBe(0);
  await watching.close();
  await typing.close();
});

it("goes from the last sheets to the vote: an assessor, a chair, the assembly", async () => {
  const assessor = await enterAs(/Évane Luation/);
  await assessor.go("/evaluations");
  await assessor.check();
  // One is begun, one was not opened: they are the call's last two.
  await openSheet(assessor, /Brouillon/);
  await assessor.check();
  await fillSheet(assessor);
  await openSheet(assessor, /Intérêts à déclarer/);
  await assessor.check();
  await assessor.page.getByRole("button", { name: /Aucun intérêt ne me lie/ }).click();
  await assessor.page.locator("form.es-sheet").waitFor();
  await fillSheet(assessor);
  await assessor.close();

  const chair = await enterAs(/Thibault Responsable/);
  await openCall(chair);
  await chair.check();
  await settleGaps(chair);
  await act(chair.page, /^Clore l’évaluation/, /dossiers.: évaluation close/);
  await act(chair.page, /^Arrêter le classement/, /dossiers.: classement arrêté/);
  await chair.page.getByRole("link", { name: "Écran de séance" }).click();
  await chair.check();
  await openCall(chair);
  await act(chair.page, /^Enregistrer les décisions/, /décision du comité enregistrée/);
  const first = chair.page.locator("tbody tr", { hasText: "TR-" }).first();
  expect(await first.innerText()).toContain("Retenu");
  await recordOutside(chair);
  await chair.close();

  const approver = await enterAs(/Célia Commission/);
  await openCall(approver);
  await approver.page.getByRole("link", { name: "Vote et notification" }).click();
  await approver.check();
  await approver.page.locator('input[name="deliberation"]').first().fill("CP-ESSAI-02");
  await approver.page.locator('input[name="date"]').fill(frenchToday());
  await act(approver.page, "Enregistrer le vote des projets cochés", /dossiers?.: vote enregistré/);
  expect(await approver.page.locator("main").innerText()).toContain("CP-ESSAI-02, votée le");
  await approver.close();
});

async function enterAs(name: RegExp): Promise<Traveller> {
  const person = await journey.enter();
  await person.enterAs(name);
  return person;
}

async function openSheet({ page }: Traveller, state: RegExp): Promise<void> {
  await page.goto("/evaluations");
  await page.locator("tbody tr", { hasText: state }).getByRole("link").first().click();
  await page.waitForURL(/\/evaluations\/[0-9a-f-]{36}$/);
}

/** A consensus on one line of each file whose assessors part: its reason goes to the minutes. */
async function settleGaps(chair: Traveller): Promise<void> {
  const { page } = chair;
  const call = page.url();
  const parted = page.locator("tbody tr", { hasText: "Conciliation à tenir" });
  for (let left = await parted.count(); left > 0; left -= 1) {
    await parted.first().getByRole("link").first().click();
    await page.getByText("Une conciliation est à tenir").waitFor();
    await chair.check();
    await page.locator('select[name^="value."]').first().selectOption("2");
    await page.locator('input[name="heldOn"]').fill(frenchToday());
    await page.locator('textarea[name^="reason."]').first().fill("Les pièces lues ensemble.");
    await act(page, "Enregistrer la conciliation", "La conciliation est enregistrée.");
    await page.goto(call);
  }
}

/** The other funder's word on the first project: it can then be voted, alone. */
async function recordOutside(chair: Traveller): Promise<void> {
  const { page } = chair;
  await page.getByRole("link", { name: "Autre sélection" }).click();
  await page.locator("summary", { hasText: "Noter une décision" }).click();
  await page.locator('select[name="dossier"]').selectOption({ index: 1 });
  await choose(page, "selected", "oui");
  await page.locator('input[name="decidedOn"]').fill(frenchToday());
  await page.locator('input[name="reference"]').fill("FSE-ESSAI-1");
  await page.locator('input[name="retained"]').fill("100 000");
  await chair.check();
  await act(page, "Enregistrer", /enregistrée|noté/i);
}
