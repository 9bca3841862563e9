import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import { Field, type FieldProps, GroupField, wire } from "./wiring.tsx";

export interface CommuneOption {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly department?: string | undefined;
}

export interface CommuneFieldProps extends FieldProps {
  /** The INSEE code chosen, which is what the form keeps under `name`. */
  readonly value?: string | undefined;
  /** What is written in the search box: the chosen commune, or what was just typed. */
  readonly query?: string | undefined;
  /** What the search found, when a person without JavaScript searched: they choose among them. */
  readonly matches?: readonly CommuneOption[] | undefined;
  /** Address that answers `?q=` with JSON; the combobox asks it. */
  readonly searchUrl?: string | undefined;
}

/** Name of the box in which one types, beside `name` that carries the INSEE code. */
export function communeQueryName(name: string): string {
  return `recherche:${name}`;
}

/** Name of the button that searches without JavaScript; its value is the field's name. */
export const communeSearchButton = "chercher-commune";

/** « Caen (14000, Calvados) ». */
export function communeLabel(commune: CommuneOption): string {
  const place = [commune.postcodes.slice(0, 3).join(", "), commune.department].filter(Boolean).join(", ");
  return place === "" ? commune.name : `${commune.name} (${place})`;
}

/**
 * With JavaScript, a combobox; without it, a box and a button that searches, then radios.
 * The chosen code travels under `name`, the typed text under `communeQueryName(name)`.
 */
export function CommuneField(given: CommuneFieldProps): JSX.Element {
  const props = { ...given, hint: given.hint ?? "Tapez le nom ou le code postal." };
  const wiring = wire(props);
  return (
    <div
      class="es-commune"
      data-island="commune"
      data-url={props.searchUrl ?? urls.communes.href()}
      data-name={props.name}
    >
      <Field {...props}>
        <div class="es-search-line">
          <input
            class="ds-input"
            type="text"
            id={wiring.id}
            name={communeQueryName(props.name)}
            value={props.query ?? ""}
            autocomplete="off"
            spellcheck={false}
            readonly={props.readOnly === true}
            aria-describedby={wiring.describedBy}
            aria-invalid={wiring.invalid}
            aria-required={wiring.required ? true : undefined}
          />
          {props.readOnly !== true && (
            <button
              class="ds-button"
              data-variant="secondary"
              type="submit"
              name={communeSearchButton}
              value={props.name}
              formnovalidate
              data-no-script
            >
              Chercher
            </button>
          )}
        </div>
      </Field>
      {props.matches === undefined || props.matches.length === 0 ? (
        <input type="hidden" name={props.name} value={props.value ?? ""} data-commune-code />
      ) : (
        <Matches {...props} matches={props.matches} />
      )}
      {props.matches?.length === 0 && (
        <p class="es-hint">Aucune commune de ce nom. Vérifiez l’orthographe ou essayez le code postal.</p>
      )}
    </div>
  );
}

function Matches(props: CommuneFieldProps & { readonly matches: readonly CommuneOption[] }): JSX.Element {
  const id = `${wire(props).id}-choix`;
  return (
    <GroupField name={props.name} id={id} label="Laquelle est-ce ?" role="radiogroup">
      <div class="es-options">
        {props.matches.map((commune) => (
          <div class="es-option" key={commune.code}>
            <input
              class="ds-input"
              type="radio"
              id={`${id}-${commune.code}`}
              name={props.name}
              value={commune.code}
              checked={commune.code === props.value || props.matches.length === 1}
            />
            <label for={`${id}-${commune.code}`}>{communeLabel(commune)}</label>
          </div>
        ))}
      </div>
    </GroupField>
  );
}
