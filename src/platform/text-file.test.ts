import { describe, expect, it } from "vitest";
import { textOfSheet } from "./sheets.ts";
import { readSpreadsheet } from "./spreadsheet.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const windows = Uint8Array.from("Libell\u00e9;10", (sign) => sign.charCodeAt(0));

describe("a file sent as a spreadsheet", () => {
  it.each([
    ["a PDF written in letters alone", bytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF")],
    ["a PDF with its bytes", Uint8Array.from([...bytes("%PDF-1.7\n"), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])],
    ["a page", bytes("<!doctype html><title>SIREN;Montant</title>")],
    ["a text with its layout", bytes("{\\rtf1 SIREN;Montant}")],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["an old Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ])("is refused by what it is: %s", async (_, file) => {
    expect(await readSpreadsheet(file)).toBeNull();
    expect(await textOfSheet(file.slice().buffer, 5, 10)).toBeNull();
  });

  it.each([
    ["in UTF-8", bytes("Libell\u00e9;10")],
    ["in UTF-8 with its mark", bytes("\ufeffLibell\u00e9;10")],
    ["in the old encoding of Windows", windows],
  ])("is read as a text of cells: %s", async (_, file) => {
    expect(await readSpreadsheet(file)).toEqual([["Libell\u00e9", "10"]]);
    expect(await textOfSheet(file.slice().buffer, 5, 10)).toContain("Libell\u00e9;10");
  });
});
