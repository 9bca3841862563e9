import { expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { minimalReceipt, richReceipt } from "./receipt.fixture.ts";
import { receiptLetter } from "./receipt-letter.ts";

const rich = pullProof(receiptLetter, richReceipt);
const minimal = pullProof(receiptLetter, minimalReceipt);

it("says all that the administrative code asks of an acknowledgement (R112-5)", () => {
  for (const words of [
    "AC-2026-0042",
    "3 mars 2026 à 9 h 05",
    "décision implicite de rejet",
    "Sans réponse de notre part le 3 mai 2026",
    "Service Modernisation de la formation",
    "1 place de la Démonstration, 14000 Caen",
    "02 00 00 00 00",
    "modernisation@region.exemple.fr",
    "vous disposez de deux mois à compter du jour où vous recevez la décision, ou du 3 mai 2026 en cas de silence",
    "tribunal administratif de Caen",
    "citoyens.telerecours.fr",
  ]) {
    expect(rich.says(words), words).toBe(true);
  }
  expect(rich.warnings).toEqual([]);
});

it("leaves no page of the letter all but empty before what was sent", () => {
  expect(pullProof(receiptLetter, { ...richReceipt, missing: [], sections: [] }).pages).toBe(3);
});

it("lists what is missing, where it goes and by when", () => {
  expect(rich.says("au plus tard le 1er avril 2026")).toBe(true);
  expect(rich.says("Le CV de chaque consultant (rubrique « Prestataire et consultants »)")).toBe(true);
  expect(minimal.says("Ce qui manque")).toBe(false);
});

it("proves what was received: answers, fingerprints, declarations", () => {
  expect(rich.says(richReceipt.revision.sha256)).toBe(true);
  for (const { sha256 } of richReceipt.attachments) expect(rich.says(sha256)).toBe(true);
  for (const declaration of richReceipt.declarations) expect(rich.says(declaration)).toBe(true);
  for (const words of [
    "14 salariés",
    "Oui",
    "Transition numérique",
    "1er juin 2026",
    "1 100,50 €",
    "7,5 jours",
    "Sans réponse",
  ]) {
    expect(rich.says(words), words).toBe(true);
  }
});

it("holds with the least data, and marks appeals that nobody confirmed on a draft alone", () => {
  expect(minimal.warnings).toEqual([]);
  expect(minimal.says("Aucune pièce n’a été jointe.")).toBe(true);
  expect(minimal.says("Texte à faire confirmer")).toBe(false);
  expect(pullProof(receiptLetter, minimalReceipt, { preview: true }).says("Texte à faire confirmer")).toBe(true);
});

it("holds with the longest answers", () => {
  const answer = { kind: "text", text: "Un mot. ".repeat(1250) } as const;
  const long = [{ title: "Projet", questions: [{ question: "Décrivez", answer }] }];
  const proof = pullProof(receiptLetter, { ...richReceipt, sections: long });
  expect(proof.warnings).toEqual([]);
  expect(proof.pages).toBeGreaterThan(4);
});

it("names the applicant by the number that is known: SIRET or SIREN", () => {
  expect(rich.says("SIRET 000 000 000 00000")).toBe(true);
  expect(rich.says("SIREN")).toBe(false);
  const siren = pullProof(receiptLetter, { ...minimalReceipt, applicant: { name: "Organisme", siren: "000000000" } });
  expect(siren.says("SIREN 000000000")).toBe(true);
  expect(siren.says("SIRET")).toBe(false);
});

it("shows what is asked: the cost, the aid reckoned, and who pays what, adding up to all of it", () => {
  for (const words of [
    "Coût présenté, selon devis hors taxes15 000,00 €",
    "Aide estimée9 100,00 €",
    "Reste à votre charge4 900,00 €",
    "Région d’Exemple9 100,00 €60,67 %",
    "Total15 000,00 €100 %",
  ]) {
    expect(rich.says(words), words).toBe(true);
  }
  expect(minimal.says("Aide estimée")).toBe(false);
});
