import type { JSX } from "preact";
import { pluralOf } from "../format.ts";
import type { Content } from "../text.ts";
import { fieldId } from "./wiring.tsx";

export interface FormError {
  /** Name of the field, or nothing for an error that belongs to the whole form. */
  readonly name?: string | undefined;
  /** `id` to jump to when it is not `fieldId(name)`. */
  readonly id?: string | undefined;
  readonly message: string;
}

/** What a browser never sends back: said where a form holds a file. */
export const KEPT_BUT_FILE = "Ce que vous avez saisi est conservé, sauf le fichier : choisissez-le de nouveau.";

/** At the top of the page, focused on arrival: what must be corrected, each a link to its field. */
export function ErrorSummary(props: {
  readonly errors: readonly FormError[];
  readonly title?: string | undefined;
  /** What becomes of what was sent. */
  readonly kept?: string | undefined;
}): JSX.Element | null {
  if (props.errors.length === 0) return null;
  const count = props.errors.length;
  const title =
    props.title ?? `${count === 1 ? "Un point" : `${count} points`} ${pluralOf(count, "est", "sont")} à corriger`;
  return (
    <div class="es-error-summary" role="alert" tabIndex={-1} id="erreurs" data-focus-on-load>
      <h2>{title}</h2>
      <p>{props.kept ?? "Ce que vous avez saisi est conservé."}</p>
      <ul>
        {props.errors.map((error) => (
          <li key={`${error.name ?? ""}${error.id ?? ""}${error.message}`}>{summaryLine(error)}</li>
        ))}
      </ul>
    </div>
  );
}

function summaryLine(error: FormError): Content {
  const id = error.id ?? (error.name === undefined ? undefined : fieldId(error.name));
  return id === undefined ? error.message : <a href={`#${id}`}>{error.message}</a>;
}

/** Questions that belong together. */
export function Fieldset(props: {
  readonly legend: Content;
  readonly hint?: Content;
  readonly id?: string | undefined;
  readonly children: Content;
}): JSX.Element {
  return (
    <fieldset class="ds-fieldset es-fieldset" id={props.id} tabIndex={props.id === undefined ? undefined : -1}>
      <legend class="es-legend">{props.legend}</legend>
      {props.hint !== undefined && <p class="es-hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}

/**
 * Items of a repeated group, each a `Fieldset` with its own button to remove it, then the button that adds one.
 * `path` is the group's: the live island keeps the block while one types in it.
 */
export function RepeatedItems(props: { readonly path: string; readonly children: Content }): JSX.Element {
  return (
    <div class="es-question" data-key={props.path}>
      {props.children}
    </div>
  );
}

/** One sentence at the head of a form, instead of an asterisk beside each field. */
export function RequiredNote(): JSX.Element {
  return <p class="es-hint">Tout est demandé, sauf ce qui porte la mention « facultatif ».</p>;
}

export interface FormProps {
  readonly action: string;
  readonly method?: "get" | "post" | undefined;
  readonly id?: string | undefined;
  readonly multipart?: boolean | undefined;
  /** Address that the autosave island posts the form to, with `accept: application/json`. */
  readonly autosaveUrl?: string | undefined;
  /** Selector-free name of the region that the live island refreshes from the form's GET address. */
  readonly live?: boolean | undefined;
  /** Address that the live island reads again once a form is saved, where it is not the page's own. */
  readonly liveUrl?: string | undefined;
  readonly label?: string | undefined;
  readonly children: Content;
}

/**
 * Forms never block: the server checks, and keeps what was typed. A second press on the button sends nothing.
 * With `autosaveUrl`, put an `<AutosaveStatus/>` inside; with `live`, a `<LiveRegion>` anywhere on the page.
 */
export function Form(props: FormProps): JSX.Element {
  const islands = [props.autosaveUrl !== undefined && "autosave", props.live === true && "live"]
    .filter(Boolean)
    .join(" ");
  return (
    <form
      class="es-form"
      id={props.id}
      action={props.action}
      method={props.method ?? "post"}
      enctype={props.multipart === true ? "multipart/form-data" : undefined}
      aria-label={props.label}
      novalidate
      data-island={islands === "" ? undefined : islands}
      data-autosave={props.autosaveUrl}
      data-live={props.liveUrl}
    >
      {props.children}
    </form>
  );
}

/** Says when the draft was last kept; the autosave island writes in it. `savedAt` is an ISO instant. */
export function AutosaveStatus(props: {
  readonly savedText?: string | undefined;
  readonly savedAt?: string | undefined;
}): JSX.Element {
  return (
    <p class="es-autosave" data-autosave-status data-saved-at={props.savedAt}>
      {props.savedText ?? ""}
    </p>
  );
}

/**
 * The part of the page that follows the answers; the live island swaps its content.
 * Put `data-announce` on the one sentence in it that is worth saying aloud when it changes.
 * With `fields`, its direct children are `QuestionField`s (or carry `data-key`): those that stay are never touched.
 */
export function LiveRegion(props: {
  readonly id: string;
  readonly fields?: boolean | undefined;
  readonly children?: Content;
}): JSX.Element {
  return (
    <div class="es-live" id={props.id} data-live-target data-live-fields={props.fields === true ? "" : undefined}>
      {props.children}
    </div>
  );
}
