import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "#policy/index.ts";
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
  const phases = ["Diagnostic", "Accompagnement, Campus des Métiers du Pays d’Auge"].map((title) => ({
    title,
    eligible: 1,
  }));
  expect(paymentTerms(100, phases, true).instalments.at(-1)?.label).toBe(
    "Solde, après accompagnement, Campus des Métiers du Pays d’Auge",
  );
});

it("pays the aid in instalments that add up to it, to the cent", () => {
  const phases = fc.array(
    fc.record({ title: fc.constant("Phase"), eligible: fc.integer({ min: 0, max: 2_500_000 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), phases, (aid, list) => {
      const { instalments } = paymentTerms(aid, list, true);
      expect(instalments.reduce((sum, one) => sum + one.cents, 0)).toBe(aid);
      expect(instalments.every((one) => one.cents >= 0)).toBe(true);
    }),
  );
});
