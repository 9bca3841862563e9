import { expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { minimalAgreement, richAgreement } from "./grant-agreement.fixture.ts";
import { grantAgreement } from "./grant-agreement.ts";

const rich = pullProof(grantAgreement, richAgreement);
const minimal = pullProof(grantAgreement, minimalAgreement);

it("says who, what, how much and on what base", () => {
  for (const words of [
    "Convention de subvention nº 2026-AC-0051",
    "Réseau des Deux Rives (groupement fictif), association régie par la loi du 1er juillet 1901",
    "18 900 € (dix-huit mille neuf cents euros)",
    "Coût présenté, selon devis hors taxes30 900,00 €",
    "Dépense éligible27 000,00 €",
    "Subvention de la Région18 900,00 €",
    "Part due70 % des dépenses acceptées de chaque structure",
    "Reste à la charge du bénéficiaire12 000,00 €",
    "du 1er septembre 2026 au 31 mars 2027",
  ]) {
    expect(rich.says(words), words).toBe(true);
  }
  expect(rich.warnings).toEqual([]);
});

it("never makes the grant the price of a service (D-09)", () => {
  for (const proof of [rich, minimal]) {
    expect(proof.says("initié, défini et mis en œuvre par le bénéficiaire")).toBe(true);
    expect(proof.says("sans en attendre de contrepartie directe")).toBe(true);
    expect(proof.says("ni remis en échange de la subvention")).toBe(true);
  }
});

it("holds the provider to the text and pays no phase before its deliverables (CS-11 to CS-18)", () => {
  for (const words of [
    "existe depuis au moins trois ans",
    "au moins deux ans d’expérience",
    "ne sous-traite pas la prestation",
    "contrat conclu au préalable avec le bénéficiaire et la Région",
    "Intervient ainsi Bureau d’Études Fictif, dont le contrat préalable est joint au dossier, pour l’apport suivant :bilan des émissions",
    "comités de suivi",
    "La part d’une phase n’est pas versée avant que ses livrables aient été reçus et acceptés.",
  ]) {
    expect(rich.says(words), words).toBe(true);
  }
});

it("splits a collective grant between its structures (CS-6, CS-9)", () => {
  expect(rich.says("Les Ateliers du Bocage, Alençon77 000,00 €4 900,00 €")).toBe(true);
  expect(rich.says("Total2727 000,00 €18 900,00 €")).toBe(true);
  expect(minimal.says("répartie entre les structures")).toBe(false);
});

it("marks what the text leaves open to who prepares it, never in what is sent (ACT-04, D-07)", () => {
  const draft = pullProof(grantAgreement, richAgreement, { preview: true });
  expect(draft.says("Le cadre d’intervention ne fixe pas d’échéancier")).toBe(true);
  expect(draft.says("Le cadre d’intervention n’impose pas de mention")).toBe(true);
  expect(rich.says("À confirmer")).toBe(false);
  expect(rich.says("Plan d’Investissement dans les compétences")).toBe(false);
  const doubt = "Cette mention est celle du cadre d’intervention, mot pour mot.";
  const set = { ...richAgreement, publicity: { ...richAgreement.publicity, doubt } };
  const ofText = pullProof(grantAgreement, set, { preview: true });
  expect(ofText.says(doubt)).toBe(true);
  expect(ofText.says("n’impose pas de mention")).toBe(false);
  expect(pullProof(grantAgreement, set).says(doubt)).toBe(false);
  const confirmed = { payment: { ...richAgreement.payment, confirmed: true } };
  const publicity = { ...richAgreement.publicity, confirmed: true };
  const read = pullProof(grantAgreement, { ...richAgreement, ...confirmed, publicity }, { preview: true });
  expect(read.says("À confirmer")).toBe(false);
});

it("carries the clauses that the law reserves to some only when they apply", () => {
  expect(rich.says("contrat d’engagement républicain")).toBe(true);
  expect(minimal.says("contrat d’engagement républicain")).toBe(false);
  expect(rich.says("format ouvert dans les trois mois")).toBe(true);
  expect(minimal.says("format ouvert")).toBe(false);
});

it("has its four annexes, with the reason of each cut", () => {
  for (const words of [
    "Annexe 1 – Budget",
    "30 900,00 €27 000,00 €3 900,00 €",
    "Raison : trois jours dépassent le plafond",
    "61,17 %",
    "38,83 %",
    "Total30 900,00 €100 %",
    "Total3027",
    "18151 050,00 €",
    "Annexe 2 – Calendrier",
    "Annexe 3 – Livrables",
    "Évaluation prospective",
    "Annexe 4 – Publicité du soutien",
    "Projet réalisé avec le soutien financier",
  ]) {
    expect(rich.says(words), words).toBe(true);
  }
  expect(minimal.warnings).toEqual([]);
});
