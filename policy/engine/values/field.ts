import type { Day } from "./day.ts";
import type { Money } from "./money.ts";

/**
 * What an application is made of, declared once as data: types, forms, the parsing of JSON and of typed text,
 * and the JSON Schema of the API all come from these declarations.
 */
interface Named {
  /** Short French name, used where the field is spoken of. */
  readonly name: string;
  /** Provision that asks for it (`X-4`). */
  readonly provision?: string;
}

export interface YesNo extends Named {
  readonly kind: "yes-no";
}
export interface Quantity extends Named {
  /** `days` counts half days: 0.5 is the step. */
  readonly kind: "integer" | "decimal" | "days";
  /** True where JSON may also write it in digits, as amounts are: `"160.71"`. */
  readonly digits?: true;
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
}
export interface Amount extends Named {
  readonly kind: "money";
  /** Highest amount taken, in cents; the lowest is zero. */
  readonly max: number;
  readonly unit?: string;
}
/** A part of a whole, from 0 to 1, with six decimals at most; people read and write it in percent. */
export interface Share extends Named {
  readonly kind: "share";
}
export interface CalendarDay extends Named {
  readonly kind: "day";
}
export interface Text extends Named {
  readonly kind: "text" | "long-text" | "commune" | "siret" | "email" | "phone" | "url" | "code";
  readonly max: number;
}
/** Several communes, by their codes: a project has more than one place. Read from JSON; a form asks one place at a time. */
export interface Communes extends Named {
  readonly kind: "communes";
  readonly max: number;
}
export interface Choice<T extends string = string> extends Named {
  readonly kind: "choice";
  readonly options: Readonly<Record<T, string>>;
  /** Values that a register writes where it does not know: read as unknown, never refused. */
  readonly unknowns?: readonly string[];
}
export interface Choices<T extends string = string> extends Named {
  readonly kind: "choices";
  readonly options: Readonly<Record<T, string>>;
  /** True where other values than those listed may be given (the text's own lists end with "…"). */
  readonly open?: boolean;
}
export type Scalar = YesNo | Quantity | Amount | Share | CalendarDay | Text | Communes | Choice | Choices;

export interface RecordOf<F extends Fields = Fields> {
  readonly kind: "record";
  readonly fields: F;
}
export interface ListOf<I extends RecordOf = RecordOf> {
  readonly kind: "list";
  readonly name: string;
  readonly item: I;
  readonly max: number;
}
export type Field = Scalar | RecordOf | ListOf;
export interface Fields {
  readonly [name: string]: Field;
}

type ScalarValue<F> = F extends YesNo
  ? boolean
  : F extends Quantity | Share
    ? number
    : F extends Amount
      ? Money
      : F extends CalendarDay
        ? Day
        : F extends Choice<infer T>
          ? T
          : F extends Choices<infer T>
            ? F extends { readonly open: true }
              ? readonly string[]
              : readonly T[]
            : F extends Communes
              ? readonly string[]
              : string;

/** The TypeScript type of a declared field. Anything may be left out or null: that is "unknown". */
export type ValueOf<F> =
  F extends RecordOf<infer R>
    ? { readonly [K in keyof R]?: ValueOf<R[K]> | null | undefined }
    : F extends ListOf<infer I>
      ? readonly ValueOf<I>[]
      : ScalarValue<F>;

/** A value of any declared record, when its declaration is not at hand. */
export type Value = boolean | number | string | readonly string[] | readonly Values[] | Values;
export interface Values {
  readonly [name: string]: Value | null | undefined;
}

export function yesNo(name: string, provision?: string): YesNo {
  return { kind: "yes-no", name, ...cite(provision) };
}
export function integer(name: string, bounds: { min: number; max: number; unit?: string }, provision?: string) {
  return { kind: "integer" as const, name, ...bounds, ...cite(provision) };
}
export function decimal(name: string, bounds: { min: number; max: number; unit?: string }, provision?: string) {
  return { kind: "decimal" as const, name, ...bounds, ...cite(provision) };
}
export function days(name: string, bounds: { min: number; max: number }, provision?: string) {
  return { kind: "days" as const, name, ...bounds, unit: "jours", ...cite(provision) };
}
export function money(name: string, max: Money, unit: string, provision?: string) {
  return { kind: "money" as const, name, max, unit, ...cite(provision) };
}
export function share(name: string, provision?: string): Share {
  return { kind: "share", name, ...cite(provision) };
}
export function calendarDay(name: string, provision?: string): CalendarDay {
  return { kind: "day", name, ...cite(provision) };
}
export function text<K extends Text["kind"]>(kind: K, name: string, max: number, provision?: string) {
  return { kind, name, max, ...cite(provision) };
}
export function communes(name: string, max: number, provision?: string): Communes {
  return { kind: "communes", name, max, ...cite(provision) };
}
export function choice<T extends string>(name: string, options: Readonly<Record<T, string>>, provision?: string) {
  return { kind: "choice" as const, name, options, ...cite(provision) } satisfies Choice<T>;
}
export function choices<T extends string>(name: string, options: Readonly<Record<T, string>>, provision?: string) {
  return { kind: "choices" as const, name, options, ...cite(provision) } satisfies Choices<T>;
}
/** Several among those listed, or in the person's own words. */
export function openChoices<T extends string>(name: string, options: Readonly<Record<T, string>>, provision?: string) {
  return { kind: "choices" as const, open: true as const, name, options, ...cite(provision) } satisfies Choices<T>;
}
/** A decimal that JSON may write as a number or in digits. */
export function exactDecimal(name: string, bounds: { min: number; max: number; unit?: string }, provision?: string) {
  return { ...decimal(name, bounds, provision), digits: true as const };
}
export function record<F extends Fields>(fields: F): RecordOf<F> {
  return { kind: "record", fields };
}
export function listOf<I extends RecordOf>(name: string, item: I, max: number): ListOf<I> {
  return { kind: "list", name, item, max };
}

function cite(provision: string | undefined): { provision?: string } {
  return provision === undefined ? {} : { provision };
}

/** The declaration found at a path of field names, `*` standing for the items of a list; null where there is none. */
export function fieldAt(root: Field, path: readonly string[]): Field | null {
  let field: Field = root;
  for (const step of path) {
    const next: Field | undefined =
      field.kind === "list"
        ? step === "*"
          ? field.item
          : undefined
        : field.kind === "record"
          ? field.fields[step]
          : undefined;
    if (next === undefined) return null;
    field = next;
  }
  return field;
}
