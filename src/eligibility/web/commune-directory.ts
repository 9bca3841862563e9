import { createRequire } from "node:module";
import type { CommuneChoice, CommuneDirectory } from "../communes.ts";

interface Row {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly codesPostaux?: readonly string[];
  readonly departement?: string;
}

let loaded: readonly Row[] | undefined;

function rows(): readonly Row[] {
  loaded ??= createRequire(import.meta.url)("@etalab/decoupage-administratif/data/communes.json") as readonly Row[];
  return loaded;
}

export const communeDirectory: CommuneDirectory = {
  search: (query) =>
    rows()
      .filter((row) => row.type === "commune-actuelle" && answersTo(row, query))
      .slice(0, 20)
      .map(choice),
  byCode: (code) => {
    const found = rows().find((row) => row.code === code);
    return found === undefined ? null : choice(found);
  },
};

function answersTo(row: Row, query: string): boolean {
  return row.codesPostaux?.includes(query) === true || plain(row.nom).startsWith(plain(query));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()
    .trim();
}

function choice(row: Row): CommuneChoice {
  return { code: row.code, name: row.nom, postcodes: row.codesPostaux ?? [], department: row.departement ?? "" };
}
