import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, cutText, isBlank, lengthOf, oneLine, plainWidth, tooLong, trimText } from "./index.ts";

const family = "👩‍👩‍👧‍👦";

describe("what people write", () => {
  it("loses its direction marks, its controls and the marks without width, and nothing that shows", () => {
    expect(cleanText("Le\u202ela\u202c \u2066Anne\u2069\u200b\ufeff\0\u0007")).toBe("Lela Anne");
    expect(cleanText("co\u00adopé\u00adra\u00adtive")).toBe("coopérative");
    expect(cleanText("e\u0301cole")).toBe("école");
    expect(cleanText("un\r\ndeux\rtrois\u2028quatre\u0085cinq\tsix")).toBe("un\ndeux\ntrois\nquatre\ncinq\tsix");
    for (const kept of [family, "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "می‌خواهم", "日本", "Ωmega", "1\u202f100\u00a0€"])
      expect(cleanText(kept)).toBe(kept);
    expect(cleanText("\ud83d")).toBe("\ufffd");
  });

  it.each([
    "",
    " ",
    "\u00a0\u202f\u2009\t\n",
    "\u200b",
    "\u200d\u200c",
    "\u2060\ufeff",
    "\u202e",
    "\u00ad",
    "\u3164",
    "\u115f\uffa0",
    "\u2800",
    "\u034f",
    "\ufe0f",
    "\u{e0041}",
    "\u180e",
    "\0",
    "\ue000",
  ])("counts %j as nothing", (typed) => {
    expect(isBlank(typed)).toBe(true);
    expect(trimText(typed)).toBe("");
  });

  it("counts a sign, a letter of any alphabet and an emoji as something", () => {
    for (const typed of ["a", "?", "日", "💶", "0", "+", "ـ"]) expect([typed, isBlank(typed)]).toEqual([typed, false]);
  });

  it("takes away what surrounds an answer, not what it is made of", () => {
    expect(trimText("\u200b\u00a0 Caen \u200d\n")).toBe("Caen");
    expect(trimText("merci ❤️ ")).toBe("merci ❤️");
    expect(oneLine("  Jeanne\u00a0 \n Martin\u200b ")).toBe("Jeanne Martin");
  });

  it("reads digits as wide as an ideogram, and leaves an exponent where it stands", () => {
    expect(plainWidth("１２３，５\u3000€ m² ½ Ａ")).toBe("123,5 € m² ½ A");
  });

  it("says of a text that is too long by how much", () => {
    expect(tooLong("💶".repeat(10), 10)).toBeNull();
    expect(tooLong("a".repeat(1_201), 1_000)).toBe(
      "Raccourcissez ce texte\u00a0: 1\u202f000 caractères au plus, il en compte 1\u202f201.",
    );
  });

  it("counts an emoji of two units once", () => {
    expect([lengthOf(""), lengthOf("é"), lengthOf("💶💶")]).toEqual([0, 1, 2]);
  });
});

describe("a text cut", () => {
  it.each([
    [`${"a".repeat(9)}💶`, 10, "a".repeat(9)],
    [`${"a".repeat(8)}💶`, 10, `${"a".repeat(8)}💶`],
    [`${"a".repeat(9)}e\u0301`, 10, "a".repeat(9)],
    [`${"a".repeat(9)}🇫🇷`, 11, "a".repeat(9)],
    [`${"a".repeat(9)}${family}`, 12, "a".repeat(9)],
    [`${"a".repeat(99)}${family}b`, 104, "a".repeat(99)],
    ["abc", 3, "abc"],
    ["abc", 0, ""],
    ["💶", 1, ""],
  ])("%j to %i", (text, max, cut) => {
    expect(cutText(text, max)).toBe(cut);
  });

  it("is cut all the same where one letter bears a thousand accents", () => {
    expect(cutText(`a${"\u0301".repeat(1_000)}`, 500)).toHaveLength(500);
  });

  const pieces = fc.array(
    fc.constantFrom("a", "é", "e\u0301", "💶", "🇫🇷", family, "👍🏽", "\u0301", "\u200d", "日", "\n"),
    { maxLength: 120 },
  );

  it("begins the text, fits, and holds whole characters", () => {
    fc.assert(
      fc.property(
        pieces.map((all) => all.join("")),
        fc.nat(300),
        (text, max) => {
          const cut = cutText(text, max);
          expect(text.startsWith(cut)).toBe(true);
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
