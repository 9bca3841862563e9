import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, day, frameworkByVersion } from "#policy/index.ts";
import { agreementNumber, readSignature } from "./agreement.ts";
import { paymentTerms } from "./terms.ts";

describe("a signature", () => {
  const made = day("2026-03-10");
  const today = day("2026-03-20");
  it.each([
    ["2026-03-10", "Camille Exemple, présidente", []],
    ["2026-03-20", "Camille Exemple, présidente", []],
    ["2026-03-09", "Camille Exemple, présidente", ["date"]],
    ["2026-03-21", "Camille Exemple, présidente", ["date"]],
    [null, "", ["date", "signataire"]],
  ] as const)("of %s by « %s » is refused for %o", (on, signatory, fields) => {
    const read = readSignature({ signedOn: on === null ? null : day(on), signatory }, made, today);
    expect("refusals" in read ? read.refusals.map((one) => one.field) : []).toEqual(fields);
  });
});

it("numbers agreements by year", () => {
  expect(agreementNumber(2026, 12)).toBe("CONV-2026-00012");
});

it("keeps the capitals of a structure's name in the words of the last instalment", () => {
  const scheme = frameworkByVersion("2025-07-15")?.scheme("appui-conseil");
  if (scheme?.status !== "open") throw new Error("consulting support is not open");
  const line = { path: "", party: 0, values: {}, counted: {}, kept: 1 };
  const party = { name: "", commune: "", measures: {}, eligibleCosts: 0, aid: 0 };
  const { instalments } = scheme.agreement({
    answers: {},
    aid: cents(100),
    lines: [
      { ...line, label: "Diagnostic", partyName: "Atelier" },
      { ...line, label: "Accompagnement", partyName: "Campus des Métiers du Pays d’Auge" },
    ],
    parties: [party, party],
    decidedOn: "2026-03-03",
    funder: { the: "la Région", of: "de la Région", capital: "La Région" },
  });
  expect(instalments.at(-1)?.label).toBe("Solde, après accompagnement, Campus des Métiers du Pays d’Auge");
});

it("pays the aid in instalments that add up to it, to the cent", () => {
  const phases = fc.array(
    fc.record({
      label: fc.constant("Phase"),
      weight: fc.integer({ min: 0, max: 2_500_000 }),
      condition: fc.constant(""),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), phases, (aid, list) => {
      const { instalments } = paymentTerms(aid, { instalments: list, supportingDocuments: [] }, true);
      expect(instalments.reduce((sum, one) => sum + one.cents, 0)).toBe(aid);
      expect(instalments.every((one) => one.cents >= 0)).toBe(true);
    }),
  );
});
