import { describe, expect, it } from "vitest";
import { useJourney, ways } from "#test/support/journey.ts";
import { mailArrives } from "./entering.ts";
import { act, find, giveOpinion, openApplication, recordVote, takeUp } from "./instructing.ts";

const journey = useJourney();

/** Requests that wait for an officer, and who filed them: one a way. */
const filed = [
  { number: "AC-2026-00037", applicant: /Camille Imaginaire/, mail: "direction.11@formation.example" },
  { number: "AC-2026-00040", applicant: /Sacha Modèle/, mail: "direction.14@formation.example" },
];

const reason = "Le bilan pédagogique montre que la formation fait moins du tiers de l’activité.";

describe("refuse", () => {
  it.each(ways.map((way, index) => ({ ...way, index })))(
    "with grounds that the letter says, and how to contest: $name",
    async ({ index, ...way }) => {
      const request = filed[index];
      if (request === undefined) throw new Error("a request a way");
      const officer = await journey.enter(way);
      const { page } = officer;
      await officer.enterAs(/Inès Truction/);
      await openApplication(officer, request.number);
      await takeUp(officer);
      // An unfavourable opinion without a ground is refused, and what was typed stays.
      await page.locator('input[name="sens"][value="defavorable"]').check();
      await page.locator('textarea[name="avis"]').fill("La condition d’activité n’est pas remplie.");
      await page.getByRole("button", { name: "Transmettre à la validation" }).click();
      await page.locator(".es-error-summary").waitFor();
      await officer.check();
      expect(await page.locator('textarea[name="avis"]').inputValue()).toContain("La condition d’activité");
      await find(officer, "CS-3@party.0", { conclusion: "not-met", reason });
      await giveOpinion(officer, { sense: "defavorable", body: "La condition n’est pas remplie." });
      await officer.check();

      const supervisor = await journey.enter(way);
      await supervisor.enterAs(/Thibault Responsable/);
      await openApplication(supervisor, request.number);
      await act(supervisor.page, "Valider l’avis", "Votre décision sur l’avis est enregistrée.");
      await supervisor.check();
      await supervisor.close();

      const approver = await journey.enter(way);
      await approver.enterAs(/Célia Commission/);
      await openApplication(approver, request.number);
      await recordVote(approver, "rejet");
      await approver.close();

      await openApplication(officer, request.number);
      await act(page, "Notifier le refus au demandeur", "La décision est notifiée");
      await officer.check();
      await officer.close();

      const applicant = await journey.enter(way);
      await mailArrives(applicant, request.mail, "Décision sur votre demande");
      await applicant.enterAs(request.applicant);
      await applicant.check();
      await applicant.page
        .getByRole("link", { name: new RegExp(request.number) })
        .or(applicant.page.locator("tr", { hasText: request.number }).getByRole("link"))
        .first()
        .click();
      await applicant.page.waitForURL(/\/demandes\//);
      await applicant.check();
      expect(await applicant.page.locator("main").innerText()).toContain("Refusée");
      // What follows a refusal leads somewhere: the letter, the same request again, other aids.
      for (const name of [
        /^Lire la lettre, ses motifs/,
        "Reprendre cette demande dans une nouvelle",
        "Chercher une autre aide",
      ])
        expect(await applicant.page.getByRole("link", { name }).count()).toBe(1);
      const letter = applicant.page.getByRole("link", { name: "Lettre de refus" }).first();
      const pdf = await applicant.context.request.get((await letter.getAttribute("href")) ?? "");
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      await applicant.close();
    },
  );
});
