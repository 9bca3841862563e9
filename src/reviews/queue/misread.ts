import { cutText, trimText } from "#text/index.ts";
import { everyFile, type QueueFilter, queueFields, readFilter, readSearch } from "./queue.ts";

const { names } = queueFields;

/** What a field of the filter says of a text that it cannot read. */
const fields = {
  state: "n’est pas un état de dossier.",
  deadline: "n’est pas une échéance que la liste connaît.",
  place: "n’est ni un département ni un code de commune.",
  verdict: "n’est pas une réponse de la vérification.",
  route: "n’est pas une voie.",
  atLeast: "n’est pas un montant en euros, par exemple 1 500,50.",
  atMost: "n’est pas un montant en euros, par exemple 1 500,50.",
} as const satisfies Partial<Record<keyof QueueFilter & keyof typeof names, string>>;

/** By the name of its field, what an address asks and the queue does not understand: the list leaves it out. */
export function misread(query: URLSearchParams): ReadonlyMap<string, string> {
  const filter = readFilter(query, everyFile);
  const said = new Map<string, string>();
  for (const [field, words] of Object.entries(fields) as [keyof typeof fields, string][]) {
    const typed = trimText(query.get(names[field]) ?? "");
    if (typed !== "" && filter[field] === null)
      said.set(names[field], `« ${cutText(typed, 60)} » ${words} Ce critère est ignoré.`);
  }
  if (readSearch(filter.search)?.kind === "signs") {
    said.set(names.search, "Écrivez des lettres ou des chiffres : des signes seuls ne trouvent rien.");
  }
  if (filter.atLeast !== null && filter.atMost !== null && filter.atLeast > filter.atMost) {
    said.set(names.atMost, "Ce montant est plus petit que celui de « au moins » : aucun dossier ne peut correspondre.");
  }
  return said;
}
