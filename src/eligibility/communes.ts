import type { Raw } from "#policy/index.ts";
import { trimText } from "#text/index.ts";

export interface CommuneChoice {
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly department: string;
}

/** Where communes are looked up. */
export interface CommuneDirectory {
  /** What the code of a field and the text of its box mean together. */
  settle(code: string, box: string | undefined): { readonly code: string; readonly found: readonly CommuneChoice[] };
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
 * that commune; so is what came in a link in the place of a code. `typed` holds the text of each box that travelled, by
 * the path of its question; `isAsked` tells the paths of communes; `label` writes one as the box shows it.
 */
export function readCommunes(
  raw: Raw,
  typed: ReadonlyMap<string, string>,
  directory: CommuneDirectory,
  isAsked: (path: string) => boolean,
  label: (commune: CommuneChoice) => string,
): ReadCommunes {
  const read: Record<string, string | readonly string[]> = { ...raw };
  const boxes = new Map<string, CommuneBox>();
  const unknown = Object.keys(raw).filter((path) => isAsked(path) && directory.byCode(textAt(raw, path)) === null);
  for (const path of new Set([...typed.keys(), ...unknown])) {
    const [code, text] = [textAt(raw, path), typed.get(path)];
    const chosen = directory.byCode(code);
    if (chosen !== null && label(chosen) === text) continue;
    const { code: settled, box } = readBox(code, text, directory);
    read[path] = settled;
    boxes.set(path, box);
  }
  return { raw: read, boxes };
}

function readBox(
  given: string,
  typed: string | undefined,
  directory: CommuneDirectory,
): { readonly code: string; readonly box: CommuneBox } {
  const query = typed ?? given;
  if (trimText(query) === "") return { code: "", box: { query: "" } };
  const { code, found } = directory.settle(given, typed);
  if (code !== "")
    return { code, box: { query, matches: code === given ? found : found.filter((one) => one.code === code) } };
  const error =
    found.length === 0
      ? "Aucune commune ne porte ce nom ou ce code. Vérifiez ce que vous avez tapé."
      : "Plusieurs communes correspondent\u00a0: choisissez la vôtre.";
  return { code: "", box: { query, matches: found, error } };
}

export function textAt(raw: Raw, path: string): string {
  const value = raw[path];
  return typeof value === "string" ? value : (value?.at(-1) ?? "");
}
