import type { JSX } from "preact";
import type { Content } from "../text.ts";
import { Field, type FieldProps, GroupField, wire } from "./wiring.tsx";

export interface ChoiceOption {
  readonly value: string;
  readonly label: Content;
  readonly hint?: Content;
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  /** Radios unless there are more than seven options or `select` is asked. */
  readonly as?: "radios" | "select" | undefined;
}

export function ChoiceField(props: ChoiceFieldProps): JSX.Element {
  const as = props.as ?? (props.options.length > 7 ? "select" : "radios");
  if (as === "select") return <SelectField {...props} />;
  return (
    <GroupField {...props} role="radiogroup">
      <div class={isShort(props.options) ? "es-options es-options-inline" : "es-options"}>
        {props.options.map((option, index) => (
          <Option
            key={option.value}
            {...props}
            option={option}
            type="radio"
            index={index}
            checked={option.value === props.value}
          />
        ))}
      </div>
    </GroupField>
  );
}

/** A few words each: the answers stand beside each other. */
function isShort(options: readonly ChoiceOption[]): boolean {
  const fits = ({ label, hint }: ChoiceOption) => hint === undefined && typeof label === "string" && label.length <= 34;
  return options.length <= 5 && options.every(fits);
}

/** « Oui » and « Non »; unanswered stays unanswered. Raw values are `oui` and `non`. */
export function YesNoField(props: Omit<ChoiceFieldProps, "options" | "as">): JSX.Element {
  const wiring = wire(props);
  return (
    <GroupField {...props} role="radiogroup">
      <div class="es-options es-options-inline">
        {yesNo.map((option, index) => (
          <Option
            key={option.value}
            name={props.name}
            label={wiring.id}
            id={wiring.id}
            option={option}
            type="radio"
            index={index}
            checked={option.value === props.value}
          />
        ))}
      </div>
    </GroupField>
  );
}

const yesNo: readonly ChoiceOption[] = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

export interface ChoicesFieldProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly values?: readonly string[] | undefined;
  /** Other answers than those listed may be written; they travel under the same name. */
  readonly open?: boolean | undefined;
}

/** Any number of boxes; the browser sends the name once for each ticked one. */
export function ChoicesField(props: ChoicesFieldProps): JSX.Element {
  return (
    <GroupField {...props}>
      <div class="es-options">
        {props.options.map((option, index) => (
          <Option
            key={option.value}
            {...props}
            option={option}
            type="checkbox"
            index={index}
            checked={props.values?.includes(option.value) === true}
          />
        ))}
      </div>
      {props.open === true && <OtherAnswers {...props} />}
    </GroupField>
  );
}

function OtherAnswers(props: ChoicesFieldProps): JSX.Element {
  const listed = props.options.map((option) => option.value);
  const others = (props.values ?? []).filter((value) => value !== "" && !listed.includes(value));
  return (
    <div class="es-others">
      {[...others, ""].map((value, index) => {
        const id = `${wire(props).id}-autre-${index + 1}`;
        return (
          <p key={id}>
            <label for={id}>{index === 0 ? "Autre, précisez" : "Autre encore"}</label>
            <input class="ds-input" type="text" id={id} name={props.name} value={value} autocomplete="off" />
          </p>
        );
      })}
    </div>
  );
}

export interface CheckFieldProps extends FieldProps {
  readonly checked?: boolean | undefined;
  readonly value?: string | undefined;
}

/** One box that stands alone: a declaration, an agreement. */
export function CheckField(props: CheckFieldProps): JSX.Element {
  const wiring = wire(props);
  return (
    <div class="es-field es-check" data-invalid={wiring.invalid}>
      {props.error !== undefined && (
        <p class="es-error" id={wiring.errorId}>
          <span class="ds-sr-only">Erreur : </span>
          {props.error}
        </p>
      )}
      <div class="es-option">
        <input
          class="ds-input"
          type="checkbox"
          id={wiring.id}
          name={props.name}
          value={props.value ?? "oui"}
          checked={props.checked === true}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          aria-required={wiring.required ? true : undefined}
        />
        <label for={wiring.id}>{props.label}</label>
        {props.hint !== undefined && (
          <div class="es-hint" id={wiring.hintId}>
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}

export interface SelectFieldProps extends Omit<ChoiceFieldProps, "as" | "options"> {
  readonly options?: readonly ChoiceOption[] | undefined;
  /** Options under titles, for a list too long to read from end to end. */
  readonly groups?: readonly { readonly label: string; readonly options: readonly ChoiceOption[] }[] | undefined;
}

export function SelectField(props: SelectFieldProps): JSX.Element {
  const wiring = wire(props);
  const listed = (options: readonly ChoiceOption[]) =>
    options.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === props.value}>
        {option.label}
      </option>
    ));
  return (
    <Field {...props}>
      <select
        class="ds-input"
        id={wiring.id}
        name={props.name}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        aria-required={wiring.required ? true : undefined}
      >
        {!props.options?.some(({ value }) => value === "") && (
          <option value="" selected={props.value === undefined || props.value === ""}>
            Choisissez…
          </option>
        )}
        {listed(props.options ?? [])}
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {listed(group.options)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

interface OptionProps extends FieldProps {
  readonly option: ChoiceOption;
  readonly type: "radio" | "checkbox";
  readonly index: number;
  readonly checked: boolean;
}

function Option(props: OptionProps): JSX.Element {
  const id = `${wire(props).id}-${props.index + 1}`;
  const hintId = props.option.hint === undefined ? undefined : `${id}-aide`;
  return (
    <div class="es-option">
      <input
        class="ds-input"
        type={props.type}
        id={id}
        name={props.name}
        value={props.option.value}
        checked={props.checked}
        aria-describedby={hintId}
      />
      <label for={id}>{props.option.label}</label>
      {hintId !== undefined && (
        <div class="es-hint" id={hintId}>
          {props.option.hint}
        </div>
      )}
    </div>
  );
}
