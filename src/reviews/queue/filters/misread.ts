import { cutText, trimText } from "#text/index.ts";
import type { Facet } from "./facet.ts";
import { asked, everyApplication, queueFields, readFilter } from "./filter.ts";
import { readSearch } from "./search.ts";

const { names } = queueFields;

const amount = "n’est pas un montant en euros, par exemple 1 500,50.";

/** By the name of its field, what an address asks and the queue does not understand: the list leaves it out. */
export function misread(query: URLSearchParams, facets: readonly Facet[]): ReadonlyMap<string, string> {
  const filter = readFilter(query, everyApplication, facets);
  const said = new Map<string, string>();
  const ignored = (typed: string, words: string) => `« ${cutText(typed, 60)} » ${words} Ce critère est ignoré.`;
  for (const { name, knows, unread } of facets) {
    const unknown = asked(query, name).find((text) => !knows(text));
    if (unknown !== undefined) said.set(name, ignored(unknown, unread));
  }
  for (const bound of ["atLeast", "atMost"] as const) {
    const typed = trimText(query.get(names[bound]) ?? "");
    if (typed !== "" && filter[bound] === null) said.set(names[bound], ignored(typed, amount));
  }
  if (readSearch(filter.search)?.kind === "signs") {
    said.set(names.search, "Écrivez des lettres ou des chiffres : des signes seuls ne trouvent rien.");
  }
  if (filter.atLeast !== null && filter.atMost !== null && filter.atLeast > filter.atMost) {
    said.set(names.atMost, "Ce montant est plus petit que celui de « au moins » : aucun dossier ne peut correspondre.");
  }
  return said;
}
