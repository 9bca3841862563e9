import type { JSX } from "preact";
import { Icon } from "../icons.tsx";
import type { Content } from "../text.ts";

/** What every field takes. `value` is the text as it was typed, right or wrong: nothing typed is lost. */
export interface FieldProps {
  readonly name: string;
  /** `fieldId(name)` unless given; the error summary links to it. */
  readonly id?: string | undefined;
  readonly label: Content;
  readonly hint?: Content;
  /** Why the question is asked, folded under the field. */
  readonly why?: Content;
  /** Identifier of the provision that asks for it, shown with `why`. */
  readonly provision?: string | undefined;
  readonly error?: string | undefined;
  /** Fields are required unless `false`, which shows « facultatif ». */
  readonly required?: boolean | undefined;
  /** True where the label itself says when the field is required. */
  readonly unmarked?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  /** The `id` of the form that it belongs to, where it stands outside. */
  readonly form?: string | undefined;
  /** Anything that stands under the field: what was kept, what the officer saw. */
  readonly after?: Content;
  /**
   * What the rules say of the answer, told under the control as soon as it is given; null where they say nothing. Not
   * an error: the answer is well written and may be true. Left out, the field has no such place.
   */
  readonly condition?: Content | null;
  /** Ids of what tells of the field from elsewhere, as the head of its column does: its own hint is then left out. */
  readonly hintedBy?: string | undefined;
}

/** The `id` of the control that carries a name: dots and brackets become dashes. */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** The `id` of what the rules say of an answer. */
export function conditionId(id: string): string {
  return `${id}-condition`;
}

export interface Wiring {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
  readonly required: boolean;
}

/** Which ids tie the label, the hint and the error to the control. */
export function wire(props: FieldProps): Wiring {
  const id = props.id ?? fieldId(props.name);
  const hintId = props.hint === undefined || props.hintedBy !== undefined ? undefined : `${id}-aide`;
  const errorId = props.error === undefined ? undefined : `${id}-erreur`;
  const describedBy = [props.hintedBy, hintId, errorId, props.condition === undefined ? undefined : conditionId(id)]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  return {
    id,
    hintId,
    errorId,
    describedBy: describedBy === "" ? undefined : describedBy,
    invalid: props.error === undefined ? undefined : true,
    required: props.required !== false,
  };
}

/** A label, its hint, the control given as children, its error and why it is asked. */
export function Field(
  props: FieldProps & { readonly children: Content; readonly class?: string | undefined },
): JSX.Element {
  const wiring = wire(props);
  return (
    <div class={props.class === undefined ? "es-field" : `es-field ${props.class}`} data-invalid={wiring.invalid}>
      <label class="ds-label" for={wiring.id}>
        {props.label}
        {!wiring.required && props.unmarked !== true && <OptionalMark />}
      </label>
      <AroundControl field={props} wiring={wiring} />
    </div>
  );
}

/** Several controls under one legend (radios, boxes, a date in parts). */
export function GroupField(
  props: FieldProps & { readonly children: Content; readonly role?: "radiogroup" | undefined },
): JSX.Element {
  const wiring = wire(props);
  const radiogroup =
    props.role === "radiogroup"
      ? {
          role: props.role,
          "aria-invalid": wiring.invalid,
          "aria-required": wiring.required ? (true as const) : undefined,
        }
      : {};
  return (
    <fieldset
      class="ds-fieldset es-field"
      id={wiring.id}
      tabIndex={-1}
      aria-describedby={wiring.describedBy}
      {...radiogroup}
      data-invalid={wiring.invalid}
    >
      <legend class="ds-label">
        {props.label}
        {!wiring.required && props.unmarked !== true && <OptionalMark />}
      </legend>
      <AroundControl field={props} wiring={wiring} />
    </fieldset>
  );
}

/** What stands under the name of a field, its control among it: the hint, the error, the condition, why it is asked. */
function AroundControl(props: {
  readonly field: FieldProps & { readonly children: Content };
  readonly wiring: Wiring;
}): JSX.Element {
  const { field, wiring } = props;
  return (
    <>
      <FieldHint id={wiring.hintId}>{field.hint}</FieldHint>
      <FieldError id={wiring.errorId}>{field.error}</FieldError>
      {field.children}
      <Condition id={wiring.id}>{field.condition}</Condition>
      {field.after}
      <Why why={field.why} provision={field.provision} />
    </>
  );
}

export function OptionalMark(): JSX.Element {
  return <span class="es-optional"> facultatif</span>;
}

function FieldHint(props: { readonly id: string | undefined; readonly children?: Content }): JSX.Element | null {
  if (props.id === undefined) return null;
  return (
    <div class="es-hint" id={props.id}>
      {props.children}
    </div>
  );
}

function FieldError(props: { readonly id: string | undefined; readonly children?: Content }): JSX.Element | null {
  if (props.id === undefined) return null;
  return (
    <p class="es-error" id={props.id}>
      <Icon name="stop" />
      <span>
        <span class="ds-sr-only">Erreur : </span>
        {props.children}
      </span>
    </p>
  );
}

/** A region of its own: it follows the answer while the control is never touched. */
export function Condition(props: { readonly id: string; readonly children?: Content | null }): JSX.Element | null {
  if (props.children === undefined) return null;
  return (
    <div class="es-condition" id={conditionId(props.id)} data-live-target>
      {props.children}
    </div>
  );
}

function Why(props: { readonly why?: Content; readonly provision?: string | undefined }): JSX.Element | null {
  if (props.why === undefined) return null;
  return (
    <details class="es-why">
      <summary>Pourquoi cette question ?</summary>
      <p>
        {props.why}
        {props.provision !== undefined && <ProvisionId id={props.provision} />}
      </p>
    </details>
  );
}

/** The identifier of a provision of the text, quiet and always at hand. */
export function ProvisionId(props: { readonly id: string; readonly href?: string | undefined }): JSX.Element {
  const inside = (
    <>
      <span class="ds-sr-only">disposition </span>
      {props.id}
    </>
  );
  if (props.href === undefined) return <span class="es-provision">{inside}</span>;
  return (
    <a class="es-provision" href={props.href}>
      {inside}
    </a>
  );
}
