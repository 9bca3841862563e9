import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textCell } from "./csv.ts";

describe("a cell of an export", () => {
  it.each([
    ["a SIREN that begins by zeros", "005520176", '="005520176"'],
    ["an INSEE code of the Ain", "01004", '="01004"'],
    ["a telephone", "0231000000", '="0231000000"'],
    ["a SIRET, shown as a power of ten otherwise", "73282932000074", '="73282932000074"'],
    ["another SIREN", "732829320", "732829320"],
    ["a year", "2026", "2026"],
    ["Corsica", "2A004", "2A004"],
    ["a formula", '=HYPERLINK("http://a")', `'=HYPERLINK("http://a")`],
    ["a formula after a space", " +33", "' +33"],
    ["nothing", "", ""],
  ])("%s", (_what, text, cell) => expect(textCell(text)).toBe(cell));

  it("runs nothing that was typed: only digits are ever put between its quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", '"', "0", "7", "A", "(", " ", "@", "\t") }), (text) => {
        const cell = textCell(text);
        if (cell.startsWith("=")) expect(cell).toMatch(/^="\d+"$/);
      }),
    );
  });
});
