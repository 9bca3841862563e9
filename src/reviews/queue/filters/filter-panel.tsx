import type { JSX } from "preact";
import { Button, ButtonBar, Icon, TextField } from "#src/ui/index.ts";
import { type Query, urls } from "#src/urls.ts";
import type { FacetView, QueueView } from "../queue-view.ts";
import { type QueueFilter, queryOf, queueFields, valuesOf, writeEuros } from "./filter.ts";

const { names } = queueFields;

/** Every filter at once: several values of each, with how many files each would show. */
export function FilterPanel({ filter, facets, misread }: QueueView): JSX.Element {
  const isUnread = [...misread.keys()].some((name) => name !== names.search);
  const shown = facets.filter(({ hidden, options }) => !hidden && options.length > 0);
  const rest = { ...filter, values: hiddenValues(filter, shown), atLeast: null, atMost: null, cursor: null };
  return (
    <details class="es-popover" id="filtres" open={isUnread}>
      <summary class="ds-button" data-variant="tertiary" data-size="sm" aria-keyshortcuts="f">
        <Icon name="plus" />
        Filtre
      </summary>
      <form class="es-popover-body es-filter-panel" method="get" action={urls.queue.href()}>
        <KeptFields filter={rest} />
        <div class="es-filter-groups">
          {shown.map((facet) => (
            <FacetBoxes
              key={facet.name}
              facet={facet}
              asked={valuesOf(filter, facet.name)}
              error={misread.get(facet.name)}
            />
          ))}
          <fieldset class="es-filter-group">
            <legend>Aide</legend>
            <TextField
              name={names.atLeast}
              error={misread.get(names.atLeast)}
              label="Au moins"
              required={false}
              suffix="€"
              inputMode="decimal"
              value={filter.atLeast === null ? "" : writeEuros(filter.atLeast)}
            />
            <TextField
              name={names.atMost}
              error={misread.get(names.atMost)}
              label="Au plus"
              required={false}
              suffix="€"
              inputMode="decimal"
              value={filter.atMost === null ? "" : writeEuros(filter.atMost)}
            />
          </fieldset>
        </div>
        <ButtonBar>
          <Button size="sm">Appliquer</Button>
        </ButtonBar>
      </form>
    </details>
  );
}

/** What narrows the list and stands on no box: it stays. */
function hiddenValues(filter: QueueFilter, shown: readonly FacetView[]): QueueFilter["values"] {
  return Object.fromEntries(Object.entries(filter.values).filter(([name]) => !shown.some((one) => one.name === name)));
}

function FacetBoxes(props: {
  readonly facet: FacetView;
  readonly asked: readonly string[];
  readonly error: string | undefined;
}): JSX.Element {
  const { facet, asked, error } = props;
  // A value that is asked and that no box names (a commune among departments) keeps its own.
  const others = asked.filter((value) => !facet.options.some((one) => one.value === value));
  const options = [
    ...facet.options,
    ...others.map((value) => ({ value, label: facet.asked[asked.indexOf(value)] ?? value, count: null })),
  ];
  const errorId = `champ-${facet.name}-erreur`;
  return (
    <fieldset class="es-filter-group" aria-describedby={error === undefined ? undefined : errorId}>
      <legend>{facet.label}</legend>
      {error !== undefined && (
        <p class="es-error" id={errorId}>
          {error}
        </p>
      )}
      <ul>
        {options.map(({ value, label, count }) => (
          <li key={value}>
            <label>
              <input class="ds-input" type="checkbox" name={facet.name} value={value} checked={asked.includes(value)} />
              <span>{label}</span>
              {count !== null && <small class="es-share">{count}</small>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What a form that narrows the list brings along: the rest of the filter, its tab and its order. */
export function KeptFields(props: { readonly filter: QueueFilter }): JSX.Element {
  const query: Query = queryOf(props.filter);
  return (
    <>
      {Object.entries(query).flatMap(([name, value]) =>
        value === null || value === undefined || value === ""
          ? []
          : [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={String(one)} />),
      )}
    </>
  );
}
