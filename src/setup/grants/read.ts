import {
  type Counted,
  type Framework,
  type OpenScheme,
  parseDecimalMoney,
  readSiren,
  readWrittenDay,
} from "#policy/index.ts";
import { parseDelimited } from "#src/platform/delimited.ts";
import { oneLine } from "#text/index.ts";

export const MOST_GRANTS = 2_000;

const BEFORE = ["SIREN", "Dispositif", "Date de la décision", "Aide en euros"] as const;
const AFTER = ["Référence"] as const;

/** What the schemes of a version of the text count of each party beside the aid, each measure once. */
export function countedIn(framework: Framework): readonly Counted[] {
  const all = openIn(framework).flatMap(({ counted }) => counted ?? []);
  return [...new Map(all.map((one) => [one.measure, one])).values()];
}

/** Titles of the spreadsheet's columns, in their order. */
export function grantColumns(framework: Framework): readonly string[] {
  return [...BEFORE, ...countedIn(framework).map(({ head }) => head), ...AFTER];
}

/** An aid of before this service. Money in cents, other measures in halves; the day is ISO. */
export interface ReadGrant {
  readonly siren: string;
  readonly scheme: string;
  readonly grantedOn: string;
  readonly measures: Readonly<Record<string, number>>;
  readonly source: string;
}

/** One line of the sheet: what it says, or what is wrong, by column. */
export interface GrantLine {
  /** As the spreadsheet numbers it. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly grant: ReadGrant | null;
  /** By position of the column. */
  readonly errors: Readonly<Record<number, string>>;
}

/** Reads the text of a sheet, cells by tabs or by semicolons. The line of titles is passed over. */
export function readGrants(text: string, framework: Framework, today: string): readonly GrantLine[] {
  const columns = grantColumns(framework).length;
  const lines = parseDelimited(text, text.includes("\t") ? "\t" : ";").map((row, index) => ({
    line: index + 1,
    cells: Array.from({ length: columns }, (_, column) => oneLine(row[column] ?? "")),
  }));
  const seen = new Set<string>();
  return lines
    .filter(({ line, cells }) => cells.some((cell) => cell !== "") && !(line === 1 && /siren/i.test(cells[0] ?? "")))
    .map(({ line, cells }) => {
      const read = readLine(cells, framework, today);
      const key = read.grant === null ? null : JSON.stringify(read.grant);
      if (key === null) return { line, cells, ...read };
      if (seen.has(key)) return { line, cells, grant: null, errors: { 0: "Cette ligne en répète une autre." } };
      seen.add(key);
      return { line, cells, ...read };
    });
}

function readLine(cells: readonly string[], framework: Framework, today: string): Pick<GrantLine, "grant" | "errors"> {
  const [siren = "", scheme = "", on = "", aid = ""] = cells;
  const source = cells.at(-1) ?? "";
  const errors: Record<number, string> = {};
  const readNumber = readSiren(siren);
  if ("error" in readNumber) errors[0] = readNumber.error;
  const found = schemeNamed(framework, scheme);
  if (found === null) errors[1] = "Écrivez le nom d’un dispositif du cadre.";
  const day = readWrittenDay(on);
  if ("error" in day) errors[2] = day.error;
  else if (day.value < "2015-01-01" || day.value > today) errors[2] = "Attendu : un jour passé, depuis 2015.";
  const cents = parseDecimalMoney(aid.replace(/[\s€]/g, "").replace(",", "."));
  if (cents === null || cents <= 0 || cents > 100_000_000_00)
    errors[3] = "Donnez un montant en euros, plus grand que zéro.";
  const quantities = countedIn(framework).map((one, index) => {
    const column = BEFORE.length + index;
    const count = readQuantity(cells[column] ?? "");
    if (count === null) errors[column] = `Donnez ${one.typed}.`;
    return [one.measure, count] as const;
  });
  const last = cells.length - 1;
  if (source === "") errors[last] = "Donnez la délibération ou la convention : elle prouve l’aide.";
  else if (source.length > 200) errors[last] = "200 caractères au plus.";
  if (Object.keys(errors).length > 0 || found === null || cents === null || "error" in readNumber || "error" in day) {
    return { grant: null, errors };
  }
  const measures: Record<string, number> = { aid: cents };
  for (const [measure, count] of quantities) if (count !== null && count !== 0) measures[measure] = count;
  return { grant: { siren: readNumber.value, scheme: found.slug, grantedOn: day.value, measures, source }, errors };
}

/** In halves at the finest; nothing typed is none. */
function readQuantity(typed: string): number | null {
  const count = typed === "" ? 0 : Number(typed.replace(",", "."));
  return Number.isFinite(count) && count >= 0 && count <= 1_000 && (count * 2) % 1 === 0 ? count : null;
}

function openIn(framework: Framework): readonly OpenScheme[] {
  return framework.schemes.filter((one): one is OpenScheme => one.status === "open");
}

function schemeNamed(framework: Framework, typed: string): OpenScheme | null {
  const words = plain(typed);
  return (
    openIn(framework).find(
      (one) => words !== "" && [one.slug, one.name, one.provision].some((name) => plain(name) === words),
    ) ?? null
  );
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
