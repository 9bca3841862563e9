import type { Raw } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";
import { type Commune, communeByCode, searchCommunes } from "#src/territory/index.ts";
import { type CommuneOption, communeLabel, communeQueryName } from "#src/ui/index.ts";

/** What a commune's box shows: the commune chosen, or the text typed and the communes that answer to it. */
export function communeBox(
  raw: Raw,
  path: string,
): { readonly query: string; readonly matches?: readonly CommuneOption[] } {
  const chosen = communeByCode(textOf(raw, path));
  if (chosen !== null) return { query: communeLabel(option(chosen)) };
  const typed = textOf(raw, communeQueryName(path));
  return typed === "" ? { query: "" } : { query: typed, matches: searchCommunes(typed).map(option) };
}

function option(commune: Commune): CommuneOption {
  const { code, name, postcodes, departmentName } = commune;
  return { code, name, postcodes, ...(departmentName === null ? {} : { department: departmentName }) };
}

/** « Caen », from its code. */
export function communeName(code: string): string {
  return communeByCode(code)?.name ?? code;
}
