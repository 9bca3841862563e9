import type { JSX } from "preact";
import type { Question } from "#policy/index.ts";
import { ChoiceField, ChoicesField, YesNoField } from "./fields/choices.tsx";
import { CommuneField, type CommuneOption } from "./fields/commune.tsx";
import {
  DayField,
  EmailField,
  LongTextField,
  MoneyField,
  NumberField,
  PhoneField,
  SiretField,
  TextField,
  UrlField,
} from "./fields/inputs.tsx";
import type { FieldProps } from "./fields/wiring.tsx";
import type { Content } from "./text.ts";

/** Answers as typed, keyed by dotted path with indexes. */
export type RawAnswers = Readonly<Record<string, string | readonly string[]>>;

export interface QuestionFieldProps {
  readonly question: Question;
  /** Where the answer lies, indexes included: also the field's name (`people.0.age`). */
  readonly path: string;
  readonly raw: RawAnswers;
  readonly error?: string | undefined;
  /** Whether an answer is due here and now, for a question that is required only in some cases. */
  readonly required?: boolean | undefined;
  /** For a commune: what its box shows, and what a search without script found. */
  readonly commune?:
    | { readonly query?: string | undefined; readonly matches?: readonly CommuneOption[] | undefined }
    | undefined;
  readonly readOnly?: boolean | undefined;
  /** Under the field: where the answer comes from, what an officer asks. */
  readonly after?: Content;
  /** What the rules say of the answer; null where they say nothing. */
  readonly condition?: Content | null;
  /** In a cell of a table: which line it is on, and the ids of what tells of it elsewhere. */
  readonly cell?: { readonly line: string; readonly hintedBy: string } | undefined;
}

/** One question of the policy as a field. A page repeats nothing that the policy says. */
export function QuestionField(props: QuestionFieldProps): JSX.Element {
  return (
    <div class="es-question" data-key={props.path}>
      <Control {...props} />
    </div>
  );
}

function Control(props: QuestionFieldProps): JSX.Element {
  const { question, path, raw } = props;
  const control = question.control;
  const common: FieldProps = {
    name: path,
    label: props.cell === undefined ? question.label : <CellLabel question={question} line={props.cell.line} />,
    why: props.cell === undefined ? question.why : undefined,
    hintedBy: props.cell?.hintedBy,
    provision: question.provision,
    error: props.error,
    required: props.required ?? question.required !== "optional",
    readOnly: props.readOnly,
    after: props.after,
    condition: props.condition,
    // Left out rather than undefined, so that a control's own hint can stand.
    ...(question.hint === undefined ? null : { hint: question.hint }),
  };
  const value = one(raw[path]);
  switch (control.kind) {
    case "text":
      return (
        <TextField
          {...common}
          value={value}
          maxLength={control.maxLength}
          autocomplete={control.autocomplete}
          width={widthFor(control.maxLength)}
        />
      );
    case "email":
      return (
        <EmailField
          {...common}
          value={value}
          maxLength={control.maxLength}
          autocomplete={control.autocomplete ?? "email"}
        />
      );
    case "phone":
      return (
        <PhoneField
          {...common}
          value={value}
          maxLength={control.maxLength}
          autocomplete={control.autocomplete ?? "tel"}
        />
      );
    case "url":
      return (
        <UrlField
          {...common}
          value={value}
          maxLength={control.maxLength}
          autocomplete={control.autocomplete ?? "url"}
        />
      );
    case "long-text":
      return <LongTextField {...common} value={value} maxLength={control.maxLength} />;
    case "yes-no":
      return <YesNoField {...common} value={value} />;
    case "choice":
      return (
        <ChoiceField
          {...common}
          value={value}
          options={control.options}
          as={props.cell === undefined ? undefined : "select"}
        />
      );
    case "choices":
      return <ChoicesField {...common} values={many(raw[path])} options={control.options} open={control.open} />;
    case "commune":
      return <CommuneField {...common} value={value} query={props.commune?.query} matches={props.commune?.matches} />;
    case "siret":
      return <SiretField {...common} value={value} />;
    case "day":
      return <DayField {...common} value={value} />;
    case "money":
      return <MoneyField {...common} value={value} unit={control.unit} />;
    case "share":
      return <NumberField {...common} value={value} unit={control.unit} decimals />;
    case "integer":
      return <NumberField {...common} value={value} unit={control.unit} />;
    case "decimal":
      return <NumberField {...common} value={value} unit={control.unit} decimals />;
  }
}

function CellLabel(props: { readonly question: Question; readonly line: string }): JSX.Element {
  return (
    <>
      {props.question.short ?? props.question.label}
      <span class="ds-sr-only">, {props.line}</span>
    </>
  );
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

function many(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

function widthFor(maxLength: number): "s" | "m" | undefined {
  if (maxLength <= 15) return "s";
  return maxLength <= 40 ? "m" : undefined;
}
