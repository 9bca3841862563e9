import { departmentName, FUNDER_REGION, readTerritory } from "./departments.ts";
// Names that communes had since 1943 and that the official code tells no more (INSEE's history of communes, 2020).
import formerNames from "./former-names.json" with { type: "json" };

/** A commune as it is today. */
export interface Commune {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** Code of the department. */
  readonly department: string;
  readonly departmentName: string | null;
  /** INSEE code of the region; "" for what lies in none. */
  readonly region: string;
}

interface Row {
  readonly code: string;
  readonly nom: string;
  readonly type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  readonly departement?: string;
  readonly region?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly chefLieu?: string;
  readonly commune?: string;
  readonly anciensCodes?: readonly string[];
}

/** Kept small: one object and one folded name a commune; names of former communes lead to the one of today. */
interface Index {
  readonly byCode: ReadonlyMap<string, Commune>;
  /** Old codes → the code of today. */
  readonly moved: ReadonlyMap<string, string>;
  /** In the order of answers: the funder's region first, then today's names, then the most peopled. */
  readonly entries: readonly Entry[];
}

/** One name that a commune has, or had, or that one of its parts has. */
export interface Entry {
  readonly commune: Commune;
  readonly name: string;
  readonly folded: string;
  /** A former commune's name that leads here. */
  readonly former: boolean;
}

let loaded: Index | null = null;

/** The commune of a code; the codes of former, delegated and associated communes give the one they joined. */
export function communeByCode(code: string): Commune | null {
  const { byCode, moved } = index();
  return byCode.get(code) ?? byCode.get(moved.get(code) ?? "") ?? null;
}

/** « Caen (14000, Calvados) », in the words of the forms; the code alone where no commune has it. */
export function sayCommune(code: string): string {
  const commune = communeByCode(code);
  if (commune === null) return code;
  const place = [commune.postcodes.slice(0, 3).join(", "), commune.departmentName ?? ""].filter((one) => one !== "");
  return place.length === 0 ? commune.name : `${commune.name} (${place.join(", ")})`;
}

/** Whether a code, of today or of before, is that of a commune. */
export function codesOf(commune: Commune, code: string): boolean {
  return communeByCode(code)?.code === commune.code;
}

/** Every name, in the order of answers. */
export function allEntries(): readonly Entry[] {
  return index().entries;
}

/** « Saint-Lô » → "saint lo"; « St Lô » is read the same, and « Villers s/ Mer » as it is said. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/(^| )st(?= )/g, "$1saint")
    .replace(/(^| )ste(?= )/g, "$1sainte")
    .replace(/ s(?= )/g, " sur");
}

function index(): Index {
  loaded ??= build(readTerritory("communes") as Row[]);
  return loaded;
}

function build(rows: readonly Row[]): Index {
  const byCode = new Map<string, Commune>();
  const moved = new Map<string, string>();
  const found: (Entry & { readonly population: number })[] = [];
  for (const row of rows) {
    if (row.type !== "commune-actuelle") continue;
    const commune = readCommune(row);
    byCode.set(row.code, commune);
    found.push({ ...named(commune, row.nom, false), population: row.population ?? 0 });
    for (const old of row.anciensCodes ?? []) moved.set(old, row.code);
  }
  const addFormer = (name: string, commune: Commune) => found.push({ ...named(commune, name, true), population: 0 });
  for (const row of rows) {
    const commune = byCode.get(row.chefLieu ?? row.commune ?? "");
    if (row.type === "commune-actuelle" || commune === undefined) continue;
    if (!byCode.has(row.code)) moved.set(row.code, commune.code);
    if (fold(row.nom) !== fold(commune.name)) addFormer(row.nom, commune);
  }
  for (const [code, names] of Object.entries(formerNames as Readonly<Record<string, readonly string[]>>)) {
    const commune = byCode.get(code) ?? byCode.get(moved.get(code) ?? "");
    if (commune !== undefined) for (const name of names) addFormer(name, commune);
  }
  found.sort(
    (a, b) => regionRank(a) - regionRank(b) || Number(a.former) - Number(b.former) || b.population - a.population,
  );
  const entries = found.map(({ population: _, ...entry }) => entry);
  return { byCode, moved, entries };
}

function named(commune: Commune, name: string, former: boolean): Entry {
  return { commune, name, folded: fold(name), former };
}

function regionRank({ commune }: Entry): number {
  return commune.region === FUNDER_REGION ? 0 : 1;
}

function readCommune(row: Row): Commune {
  const department = row.departement ?? row.code.slice(0, row.code.startsWith("97") ? 3 : 2);
  return {
    code: row.code,
    name: row.nom,
    postcodes: row.codesPostaux ?? [],
    department,
    departmentName: departmentName(department),
    region: row.region ?? "",
  };
}
