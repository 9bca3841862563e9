import type { JSX } from "preact";
import { formatNumber } from "../format.ts";
import type { Content } from "../text.ts";
import { Field, type FieldProps, wire } from "./wiring.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "search" | "password" | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | undefined;
  readonly maxLength?: number | undefined;
  /** Width in characters when the answer's length is known; full width otherwise. */
  readonly width?: "xs" | "s" | "m" | "l" | undefined;
  readonly prefix?: Content;
  /** Unit after the field: « € », « jours ». */
  readonly suffix?: Content;
  readonly spellcheck?: boolean | undefined;
  /** What the browser proposes while one types; anything else may be written. */
  readonly suggestions?: readonly string[] | undefined;
}

export function TextField(props: TextFieldProps): JSX.Element {
  const wiring = wire(props);
  // The attribute types fork on `type`; the ones used here are common to all of these.
  const type = (props.type ?? "text") as "text";
  const input = (
    <input
      class={props.width === undefined ? "ds-input" : `ds-input es-width-${props.width}`}
      type={type}
      id={wiring.id}
      name={props.name}
      form={props.form}
      value={props.value ?? ""}
      inputmode={props.inputMode}
      maxlength={props.maxLength}
      autocomplete={props.autocomplete ?? "off"}
      spellcheck={props.spellcheck}
      readonly={props.readOnly === true}
      aria-describedby={wiring.describedBy}
      aria-invalid={wiring.invalid}
      aria-required={wiring.required ? true : undefined}
      list={props.suggestions === undefined ? undefined : `${wiring.id}-liste`}
    />
  );
  return (
    <Field {...props}>
      {affixed(input, props.prefix, props.suffix)}
      {props.suggestions !== undefined && (
        <datalist id={`${wiring.id}-liste`}>
          {props.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export interface LongTextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  /** Told under the field, never enforced while one types. */
  readonly maxLength?: number | undefined;
}

export function LongTextField(props: LongTextFieldProps): JSX.Element {
  const wiring = wire(props);
  return (
    <Field {...props}>
      <textarea
        class="ds-input"
        id={wiring.id}
        name={props.name}
        form={props.form}
        rows={props.rows ?? ((props.maxLength ?? 0) > 1_000 ? 5 : 3)}
        readonly={props.readOnly === true}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        aria-required={wiring.required ? true : undefined}
        data-max={props.maxLength}
      >
        {props.value ?? ""}
      </textarea>
      {props.maxLength !== undefined && (
        <p class="es-counter" data-counter-for={wiring.id}>{`${formatNumber(props.maxLength)} caractères au plus`}</p>
      )}
    </Field>
  );
}

export type PlainFieldProps = Omit<TextFieldProps, "type" | "inputMode" | "suffix" | "prefix">;

/** Euros as people write them: « 1 100,50 ». The unit may say more: « € par jour ». */
export function MoneyField(props: PlainFieldProps & { readonly unit?: string | undefined }): JSX.Element {
  const { unit, ...rest } = props;
  return <TextField width="s" {...rest} inputMode="decimal" suffix={<Unit unit={unit ?? "€"} />} />;
}

export interface NumberFieldProps extends PlainFieldProps {
  readonly unit?: string | undefined;
  readonly decimals?: boolean | undefined;
}

/** A number as text: `type=number` loses what is typed wrong and turns under the mouse's wheel. */
export function NumberField(props: NumberFieldProps): JSX.Element {
  const { unit, decimals, ...rest } = props;
  return (
    <TextField
      width="xs"
      {...rest}
      inputMode={decimals === true ? "decimal" : "numeric"}
      suffix={unit === "" ? undefined : unit}
    />
  );
}

/** A day as text, « 03/03/2026 », or ISO; a date picker would forget what it cannot read. */
export function DayField(props: PlainFieldProps): JSX.Element {
  const example = "Par exemple : 03/03/2026";
  const hint =
    props.hint === undefined ? (
      example
    ) : (
      <>
        {props.hint} {example}.
      </>
    );
  return <TextField width="s" {...props} hint={hint} inputMode="numeric" />;
}

export function SiretField(props: PlainFieldProps): JSX.Element {
  return <TextField width="m" hint="14 chiffres, avec ou sans espaces." {...props} inputMode="numeric" />;
}

/** As text with its keyboard: what was refused is given back as typed, and an address field may hold nothing wrong. */
export function EmailField(props: PlainFieldProps): JSX.Element {
  return <TextField autocomplete="email" {...props} inputMode="email" spellcheck={false} />;
}

export function PhoneField(props: PlainFieldProps): JSX.Element {
  return <TextField width="m" autocomplete="tel" {...props} type="tel" />;
}

export function UrlField(props: PlainFieldProps): JSX.Element {
  return <TextField {...props} inputMode="url" spellcheck={false} />;
}

export function HiddenField(props: { readonly name: string; readonly value: string }): JSX.Element {
  return <input type="hidden" name={props.name} value={props.value} />;
}

/** The sign is read as a word. */
function Unit(props: { readonly unit: string }): JSX.Element {
  if (!props.unit.startsWith("€")) return <span>{props.unit}</span>;
  return (
    <>
      <span aria-hidden="true">{props.unit}</span>
      <span class="ds-sr-only">{props.unit.replace("€", "euros")}</span>
    </>
  );
}

function affixed(input: JSX.Element, prefix: Content, suffix: Content): JSX.Element {
  if (prefix === undefined && suffix === undefined) return input;
  return (
    <div class="es-affixes">
      {prefix !== undefined && <span class="es-affix">{prefix}</span>}
      {input}
      {suffix !== undefined && <span class="es-affix">{suffix}</span>}
    </div>
  );
}
