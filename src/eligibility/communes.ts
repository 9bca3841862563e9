import type { Raw } from "#policy/index.ts";

export interface CommuneChoice {
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly department: string;
}

/** Where communes are looked up. */
export interface CommuneDirectory {
  search(query: string): readonly CommuneChoice[];
  byCode(code: string): CommuneChoice | null;
}

/** What became of the text typed in a commune's box. */
export interface CommuneBox {
  readonly query: string;
  /** Several communes answer to the text: one must be chosen. Empty: none does. */
  readonly matches?: readonly CommuneChoice[];
  readonly error?: string;
}

export interface ReadCommunes {
  readonly raw: Raw;
  readonly boxes: ReadonlyMap<string, CommuneBox>;
}

/**
 * Turns what was typed into codes, for who has no script to choose with: a text that only one commune answers to is
 * that commune. `typed` holds the text of each box that travelled, by the path of its question; `label` writes a
 * commune as the box shows it.
 */
export function readCommunes(
  raw: Raw,
  typed: ReadonlyMap<string, string>,
  directory: CommuneDirectory,
  label: (commune: CommuneChoice) => string,
): ReadCommunes {
  const read: Record<string, string | readonly string[]> = { ...raw };
  const boxes = new Map<string, CommuneBox>();
  for (const [path, text] of typed) {
    const chosen = directory.byCode(textAt(raw, path));
    if (chosen !== null && label(chosen) === text) continue;
    const { code, box } = readBox(text, chosen, directory);
    read[path] = code;
    boxes.set(path, box);
  }
  return { raw: read, boxes };
}

function readBox(
  text: string,
  chosen: CommuneChoice | null,
  directory: CommuneDirectory,
): { readonly code: string; readonly box: CommuneBox } {
  const query = text.trim();
  if (query === "") return { code: "", box: { query } };
  const matches = directory.search(query);
  if (chosen !== null && matches.some((one) => one.code === chosen.code)) {
    return { code: chosen.code, box: { query: text, matches } };
  }
  const exact = matches.filter((one) => one.name.localeCompare(query, "fr", { sensitivity: "base" }) === 0);
  const only = matches.length === 1 ? matches[0] : exact.length === 1 ? exact[0] : undefined;
  if (only !== undefined) return { code: only.code, box: { query: text, matches: [only] } };
  const error =
    matches.length === 0
      ? "Aucune commune ne porte ce nom ou ce code postal. Vérifiez ce que vous avez tapé."
      : "Plusieurs communes correspondent : choisissez la vôtre.";
  return { code: "", box: { query: text, matches, error } };
}

export function textAt(raw: Raw, path: string): string {
  const value = raw[path];
  return typeof value === "string" ? value : (value?.at(-1) ?? "");
}
