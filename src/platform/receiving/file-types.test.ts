import { describe, expect, it } from "vitest";
import { acceptOf, recognise, sayShut, tidyName } from "./file-types.ts";

const pdfOnly = ["application/pdf", "image/jpeg"];
const office = [...pdfOnly, "application/vnd.oasis.opendocument.text"];

describe("the papers that are taken", () => {
  it.each([
    ["devis.pdf", "application/pdf", pdfOnly, true],
    ["DEVIS.PDF", "application/pdf", pdfOnly, true],
    ["photo.jpeg", "image/jpeg", pdfOnly, true],
    ["photo.jpg", "image/png", pdfOnly, false],
    ["devis.pdf", "application/zip", pdfOnly, false],
    ["devis.pdf", null, pdfOnly, false],
    ["devis.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", pdfOnly, false],
    ["devis.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", office, true],
    ["devis.docx", "application/zip", office, false],
    ["devis.docm", "application/vnd.ms-word.document.macroenabled.12", office, false],
    ["ancien.doc", "application/x-cfb", office, true],
    ["virus.exe", "application/x-msdownload", office, false],
    ["virus.pdf", "application/x-msdownload", office, false],
    ["sans-extension", "application/pdf", office, false],
  ] as const)("%s holding %s", (name, found, accept, taken) => {
    expect(recognise(name, found, accept).ok).toBe(taken);
  });

  it("says which formats are taken, and how to mend a file that is not what its name says", () => {
    expect(recognise("a.exe", null, pdfOnly)).toEqual({
      ok: false,
      message: "ce format n’est pas accepté ici. Formats acceptés : PDF ou image (JPEG, PNG, WebP).",
    });
    expect(recognise("a.pdf", "image/png", pdfOnly)).toMatchObject({ message: expect.stringContaining(".pdf") });
    expect(recognise("a.docx", "application/x-cfb", office)).toMatchObject({ message: sayShut("protected") });
    expect(acceptOf(pdfOnly)).toBe(".pdf,.jpg,.jpeg,.png,.webp");
  });

  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\dossier\\devis.pdf", "devis.pdf"],
    ["a\u0000b\u202egnp.exe", "abgnp.exe"],
    ['un "devis".pdf', "un devis.pdf"],
    ["", "document"],
    ["\u200b.pdf", "document.pdf"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(146)}.pdf`],
    [`${"x".repeat(145)}🎉.pdf`, `${"x".repeat(145)}.pdf`],
    [`${"x".repeat(145)}e\u0301t.pdf`, `${"x".repeat(145)}é.pdf`],
    [`${"x".repeat(149)}👩‍🏫`, "x".repeat(149)],
  ])("keeps %j as %j", (name, expected) => {
    expect(tidyName(name)).toBe(expected);
  });
});
