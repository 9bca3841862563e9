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
      "18 000 €",
      "dix-huit mille euros",
      "66,67 % d’une dépense éligible de 27 000 €",
      "L’aide calculée selon les règles du dispositif était de 18 900 €",
      "La Commission permanente du Conseil régional a voté 18 000 €, soit 900 € de moins",
      "Les crédits de la session sont partagés",
      "Coût présenté, selon devis hors taxes30 900,00 €",
      "Autres financements publics1 000,00 €",
      "Reste à votre charge11 900,00 €",
      "délibération nº CP-2026-06-15 du 15 juin 2026",
      "Formation Grand Large (société fictive)106 666,66 €",
      "Total2718 000,00 €",
      "il lui en reste 7 sur 25.10 000,00 €7 000,00 €3 000,00 €",
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
    expect(proof.says("de moins")).toBe(false);
    expect(proof.says("Autres financements publics")).toBe(false);
  });
});

it("begins a sentence with whoever votes, whatever letter that begins with", () => {
  const deliberation = { ...richAward.deliberation, body: "une assemblée" };
  expect(pullProof(awardLetter, { ...richAward, deliberation }).says("Une assemblée a voté")).toBe(true);
});

describe("the refusal letter", () => {
  it("gives every ground with its provision, other ways, and the ways and delays of appeal", () => {
    const proof = pullProof(refusalLetter, richRefusal);
    for (const { rule, finding, provision } of richRefusal.grounds) {
      for (const words of [rule, finding, provision]) expect(proof.says(words), words).toBe(true);
    }
    expect(proof.says("Rejoindre une demande collective")).toBe(true);
    for (const words of [
      "Par délibération nº CP-2026-06-15 du 15 juin 2026",
      "vous disposez de deux mois à compter du jour où vous recevez cette lettre",
      "recours gracieux",
      "tribunal administratif de",
      "telerecours",
    ]) {
      expect(proof.says(words), words).toBe(true);
    }
    expect(proof.says("Texte à faire confirmer")).toBe(false);
    expect(pullProof(refusalLetter, richRefusal, { preview: true }).says("Texte à faire confirmer")).toBe(true);
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
    expect(proof.says("inférieure à l’aide calculée (14 000 €) : Les crédits de la session sont partagés.")).toBe(true);
    expect(proof.says("Accompagnement : 12 000 € sur 13 206 €. Le prix d’un jour est plafonné.")).toBe(true);
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
