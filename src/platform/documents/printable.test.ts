import { describe, expect, it } from "vitest";
import { isFarEastern, loadFonts } from "./fonts.ts";
import { printable, printableText } from "./printable.ts";

const fonts = loadFonts();
const print = (text: string) => printableText(text, fonts);

describe("a text made printable", () => {
  it("keeps what people write", () => {
    for (const text of ["Œuvre d’été : 17 500 €", "ligne\nligne", "سلام", "Ελλάδα", "👩‍🏫 ✓", "«\u202f?\u202f»"]) {
      expect(print(text)).toBe(text.normalize("NFC"));
    }
  });

  it("shows a square for what no font draws, never nothing", () => {
    expect(print("漢字 \ud800")).toBe("□□ \ufffd");
  });

  it("keeps Chinese, Japanese and Korean, whose faces are loaded for them alone", () => {
    const far = loadFonts(true);
    for (const text of ["汉字 漢字", "株式会社ひらがな", "「引用」，。", "Ｆｕｌｌ"]) {
      expect(isFarEastern(text)).toBe(true);
      expect(printableText(text, far)).toBe(text);
    }
    // A Mac writes the names of files in pieces of syllables.
    for (const text of ["한국어 직업훈련", "한국어".normalize("NFD")]) {
      expect(isFarEastern(text)).toBe(true);
      expect(printableText(text, far)).toBe(text.normalize("NFC"));
    }
    for (const text of ["Œuvre d’été : 17 500 €", "سلام", "👩‍🏫 ✓", "Ελλάδα"]) expect(isFarEastern(text)).toBe(false);
  });

  it("drops controls and direction overrides, which hide or turn a text", () => {
    expect(print("a\u0000b\u0007c\u202ed\u2066e\ufeff\tf\r\ng")).toBe("abcde f\ng");
  });

  it("lets a long word break without cutting a character in two", () => {
    const broken = print("👩‍🏫".repeat(200));
    expect(broken.split("\u200b").length).toBeGreaterThan(2);
    expect(broken.replaceAll("\u200b", "")).toBe("👩‍🏫".repeat(200));
  });

  it("leaves a fingerprint whole, so that it can be copied", () => {
    expect(print("a1".repeat(32))).toBe("a1".repeat(32));
  });

  it("reaches every string of the data and touches nothing else", () => {
    expect(printable({ a: ["x\u0000", 1, null, true], b: { c: "漢" } }, fonts)).toEqual({
      a: ["x", 1, null, true],
      b: { c: "□" },
    });
  });
});
