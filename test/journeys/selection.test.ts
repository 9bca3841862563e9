import { expect, it } from "vitest";
import { choose, type Traveller, useJourney } from "#test/support/journey.ts";
import { mailArrives, signInByMail } from "./entering.ts";
import { act, frenchToday } from "./instructing.ts";

const journey = useJourney();
const CALL = /^Transitions/;

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

it("opens to an agent of the DREETS the files of its calls alone: to read, to ask, to give an opinion", async () => {
  const agent = await enterAs(/Denis Réets/);
  await agent.page.getByRole("link", { name: "Dossiers à instruire" }).first().click();
  const numbers = await agent.page.locator("tbody th .es-hint").allInnerTexts();
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((one) => !one.startsWith("MO-"))).toEqual([]);
  await agent.check();
  await agent.page.getByRole("link", { name: "Des horaires qui suivent les transports" }).click();
  await agent.page.waitForURL(/\/co-instruction\/[0-9a-f-]{36}$/);
  const theirs = agent.page.url();
  await agent.page.locator("main details", { hasText: "besoin" }).first().locator("> summary").click();
  const paper = await agent.page.locator('main a[href*="/pieces/"]').first().getAttribute("href");
  expect((await agent.context.request.get(paper ?? "")).headers()["content-type"]).toContain("application/pdf");
  await agent.page.locator("summary", { hasText: "Poser une question" }).click();
  await agent.page.locator('textarea[name="question"]').fill("Qui tient l’accueil le samedi ?");
  await act(agent.page, "Envoyer", "Votre question est envoyée à l’instructeur.");

  const officer = await enterAs(/Inès Truction/);
  await openCall(officer);
  const other = /([0-9a-f-]{36})$/.exec((await fileLinks(officer).first().getAttribute("href")) ?? "")?.[1];
  for (const page of [`/co-instruction/${other}`, `/instruction/dossiers/${other}`, "/selection"])
    expect([page, (await agent.context.request.get(page)).status()]).toEqual([page, 404]);
  const told = await mailArrives(officer, "@", "Qui tient l’accueil le samedi");
  await officer.go((await told.locator('a[href*="/selection/"]').getAttribute("href")) ?? "");
  await officer.page.locator("summary", { hasText: "Répondre" }).click();
  await officer.page.locator('textarea[name^="reponse-"]').fill("Deux agents de la structure.");
  await act(officer.page, "Répondre", "Votre réponse est envoyée.");
  await officer.close();

  await agent.page.goto(theirs);
  await agent.page.getByText("Réponse : Deux agents de la structure.").waitFor();
  await agent.page.locator("summary", { hasText: "Rendre un nouvel avis" }).click();
  await choose(agent.page, "sense", "with-reserve");
  await agent.page.locator('textarea[name="words"]').fill("Le samedi reste à financer.");
  await act(agent.page, "Rendre l’avis", "Votre avis est rendu.");
  await agent.check();
  await agent.close();
});

it("lets an expert whom it invites by mail read one file, once nothing binds them to it, mark it and send", async () => {
  const email = "ada.invitee@experts.example";
  const officer = await enterAs(/Inès Truction/);
  await openCall(officer);
  await officer.page.getByRole("link", { name: "Évaluateurs" }).click();
  await officer.page.locator("summary", { hasText: "Inviter un évaluateur" }).click();
  await officer.page.locator('input[name="name"]').fill("Ada Invitée (personne fictive)");
  await officer.page.locator('input[name="email"]').fill(email);
  await choose(officer.page, "isOutside", "oui");
  await officer.page.locator('input[name="untilOn"]').fill(`31/12/${new Date().getFullYear() + 1}`);
  await act(officer.page, "Inviter", "L’invitation est envoyée.");
  const given = officer.page.locator("tbody tr", { hasText: "Confier à quelqu’un" });
  const titles: string[] = [];
  for (const at of [0, 1]) {
    const row = given.nth(at);
    titles.push((await row.getByRole("link").first().innerText()).trim());
    await row.locator("summary", { hasText: "Confier à quelqu’un" }).click();
    await row
      .locator("select")
      .selectOption({ label: "Ada Invitée (personne fictive), 0 fiche".replace("0", String(at)) });
    await act(officer.page, "Confier", "C’est confié, et dit par courriel.");
  }
  const [bound = "", free = ""] = titles;

  const expert = await journey.enter();
  await mailArrives(expert, email, /Vous êtes invité à évaluer.*jusqu’au 31.décembre/);
  await signInByMail(expert, email, "/evaluations");
  expect(await expert.page.locator("tbody tr").count()).toBe(2);
  await expert.page.getByRole("link", { name: bound }).click();
  // Nothing of the file before a word on what binds: who it concerns, and no more.
  await expert.page.getByRole("heading", { name: "Avant d’ouvrir ce dossier" }).waitFor();
  expect(await expert.page.locator("form.es-sheet").count()).toBe(0);
  await expert.page.locator("summary", { hasText: "Déclarer un intérêt" }).click();
  await expert.page.locator('label:has(input[name="siren"]), input[name="siren"] + label').first().click();
  await expert.page.locator('textarea[name="reason"]').fill("J’y ai formé des équipes.");
  await act(expert.page, "Déclarer, et ne pas évaluer ce dossier", "Votre intérêt est noté");
  expect(await expert.page.getByRole("link", { name: bound }).count()).toBe(0);
  await expert.page.getByRole("link", { name: free }).click();
  await expert.page.getByRole("button", { name: /Aucun intérêt ne me lie/ }).click();
  await expert.page.locator("form.es-sheet").waitFor();
  await fillSheet(expert);
  for (const page of ["/selection", "/instruction", "/co-instruction", "/administration"])
    expect([page, (await expert.context.request.get(page)).status()]).toEqual([page, 404]);
  await expert.close();

  await officer.page.reload();
  await officer.page.getByText("Ada Invitée (personne fictive), retiré. Intérêt déclaré").waitFor();
  await officer.check();
  await officer.close();
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

/** Marks each line that has no mark yet, with its reason, and sends. */
async function fillSheet({ page }: Traveller): Promise<void> {
  for (const band of await page.locator(".es-sheet-band").all()) {
    if ((await band.locator("input:checked").count()) > 0) continue;
    await band.locator('label.es-mark-option:has(input[value="2"])').click();
    await band.locator('textarea[name^="reason."]').fill("Au vu du dossier, et de ses pièces.");
  }
  await page.getByRole("button", { name: /^Envoyer ma fiche/ }).click();
  await page.getByText("Votre fiche est envoyée.").waitFor();
}

async function openCall(person: Traveller): Promise<void> {
  await person.go("/selection");
  await person.page.getByRole("link", { name: CALL }).first().click();
  await person.page.waitForURL(/\/selection\/[0-9a-f-]{36}$/);
}

/** The projects of a call, by their links. */
function fileLinks({ page }: Traveller) {
  return page.locator('tbody a[href*="/dossiers/"]');
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
