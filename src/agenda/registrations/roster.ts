import { jobFamilies } from "#policy/index.ts";
import { parseDelimited } from "#src/platform/delimited.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";
import { readEmail } from "../occasions/typed.ts";
import { readName } from "./names.ts";
import { OPCO_PARTS, SEXES, type Trainee } from "./trainee.ts";

/** The columns of the list of a team, as the model names them. */
export const ROSTER_COLUMNS = [
  "Nom",
  "Courriel",
  "Métier",
  "Sexe",
  "Département",
  "Payé par l’OPCO",
  "Accord du responsable",
] as const;

export const MOST_LINES = 100;

export interface RosterLine {
  readonly name: string;
  readonly email: string;
  readonly trainee: Trainee;
}

/** What is wrong, and on which line, counted as a spreadsheet counts them in the text that was read. */
export interface RosterError {
  readonly line: number;
  readonly message: string;
}

/** Reads a list of people: cells by tabs or semicolons, with or without its line of titles, in the model's order. */
export function readRoster(text: string): {
  readonly lines: readonly RosterLine[];
  readonly errors: readonly RosterError[];
} {
  const lines: RosterLine[] = [];
  const errors: RosterError[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of cellsOf(text).entries()) {
    if (cells.every((cell) => cell === "") || (index === 0 && isTitles(cells))) continue;
    // What is wrong on every line is said of the first ones.
    if (errors.length >= MOST_LINES) break;
    const read = readLine(cells, index + 1, errors);
    if (read === null) continue;
    if (lines.length === MOST_LINES) {
      errors.push({ line: index + 1, message: `${MOST_LINES} personnes au plus à la fois.` });
      break;
    }
    if (seen.has(read.email))
      errors.push({ line: index + 1, message: `${read.email} est déjà plus haut dans la liste.` });
    seen.add(read.email);
    lines.push(read);
  }
  if (lines.length === 0 && errors.length === 0) errors.push({ line: 1, message: "La liste est vide." });
  return { lines, errors };
}

function cellsOf(text: string): readonly (readonly string[])[] {
  return parseDelimited(text, text.includes("\t") ? "\t" : ";").map((row) => row.map((cell) => cell.trim()));
}

function isTitles(cells: readonly string[]): boolean {
  return plain(cells[0] ?? "") === "nom" || plain(cells[1] ?? "").startsWith("courriel");
}

function readLine(cells: readonly string[], line: number, errors: RosterError[]): RosterLine | null {
  const [name = "", address = "", job = "", sex = "", place = "", opco = "", agreed = ""] = cells;
  const wrong = (message: string) => void errors.push({ line, message });
  const [read, email] = [readName(name), readEmail(address)];
  if (read === null) wrong("il manque le nom.");
  if (email === null) wrong(`« ${address} » n’est pas une adresse électronique.`);
  const trainee: Trainee = {
    jobFamily: oneOf(job, jobFamilies, () => wrong(`métier inconnu : « ${job} ».`)),
    sex: oneOf(sex, SEXES, () => wrong(`sexe : « ${sex} » n’est ni femme, ni homme, ni autre.`)),
    department: readDepartment(place, () => wrong(`département inconnu : « ${place} ».`)),
    opcoPays:
      oneOf(opco, OPCO_PARTS, () => wrong(`OPCO : « ${opco} » n’est ni non, ni en partie, ni en totalité.`)) ?? "no",
    managerAgreed: agreed === "" ? null : /^o(ui)?$/i.test(agreed),
  };
  return read === null || email === null ? null : { name: read, email, trainee };
}

/** A cell among words, by the beginning of the word: « formateur », « Formatrice », « H », « totalité ». */
function oneOf<K extends string>(cell: string, words: Readonly<Record<K, string>>, wrong: () => void): K | null {
  const typed = plain(cell);
  if (typed === "") return null;
  const keys = Object.keys(words) as K[];
  const found = keys.find((key) => {
    const word = plain(words[key]);
    return word.startsWith(typed) || typed.startsWith(stem(word)) || word.endsWith(typed);
  });
  if (found === undefined) wrong();
  return found ?? null;
}

/** « formateurs » → "format": the masculine, the feminine and the plural begin alike. */
function stem(word: string): string {
  return word.replace(/(eurs?|rices?|ifs?|ives?|s)$/, "");
}

function readDepartment(cell: string, wrong: () => void): string | null {
  if (cell === "") return null;
  const typed = plain(cell);
  const found = departmentsOfFunder().find(
    ({ code, name }) => code === cell || plain(name) === typed || cell.startsWith(`${code} `),
  );
  if (found === undefined) wrong();
  return found?.code ?? null;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
