/** What a person writes, wherever it comes from: cleaned, told blank, counted and cut in one way. Imports nothing. */
export { addressWords } from "./address-words.ts";
export { type Called, type FunderWords, funderWords, readCalled, type Said, say } from "./funder-words.ts";

/** Marks that turn the direction of a text, so that it reads as another. */
const DIRECTION = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
/** Controls but tab and line feed; spaces without width, soft hyphens and the other marks that a paste brings along. */
const MARKS = String.raw`\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb`;
const unwanted = new RegExp(`[${DIRECTION}${MARKS}]`, "gu");
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
/** What shows: a letter, a number or a sign that is drawn. Hangul fillers are letters by name, an empty braille cell a sign. */
const shown = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;
const edges = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\u200c\u200d]+$/gu;
/** A pile of marks on one letter is no character that anybody reads: past this it is cut through. */
const LONGEST_CHARACTER = 64;

/** Characters as they are stored and compared: whole ones, one way to write each, line feeds for line ends, no hidden mark. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(lineEnds, "\n").replace(unwanted, "");
}

/** Letters, digits and signs as wide as an ideogram, « １２３ » from an Asian keyboard: the plain ones that they stand for. */
export function plainWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/** True of a text in which nothing shows: spaces, joiners, fillers. */
export function isBlank(text: string): boolean {
  return !shown.test(text);
}

/** A text as an answer: cleaned, nothing around it; "" where nothing of it shows. */
export function trimText(text: string): string {
  const clean = cleanText(text);
  return isBlank(clean) ? "" : clean.replace(edges, "");
}

/** A name or a title: one line, one space between words. */
export function oneLine(text: string): string {
  return trimText(text).replace(/\s+/g, " ");
}

/** Characters as JSON Schema and PostgreSQL count them: an emoji is not two. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const numbers = new Intl.NumberFormat("fr-FR");

/** Why a text is not kept: it is longer than may be. Null where it fits; nothing that a person typed is cut without a word. */
export function tooLong(text: string, most: number): string | null {
  const length = lengthOf(text);
  if (length <= most) return null;
  const [limit, counted] = [numbers.format(most), numbers.format(length)];
  return `Raccourcissez ce texte\u00a0: ${limit} caractères au plus, il en compte ${counted}.`;
}

const characters = new Intl.Segmenter("fr", { granularity: "grapheme" });

/** The beginning of a text, `max` units at most, never ended within a character: neither in an emoji nor before an accent. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  // What follows is enough to tell where the last character ends; the whole text may be long.
  const near = text.slice(Math.max(0, max - LONGEST_CHARACTER), max + LONGEST_CHARACTER);
  const at = max - Math.max(0, max - LONGEST_CHARACTER);
  const start = characters.segment(near).containing(at)?.index ?? at;
  const cut = start > 0 || at === 0 ? max - at + start : max;
  return text.slice(0, isWithinPair(text, cut) ? cut - 1 : cut);
}

function isWithinPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
