import type { Fonts } from "./fonts.ts";

/** Addresses and links stay whole, so that they can be copied; only longer words may be broken at the margin. */
const LONGEST_WORD = 64;
const SPACE_WITHOUT_WIDTH = "\u200b";
const MISSING = "\u25a1";
/** Joiners and variation selectors have no glyph of their own, and need none. */
const INVISIBLE = /^(?:[\u200b\u2060]|\u200c|\u200d|[\ufe00-\ufe0f])$/u;
/** Control characters but the line feed; direction overrides, which could make a text read as another. */
const UNPRINTABLE = /(?!\n)\p{Cc}|\p{Bidi_Control}|\ufeff/gu;
const FINGERPRINT = /^[0-9a-f]{40,64}$/;

/** The same data with strings that can be set on a page: drawable characters only, and words that can be broken at the margin. */
export function printable(data: unknown, fonts: Fonts): unknown {
  if (typeof data === "string") return printableText(data, fonts);
  if (Array.isArray(data)) return data.map((item) => printable(item, fonts));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value, fonts)]));
}

export function printableText(text: string, fonts: Fonts): string {
  const clean = text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(UNPRINTABLE, "");
  const drawable = Array.from(clean, (character) => (isDrawable(character, fonts) ? character : MISSING)).join("");
  return FINGERPRINT.test(drawable) ? drawable : drawable.replaceAll(/\S+/g, breakable);
}

function isDrawable(character: string, fonts: Fonts): boolean {
  return character === "\n" || INVISIBLE.test(character) || fonts.covers(character.codePointAt(0) ?? 0);
}

function breakable(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const graphemes = Array.from(new Intl.Segmenter("fr", { granularity: "grapheme" }).segment(word), (it) => it.segment);
  return graphemes
    .map((grapheme, index) => (index > 0 && index % LONGEST_WORD === 0 ? SPACE_WITHOUT_WIDTH + grapheme : grapheme))
    .join("");
}
