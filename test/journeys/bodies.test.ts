import { expect, it } from "vitest";
import { choose, type Traveller, useJourney } from "#test/support/journey.ts";
import { mailArrives, signInByMail } from "./entering.ts";
import { act } from "./instructing.ts";
import { fileLinks, fillSheet, openCall } from "./selecting.ts";

/** Who helps the Region to select, from outside of it. */
const journey = useJourney();

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

async function enterAs(name: RegExp): Promise<Traveller> {
  const person = await journey.enter();
  await person.enterAs(name);
  return person;
}
