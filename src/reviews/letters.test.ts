import { describe, expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { minimalCompletionRequest, richCompletionRequest } from "./completion/completion-request.fixture.ts";
import { completionRequest } from "./completion/completion-request.ts";
import { minimalInstructionReport, richInstructionReport } from "./report/file-report.fixture.ts";
import { instructionReport } from "./report/file-report.ts";

describe("the request for completion", () => {
  it("says what, why, where, by when, and that the clock stands still", () => {
    const proof = pullProof(completionRequest, richCompletionRequest);
    for (const words of [
      "au plus tard le 1er avril 2026",
      "les deux éléments suivants",
      "Le CV de la seconde consultante",
      "ne joint qu’un CV",
      "rubrique « Approche et calendrier »",
      "suspendu depuis le 10 mars 2026",
      "refusée au plus tard le 25 mai 2026",
      "L. 114-5",
      "Camille Fictive",
    ]) {
      expect(proof.says(words), words).toBe(true);
    }
    expect(proof.warnings).toEqual([]);
  });

  it("holds with the least data", () => {
    const proof = pullProof(completionRequest, minimalCompletionRequest);
    expect(proof.warnings).toEqual([]);
    expect(proof.says("l’élément suivant")).toBe(true);
  });
});

describe("the file on paper", () => {
  it("shows answers, checks, findings, cuts, opinion and history", () => {
    const proof = pullProof(instructionReport, richInstructionReport);
    for (const words of [
      "Avis favorable",
      "Remplie",
      "Non remplie",
      "À compléter",
      "À apprécier",
      "Constat du service : ✓ Remplie. CV reçu le 12 mars.",
      "Raison : le coût éligible est limité à 1 000 € hors taxes par jour.",
      "1 206,00 €",
      "20 331,00 €",
      "19 125,00 €",
      "Aide votée13 000 €",
      "Délibérationnº CP-2026-06-15 du 15 juin 2026",
      "Reste à la charge du bénéficiaire7 331,00 €",
      "Demande déposée",
      "devis-cabinet-fictif.pdf",
    ]) {
      expect(proof.says(words), words).toBe(true);
    }
    expect(proof.warnings).toEqual([]);
  });

  it("holds with the least data", () => {
    expect(pullProof(instructionReport, minimalInstructionReport).warnings).toEqual([]);
  });
});
