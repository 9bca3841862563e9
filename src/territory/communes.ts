import { departmentName, FUNDER_REGION, readTerritory } from "./departments.ts";

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
  /** In the order of answers: the funder's region first, then the most peopled. */
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly commune: Commune;
  readonly folded: string;
  /** A former commune's name that leads here, folded. */
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

/**
 * Communes by the beginning of their name or of any of its words, or by postcode; case, accents and hyphens do not
 * count. Exact names first, then the funder's region, then the most peopled. `limit` 20 unless told.
 */
export function searchCommunes(query: string, limit = 20): readonly Commune[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const { entries } = index();
  const ranks: [Set<Commune>, Set<Commune>, Set<Commune>, Set<Commune>] = [new Set(), new Set(), new Set(), new Set()];
  const isPostcode = /^\d{2,5}$/.test(wanted);
  for (const entry of entries) {
    const rank = isPostcode ? rankOfPostcode(entry, wanted) : rankOfName(entry, wanted);
    if (rank !== null && ranks[rank].size < limit) ranks[rank].add(entry.commune);
  }
  return [...new Set(ranks.flatMap((rank) => [...rank]))].slice(0, limit);
}

function rankOfPostcode(entry: Entry, wanted: string): 0 | null {
  return !entry.former && entry.commune.postcodes.some((postcode) => postcode.startsWith(wanted)) ? 0 : null;
}

function rankOfName({ folded, former }: Entry, wanted: string): 0 | 1 | 2 | 3 | null {
  if (folded === wanted) return former ? 1 : 0;
  if (folded.startsWith(wanted)) return former ? 3 : 1;
  return folded.includes(` ${wanted}`) ? (former ? 3 : 2) : null;
}

/** « Saint-Lô » → "saint lo"; « St Lô » is read the same. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/(^| )st(?= )/g, "$1saint")
    .replace(/(^| )ste(?= )/g, "$1sainte");
}

function index(): Index {
  loaded ??= build(readTerritory("communes") as Row[]);
  return loaded;
}

function build(rows: readonly Row[]): Index {
  const today = rows
    .filter((row) => row.type === "commune-actuelle")
    .sort((a, b) => regionRank(a) - regionRank(b) || (b.population ?? 0) - (a.population ?? 0));
  const byCode = new Map<string, Commune>();
  const moved = new Map<string, string>();
  const entries: Entry[] = [];
  for (const row of today) {
    const commune = readCommune(row);
    byCode.set(row.code, commune);
    entries.push({ commune, folded: fold(row.nom), former: false });
    for (const old of row.anciensCodes ?? []) moved.set(old, row.code);
  }
  for (const row of rows) {
    const commune = byCode.get(row.chefLieu ?? row.commune ?? "");
    if (row.type === "commune-actuelle" || commune === undefined) continue;
    if (!byCode.has(row.code)) moved.set(row.code, commune.code);
    const folded = fold(row.nom);
    if (folded !== fold(commune.name)) entries.push({ commune, folded, former: true });
  }
  return { byCode, moved, entries };
}

function regionRank(row: Row): number {
  return row.region === FUNDER_REGION ? 0 : 1;
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
