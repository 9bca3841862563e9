import { expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { type AgreementAmendment, agreementAmendment } from "./amendment.ts";
import { minimalAgreement } from "./grant-agreement.fixture.ts";

const amendment: AgreementAmendment = {
  letterhead: minimalAgreement.letterhead,
  number: "CONV-2026-00009-A1",
  agreement: { number: "CONV-2026-00009", signedOn: minimalAgreement.letterhead.issuedOn },
  funder: { ...minimalAgreement.funder, calledBelow: "la Région" },
  beneficiary: minimalAgreement.beneficiary,
  visas: ["Vu la convention"],
  projectTitle: "Bâtir sobre",
  word: { called: "l’autre sélection", reference: "AUTRE-1", on: minimalAgreement.letterhead.issuedOn },
  before: 2_000_000,
  after: 500_000,
  reason: "Les dépenses payées avant le retrait restent dues.",
  signatories: minimalAgreement.signatories,
};

it("keeps the last article with the signatures, whatever the length of the rest (D-31)", () => {
  for (const lines of [0, 10, 14, 16, 18, 20, 22, 24, 26]) {
    const visas = Array.from({ length: lines }, () => "Vu la convention");
    const { pages, text } = pullProof(agreementAmendment, { ...amendment, visas });
    const last = text.split(/Page\dsur\d/)[pages - 1] ?? "";
    expect(last, `${lines} visas`).toContain("Autresclauses");
    expect(last).toContain("Signature");
  }
});

it("says what the other funder took back, or the total that it lowered and what is due of it", () => {
  const withdrawn = pullProof(agreementAmendment, amendment);
  expect(withdrawn.says("une autre aide, retirée le")).toBe(true);
  expect(withdrawn.says("total retenu du projet")).toBe(false);
  const word = { ...amendment.word, lowered: { from: 10_000_000, to: 8_000_000, owed: "20 % des dépenses acceptées" } };
  const lowered = pullProof(agreementAmendment, { ...amendment, word });
  expect(lowered.says("ramenée à un total retenu de 80 000 €")).toBe(true);
  expect(lowered.says("Le total retenu du projet, de 100 000 €, est ramené à 80 000 €")).toBe(true);
  expect(lowered.says("La part due reste de 20 % des dépenses acceptées")).toBe(true);
});
