import { describe, expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { awardLetter } from "./award-letter.ts";
import { minimalCommissionReport, richCommissionReport } from "./commission-report.fixture.ts";
import { commissionReport } from "./commission-report.ts";
import { minimalAward, minimalRefusal, richAward, richRefusal } from "./letters.fixture.ts";
import { refusalLetter } from "./refusal-letter.ts";

describe("the award letter", () => {
  it("says how much, on what base, by which vote, to whom, and what follows", () => {
    const proof = pullProof(awardLetter, richAward);
    for (const words of [
      "18 900 €",
      "dix-huit mille neuf cents euros",
      "70 % d’une dépense éligible retenue de 27 000 €",
      "délibération nº CP-2026-06-15 du 15 juin 2026",
      "Formation Grand Large (société fictive)107 000,00 €",
      "Total2718 900,00 €",
      "il lui en reste 7 sur 25",
      "recours gracieux",
    ]) {
      expect(proof.says(words), words).toBe(true);
    }
    expect(proof.warnings).toEqual([]);
  });

  it("holds with the least data", () => {
    const proof = pullProof(awardLetter, minimalAward);
    expect(proof.warnings).toEqual([]);
    expect(proof.says("1 234,56 €")).toBe(true);
    expect(proof.says("Répartition")).toBe(false);
  });
});

describe("the refusal letter", () => {
  it("gives every ground with its provision, other ways, and the appeals to be confirmed", () => {
    const proof = pullProof(refusalLetter, richRefusal);
    for (const { rule, finding, provision } of richRefusal.grounds) {
      for (const words of [rule, finding, provision]) expect(proof.says(words), words).toBe(true);
    }
    expect(proof.says("Rejoindre une demande collective")).toBe(true);
    expect(proof.says("Texte à faire confirmer")).toBe(true);
    expect(proof.warnings).toEqual([]);
  });

  it("holds with the least data", () => {
    const proof = pullProof(refusalLetter, minimalRefusal);
    expect(proof.warnings).toEqual([]);
    expect(proof.says("Pourquoi : le motif")).toBe(true);
    expect(proof.says("Texte à faire confirmer")).toBe(false);
  });
});

describe("the report for the Permanent Commission", () => {
  const proof = pullProof(commissionReport, richCommissionReport);

  it("sums what is proposed and keeps the unfavourable apart", () => {
    expect(proof.says("Il est proposé d’attribuer 32 287,50 €")).toBe(true);
    expect(proof.says("à 2 projets et de ne pas retenir 1 demande")).toBe(true);
    expect(proof.says("Total : 2 dossiers50 331,00 €32 287,50 €")).toBe(true);
    expect(proof.warnings).toEqual([]);
  });

  it("presents each file and drafts the deliberation", () => {
    for (const { organisation, commune, grounds } of richCommissionReport.files) {
      for (const words of [organisation, commune, ...grounds]) expect(proof.says(words), words).toBe(true);
    }
    expect(proof.says("Avis du service : défavorable")).toBe(true);
    expect(proof.says("Vu le cadre d’intervention adopté le 15 juillet 2025 ;")).toBe(true);
    expect(proof.says("Article 2D’autoriser le Président")).toBe(true);
  });

  it("holds with the least data, and with a hundred files", () => {
    expect(pullProof(commissionReport, minimalCommissionReport).warnings).toEqual([]);
    const [file] = richCommissionReport.files;
    const many = Array.from({ length: 100 }, (_, index) => ({ ...file, fileNumber: `AC-${index}` }));
    const long = pullProof(commissionReport, { ...richCommissionReport, files: [file, ...many] });
    expect(long.warnings).toEqual([]);
    expect(long.says("AC-99")).toBe(true);
  });
});
