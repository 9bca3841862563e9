import type { ComponentChildren, JSX } from "preact";
import { Button } from "./actions.tsx";

/** What a list is narrowed by: choices in a row above it, sent as the page's own address. */
export function Filters(props: {
  readonly action: string;
  readonly label: string;
  /** What the address says beside, and keeps. */
  readonly kept?: Readonly<Record<string, string | null>>;
  readonly button: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <form class="es-filters" method="get" action={props.action} aria-label={props.label}>
      {Object.entries(props.kept ?? {}).map(
        ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {props.children}
      <Button variant="secondary">{props.button}</Button>
    </form>
  );
}

export function FilterSelect(props: {
  readonly name: string;
  readonly label: string;
  /** What no choice is called: « Partout ». */
  readonly all: string;
  /** Words by value. */
  readonly options: Readonly<Record<string, string>>;
  readonly value: string | null;
}): JSX.Element {
  const id = `filtre-${props.name}`;
  return (
    <div>
      <label class="ds-label" for={id}>
        {props.label}
      </label>
      <select class="ds-input" id={id} name={props.name}>
        <option value="">{props.all}</option>
        {Object.entries(props.options).map(([value, label]) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function FilterSearch(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}): JSX.Element {
  const id = `filtre-${props.name}`;
  return (
    <div>
      <label class="ds-label" for={id}>
        {props.label}
      </label>
      <input class="ds-input" type="search" id={id} name={props.name} value={props.value} maxLength={100} />
    </div>
  );
}
