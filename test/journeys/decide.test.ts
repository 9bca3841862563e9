import { describe, expect, it } from "vitest";
import { type Traveller, useJourney, ways } from "#test/support/journey.ts";
import { mailArrives, untilThere } from "./entering.ts";
import {
  act,
  concludeAll,
  find,
  frenchToday,
  giveOpinion,
  keep,
  openApplication,
  recordVote,
  takeUp,
} from "./instructing.ts";
import { pdf } from "./papers.ts";

const journey = useJourney();

/** Requests that wait for an officer, and who filed them: one a way. */
const filed = [
  { number: "AC-2026-00040", applicant: /Sacha Modèle/, mail: "direction.14@formation.example" },
  { number: "AC-2026-00038", applicant: /Dominique Essai/, mail: "direction.12@formation.example" },
];

describe("instruct, decide, agree", () => {
  it.each(ways.map((way, index) => ({ ...way, index })))(
    "from the file to the signed agreement, each by who may: $name",
    async ({ index, ...way }) => {
      const request = filed[index];
      if (request === undefined) throw new Error("a request a way");
      const { number } = request;
      const officer = await enterAs(way, /Inès Truction/);
      await openApplication(officer, number);
      await officer.check();
      await takeUp(officer);
      await overrule(officer);
      await concludeAll(officer);
      await giveOpinion(officer, { sense: "favorable", body: "Une démarche progressive, partagée par l’équipe." });
      await officer.check();
      expect(await officer.page.getByRole("button", { name: "Valider l’avis" }).count()).toBe(0);

      const supervisor = await enterAs(way, /Thibault Responsable/);
      await openApplication(supervisor, number);
      await supervisor.check();
      await act(supervisor.page, "Valider l’avis", "Votre décision sur l’avis est enregistrée.");
      await supervisor.close();

      const approver = await enterAs(way, /Célia Commission/);
      await openApplication(approver, number);
      await recordVote(approver, "favorable");
      await approver.close();

      await openApplication(officer, number);
      await act(officer.page, "Notifier l’aide au demandeur", "La décision est notifiée");
      await act(officer.page, "Établir la convention", "La convention est établie");
      await officer.check();

      const applicant = await journey.enter(way);
      await mailArrives(applicant, request.mail, "Votre convention est à signer");
      await applicant.enterAs(request.applicant);
      await signCopy(applicant);

      await openApplication(officer, number);
      await officer.page.locator('input[name="date"]').fill(frenchToday());
      await officer.page.locator('input[name="signataire"]').fill("Sacha Modèle, présidence");
      await officer.page.locator('input[name="exemplaire"]').setInputFiles(pdf("convention-des-deux-parties.pdf"));
      await act(officer.page, "Enregistrer la signature", "La convention est signée par les deux parties.");
      await officer.close();
      await applicant.go("/accueil");
      expect(await applicant.page.locator("main").innerText()).toContain("Convention signée");
      await applicant.check();
      await applicant.close();
    },
  );
});

async function enterAs(way: (typeof ways)[number], name: RegExp): Promise<Traveller> {
  const person = await journey.enter(way);
  await person.enterAs(name);
  return person;
}

/** Another finding than the machine's asks for a reason, and keeps what was picked until it has one. */
async function overrule(officer: Traveller): Promise<void> {
  const { page } = officer;
  const point = "CS-15";
  await find(officer, point, { conclusion: "not-met", reason: "" });
  await page.getByRole("button", { name: "Enregistrer sans transmettre" }).click();
  await page.locator(".es-error-summary").waitFor();
  expect(await page.locator(`input[name="point:${point}"][value="not-met"]`).isChecked()).toBe(true);
  await officer.check();
  await find(officer, point, { conclusion: "not-met", reason: "La pièce jointe dit autre chose que la réponse." });
  await keep(officer);
  expect(await page.locator("main").innerText()).toContain("La pièce jointe dit autre chose que la réponse.");
  await find(officer, point, { conclusion: "met", reason: "Une seconde lecture confirme la réponse." });
  await keep(officer);
}

/** Downloads the agreement, then sends back a copy: without its date it is refused and the rest is kept. */
async function signCopy(applicant: Traveller): Promise<void> {
  const { page, context } = applicant;
  await applicant.check();
  await page
    .getByRole("link", { name: /convention/i })
    .first()
    .click();
  await page.waitForLoadState();
  if (!/\/convention$/.test(page.url())) {
    await applicant.check();
    await page.getByRole("link", { name: "Ouvrir la convention" }).click();
  }
  await page.waitForURL(/\/convention$/);
  const download = page.getByRole("link", { name: "Télécharger la convention" });
  await untilThere(applicant, page.url(), (body) => body.includes("Télécharger la convention"));
  await page.reload();
  expect(await download.count()).toBe(1);
  await applicant.check();
  const agreement = await context.request.get((await download.getAttribute("href")) ?? "");
  expect((await agreement.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.locator('input[name="signataire"]').fill("Camille Exemple, présidente");
  await page.locator('input[name="exemplaire"]').setInputFiles(pdf("convention-signee.pdf"));
  await page.getByRole("button", { name: "Déposer l’exemplaire signé" }).click();
  await page.locator(".es-error-summary").waitFor();
  await applicant.check();
  expect(await page.locator('input[name="signataire"]').inputValue()).toBe("Camille Exemple, présidente");
  await page.locator('input[name="date"]').fill(frenchToday());
  await page.locator('input[name="exemplaire"]').setInputFiles(pdf("convention-signee.pdf"));
  await page.getByRole("button", { name: "Déposer l’exemplaire signé" }).click();
  await page.getByText("L’exemplaire signé est déposé.").waitFor();
  await applicant.check();
}
