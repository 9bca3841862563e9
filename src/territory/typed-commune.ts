import { cleanText, trimText } from "#text/index.ts";
import { allEntries, type Commune, codesOf, communeByCode, type Entry, fold } from "./communes.ts";
import { departmentCalled } from "./departments.ts";

/** What a typed text means: the one commune it can only be, and those to choose among, the likeliest first. */
export interface TypedCommune {
  readonly chosen: Commune | null;
  readonly found: readonly Commune[];
}

/** What becomes of a commune's field: its code, or the text to keep beside and those to choose among. */
export interface SettledCommune {
  /** "" where none is chosen. */
  readonly code: string;
  readonly text: string;
  readonly found: readonly Commune[];
}

/**
 * Brings together the code that a field holds and what is written in its box. A code chosen in a list stands, unless the
 * box was then rewritten or emptied; a code that no commune ever had is a text like another.
 */
export function settleCommune(code: string, box: string | undefined): SettledCommune {
  const text = trimText(box ?? code);
  const { chosen, found } = readTypedCommune(text);
  const given = communeByCode(trimText(code));
  const stands = given !== null && (box === undefined || found.some((one) => one.code === given.code));
  if (stands) return { code: trimText(code), text, found };
  return { code: chosen?.code ?? "", text, found };
}

/** Names, codes and places that a text holds: « 14000 CAEN CEDEX 4 », « Caen (14) », « Caen (14000, Calvados) », « 14118 ». */
interface Reading {
  readonly name: string;
  /** Postcodes or INSEE codes. */
  readonly codes: readonly string[];
  /** The department that the end of the text names. */
  readonly department: string | null;
}

const NOTHING: TypedCommune = { chosen: null, found: [] };
/** No name of a commune is as long, with its numbers and all that places it: a page pasted there is not read. */
const LONGEST = 200;

/**
 * Reads a commune as people write it, by today's names and former ones; case, accents and hyphens do not count, unless an
 * accent is all that tells two names apart. Nothing is guessed: a text that several communes answer to chooses none.
 */
export function readTypedCommune(text: string, limit = 20): TypedCommune {
  if (text.length > LONGEST) return NOTHING;
  const readings = readingsOf(fold(cleanText(text)));
  const [first] = readings;
  if (first === undefined) return NOTHING;
  if (first.name === "") return byCodes(first.codes, limit);
  const seen = readings.map((reading) => seek(reading, limit));
  const exact = seen.find((one) => one.exact.length > 0);
  if (exact !== undefined) {
    const found = communesOf([...exact.exact, ...exact.begun], limit);
    return { chosen: exact.isSure ? onlyOne(exact.exact, text) : null, found };
  }
  const close = seen.find((one) => one.begun.length > 0);
  if (close === undefined) return NOTHING;
  const found = communesOf(close.begun, limit);
  return { chosen: close.isSure && found.length === 1 ? (found[0] ?? null) : null, found };
}

/** Communes by the beginning of their name or of any of its words, by postcode or by INSEE code. */
export function searchCommunes(query: string, limit = 20): readonly Commune[] {
  return readTypedCommune(query, limit).found;
}

/** The whole text as a name first: « Vire Normandie » is one; then without the place that ends it. */
function readingsOf(folded: string): readonly Reading[] {
  const words = folded
    .replace(/\bcedex(?: \d{1,2})?\b/g, " ")
    .replace(/\b(?:f|fr) (?=\d{5}\b)/g, " ")
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  if (words.length === 1 && /^\d{2,5}$/.test(words[0] ?? "")) return [{ name: "", codes: words, department: null }];
  const codes = words.filter(isCode);
  const rest = words.filter((word) => !isCode(word));
  const whole: Reading = { name: rest.join(" "), codes: codes.map((code) => code.toUpperCase()), department: null };
  return [whole, ...endsOf(rest).map((end) => ({ ...whole, ...end }))];
}

function isCode(word: string): boolean {
  return /^(?:\d{5}|2[ab]\d{3})$/.test(word);
}

/** What is left of a name once the words that place it are taken off its end: a department, the region, the country. */
function endsOf(words: readonly string[]): readonly Pick<Reading, "name" | "department">[] {
  const ends: Pick<Reading, "name" | "department">[] = [];
  for (let cut = words.length - 1; cut > 0; cut--) {
    const end = words.slice(cut).join(" ");
    const name = words.slice(0, cut).join(" ");
    const department = departmentCalled(end, fold);
    if (department !== null) ends.push({ name, department });
    else if (end === "normandie" || end === "france") ends.push({ name, department: null });
  }
  return ends;
}

interface Sought {
  /** The names that are the one typed, and those that begin so or hold a word that does. */
  readonly exact: readonly Entry[];
  readonly begun: readonly Entry[];
  /** False where a number in the text says another place: the names are shown, none is chosen. */
  readonly isSure: boolean;
}

/** The names that are where the text says; by its numbers' department where none has them (a CEDEX has its own). */
function seek({ name, codes, department }: Reading, limit: number): Sought {
  const isPlaced = (commune: Commune) => department === null || commune.department === department;
  if (codes.length === 0) return { ...scan(name, isPlaced, limit), isSure: true };
  const places = [has, isOfDepartment].map(
    (holds) => (commune: Commune) => isPlaced(commune) && codes.some((code) => holds(commune, code)),
  );
  for (const holds of places) {
    const found = scan(name, holds, limit);
    if (found.exact.length + found.begun.length > 0) return { ...found, isSure: true };
  }
  return { ...scan(name, isPlaced, limit), isSure: false };
}

function has(commune: Commune, code: string): boolean {
  return commune.postcodes.includes(code) || codesOf(commune, code);
}

function isOfDepartment({ department }: Commune, code: string): boolean {
  return code.startsWith(department) || (code.startsWith("20") && /^2[AB]$/.test(department));
}

/** Postcodes whole or begun, then INSEE codes: a number that is both is asked. */
function byCodes(codes: readonly string[], limit: number): TypedCommune {
  const coded = codes.flatMap((code) => communeByCode(code.toUpperCase()) ?? []);
  const posted = allEntries()
    .filter(
      ({ commune, former }) => !former && codes.some((code) => commune.postcodes.some((one) => one.startsWith(code))),
    )
    .map(({ commune }) => commune);
  const found = [...new Set([...[...new Set(posted)].slice(0, limit - coded.length), ...coded])];
  return { chosen: found.length === 1 ? (found[0] ?? null) : null, found };
}

/** One look at every name: exact, begun, begun in one of its words, begun by a former name. `limit` of each at most. */
function scan(wanted: string, holds: (commune: Commune) => boolean, limit: number): Omit<Sought, "isSure"> {
  const ranks: [Entry[], Entry[], Entry[], Entry[]] = [[], [], [], []];
  const within = ` ${wanted}`;
  for (const entry of allEntries()) {
    const { folded, former } = entry;
    if (!folded.includes(wanted)) continue;
    const isBegun = folded.startsWith(wanted);
    if (!isBegun && !folded.includes(within)) continue;
    const rank = isBegun && folded.length === wanted.length ? 0 : former ? 3 : isBegun ? 1 : 2;
    if ((rank === 0 || ranks[rank].length < limit) && holds(entry.commune)) ranks[rank].push(entry);
  }
  const [exact, ...begun] = ranks;
  return { exact, begun: begun.flat() };
}

function communesOf(entries: readonly Entry[], limit: number): readonly Commune[] {
  return [...new Set(entries.map(({ commune }) => commune))].slice(0, limit);
}

/** The one commune that these names lead to; where accents were typed, they may tell it from the others. */
function onlyOne(entries: readonly Entry[], typed: string): Commune | null {
  const [only, ...others] = communesOf(entries, 2);
  if (others.length === 0) return only ?? null;
  if (!/\p{M}/u.test(typed.normalize("NFD"))) return null;
  const accented = entries.filter(({ name }) => typed.toLowerCase().normalize("NFC").includes(name.toLowerCase()));
  const [same, ...more] = communesOf(accented, 2);
  return more.length === 0 ? (same ?? null) : null;
}
