import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** INSEE code of Normandy. */
export const FUNDER_REGION = "28";

let names: Map<string, string> | null = null;

/** Name of a department by its code, or null. */
export function departmentName(code: string): string | null {
  names ??= new Map(
    (readTerritory("departements") as { code: string; nom: string }[]).map(({ code: key, nom }) => [key, nom]),
  );
  return names.get(code) ?? null;
}

/** One file of the official geographic code, as its package holds it. */
export function readTerritory(name: "communes" | "departements"): unknown {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(readFileSync(path, "utf8"));
}
