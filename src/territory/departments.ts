import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { territory } from "#policy/index.ts";

/** INSEE code of the region where the text applies. */
export const FUNDER_REGION = territory.region;

interface Department {
  readonly code: string;
  readonly nom: string;
  readonly region?: string;
}

let names: Map<string, string> | null = null;
let byWords: Map<string, string> | null = null;
let own: readonly { readonly code: string; readonly name: string }[] | null = null;

/** The departments of the funder's region, in the order of their codes. */
export function departmentsOfFunder(): readonly { readonly code: string; readonly name: string }[] {
  own ??= (readTerritory("departements") as Department[])
    .filter((one) => one.region === FUNDER_REGION)
    .map(({ code, nom }) => ({ code, name: nom }));
  return own;
}

/** Name of a department by its code, or null. */
export function departmentName(code: string): string | null {
  names ??= new Map((readTerritory("departements") as Department[]).map(({ code: key, nom }) => [key, nom]));
  return names.get(code) ?? null;
}

/** Code of a department by its folded name or its code; null where none is called so. */
export function departmentCalled(words: string, fold: (text: string) => string): string | null {
  byWords ??= new Map(
    (readTerritory("departements") as { code: string; nom: string }[]).flatMap(({ code, nom }) => [
      [fold(nom), code] as const,
      [code.toLowerCase(), code] as const,
    ]),
  );
  return byWords.get(words) ?? null;
}

/** One file of the official geographic code, as its package holds it. */
export function readTerritory(name: "communes" | "departements"): unknown {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(readFileSync(path, "utf8"));
}
