import type { JSX } from "preact";
import { Icon } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Lead } from "../queue-lead.tsx";
import type { FacetView, QueueView } from "../queue-view.ts";
import {
  isPlain,
  type QueueFilter,
  queryOf,
  queueFields,
  valuesOf,
  withoutFilters,
  withoutPage,
  withValues,
  writeEuros,
} from "./filter.ts";
import { FilterPanel, KeptFields } from "./filter-panel.tsx";

const { names } = queueFields;

const hrefOf = (filter: QueueFilter) => urls.queue.href({}, queryOf(withoutPage(filter)));

/** The search box, what narrows the list as chips that one takes off, and the panel of all filters. */
export function FilterBar(view: QueueView): JSX.Element {
  const { filter, misread } = view;
  return (
    <>
      <div class="es-queue-bar">
        <SearchBox {...view} />
        <FilterPanel {...view} />
        <ul class="es-chips" aria-label="Filtres de la liste">
          {chipsOf(view).map(({ label, words, without }) => (
            <li key={label}>
              <a class="es-chip" href={hrefOf(without)}>
                <span>
                  {label}&nbsp;: <strong>{words}</strong>
                </span>
                <Icon name="cross" />
                <span class="ds-sr-only"> : retirer ce filtre</span>
              </a>
            </li>
          ))}
          {quickOf(view).map(({ label, count, narrowed }) => (
            <li key={label}>
              <a class="es-chip es-chip-quick" href={hrefOf(narrowed)}>
                {label}
                {count !== null && (
                  <>
                    {" "}
                    <span class="es-count">{count}</span>
                  </>
                )}
              </a>
            </li>
          ))}
          {!isPlain(filter) && (
            <li>
              <a class="es-chip-clear" href={hrefOf(withoutFilters(filter))}>
                Tout effacer
              </a>
            </li>
          )}
        </ul>
        <Lead {...view} />
      </div>
      {misread.size > 0 && (
        <ul class="es-queue-misread">
          {[...misread].map(([name, words]) => (
            <li key={name} class="es-error" id={name === names.search ? "recherche-erreur" : undefined}>
              {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Words are looked for in every state: each hit says where it stands. The filters and the order stay. */
function SearchBox({ filter, misread }: QueueView): JSX.Element {
  const isUnread = misread.has(names.search);
  return (
    <search class="es-queue-search" aria-label="Chercher un dossier">
      <form method="get" action={urls.queue.href()}>
        <KeptFields filter={{ ...filter, group: null, search: "", cursor: null }} />
        <label class="ds-sr-only" for="recherche">
          Numéro de dossier, SIRET, organisme, commune, code postal ou mots du projet
        </label>
        <input
          class="ds-input"
          id="recherche"
          type="search"
          name={names.search}
          value={filter.search}
          placeholder="Numéro, SIRET, mot"
          aria-invalid={isUnread ? true : undefined}
          aria-describedby={isUnread ? "recherche-erreur" : undefined}
          aria-keyshortcuts="/"
          maxLength={200}
        />
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          <Icon name="search" />
          <span class="ds-sr-only">Chercher</span>
        </button>
      </form>
    </search>
  );
}

interface Chip {
  readonly label: string;
  readonly words: string;
  readonly without: QueueFilter;
}

function chipsOf({ filter, facets }: QueueView): readonly Chip[] {
  const chips: Chip[] = facets
    .filter(({ asked }) => asked.length > 0)
    .map(({ name, label, asked }) => ({ label, words: asked.join(", "), without: withValues(filter, name, []) }));
  const { atLeast, atMost, search } = filter;
  if (search !== "") chips.unshift({ label: "Recherche", words: search, without: { ...filter, search: "" } });
  if (atLeast !== null || atMost !== null) {
    const words = [
      ...(atLeast === null ? [] : [`dès ${writeEuros(atLeast)}\u00a0€`]),
      ...(atMost === null ? [] : [`jusqu’à ${writeEuros(atMost)}\u00a0€`]),
    ].join(", ");
    chips.push({ label: "Aide", words, without: { ...filter, atLeast: null, atMost: null } });
  }
  return chips;
}

/** What is asked most, one click away while its facet narrows nothing yet. */
const QUICK = [
  { name: "agent", value: "moi", label: "Mes dossiers" },
  { name: "agent", value: "personne", label: "Non affectés" },
  { name: "delai", value: "retard", label: "En retard" },
  { name: "messages", value: "non-lus", label: "Messages non lus" },
] as const;

function quickOf({ filter, facets, may }: QueueView) {
  return QUICK.filter(
    ({ name, value }) =>
      valuesOf(filter, name).length === 0 && (may.assign || value !== "moi") && hasFacet(facets, name),
  ).map(({ name, value, label }) => ({
    label,
    count: facets.find((one) => one.name === name)?.options.find((one) => one.value === value)?.count ?? null,
    narrowed: withValues(filter, name, [value]),
  }));
}

function hasFacet(facets: readonly FacetView[], name: string): boolean {
  return facets.some((one) => one.name === name);
}
