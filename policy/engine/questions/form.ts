import type { Condition, Expression, Path } from "../rules/expression.ts";
import { type Communes, fieldAt, type RecordOf, type Scalar } from "../values/field.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a person is given to answer with. Amounts are bounded in cents, days in half days. */
export type Control =
  | {
      readonly kind: "text";
      readonly maxLength: number;
      readonly autocomplete?: string;
      /** A number of so many digits, kept without the spaces typed in it. */
      readonly digits?: number;
    }
  | { readonly kind: "email" | "phone" | "url"; readonly maxLength: number; readonly autocomplete?: string }
  | { readonly kind: "long-text"; readonly maxLength: number }
  | { readonly kind: "yes-no" }
  | { readonly kind: "choice" | "choices"; readonly options: readonly Option[]; readonly open?: boolean }
  | { readonly kind: "commune" }
  | { readonly kind: "siret" }
  | { readonly kind: "day" }
  | { readonly kind: "share"; readonly unit: string }
  | { readonly kind: "money"; readonly max: number; readonly unit: string }
  | {
      readonly kind: "integer" | "decimal";
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit: string;
    };

/** What the service may already know and offers as a first answer. */
export type Prefill =
  | `organisation.${"siret" | "legalName" | "commune" | "headOfficeCommune" | "headcount" | "headcountBand" | "nda" | "legalKind" | "category" | "opco"}`
  | "organisation.daysAlreadyFunded"
  | `bearer.${"name" | "siret"}`
  | `provider.${"legalName" | "createdOn"}`
  | `person.${"name" | "email" | "phone" | "role"}`;

export type Required = "always" | "optional" | { readonly when: Condition };

export interface Question {
  readonly type: "question";
  /** Dotted path within its group (or from the root): the name of the field. */
  readonly id: string;
  /** Path from the root, `*` for the items of a group. */
  readonly path: Path;
  readonly label: string;
  /** At the head of a table's column, where the label is too long: « Jours ». */
  readonly short?: string;
  readonly hint?: string;
  /** One sentence: why it is asked. */
  readonly why?: string;
  readonly provision?: string;
  readonly control: Control;
  readonly required: Required;
  /** Shown only when this holds; an answer that is not shown does not count. */
  readonly visible?: Condition;
  readonly prefill?: Prefill;
}

/** A repeated block of questions: structures, phases, consultants. */
export interface Group {
  readonly type: "group";
  readonly id: string;
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
  /** Name of one item, its number added by the screen: « Structure ». */
  readonly itemLabel: string;
  readonly addLabel: string;
  readonly min: number;
  readonly max: number;
  /** More than `min` items only where this holds, or may hold: a request for oneself names one structure. */
  readonly several?: Condition;
  readonly items: readonly Item[];
  /** True where its items are short enough to stand on one line each: screens ask and tell them as a table. */
  readonly inTable?: boolean;
  /** True where an earlier section already holds these items: here they are completed, neither added nor removed. */
  readonly continues?: boolean;
}

export type Item = Question | Group;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** Of the organisation itself, and not of one project: asked once, and begun with the next time. */
  readonly once?: true;
  readonly items: readonly Item[];
}

/** A paper as it may look, for who has never made one: on one page, with fictional names. */
export interface PaperSpecimen {
  readonly issuer: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** What an agent looks for on it. */
  readonly shows: readonly string[];
}

export interface DocumentAsked {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly provision: string;
  readonly required: Required;
  /** Listed only where this holds: a paper that the answers make pointless is not shown. */
  readonly visible?: Condition;
  readonly each?: string;
  /** The text of the framework lists no document: what is asked is set by the service. */
  readonly origin: "service";
  readonly specimen?: PaperSpecimen;
  /** Media types taken. */
  readonly accept: readonly string[];
}

/** A sentence the applicant ticks, one by one, when filing. */
export interface Declaration {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly provision: string;
  readonly visible?: Condition;
}

/** Two answers that cannot both stand: said at the field of one of them. */
export interface Check {
  readonly id: string;
  /** The field that is blamed. */
  readonly path: Path;
  readonly provision: string;
  readonly message: string;
  readonly fails: Condition;
}

export interface Form {
  readonly sections: readonly Section[];
  readonly documents: readonly DocumentAsked[];
  readonly declarations: readonly Declaration[];
  readonly checks?: readonly Check[];
}

interface Asked {
  readonly label: string;
  readonly short?: string;
  readonly hint?: string;
  readonly why?: string;
  readonly required?: Required;
  readonly visible?: Condition;
  readonly prefill?: Prefill;
  readonly autocomplete?: string;
}

/** A question that answers a declared field: its control, bounds, options and provision come from the declaration. */
export function asker(declared: RecordOf): (answers: Expression, asked: Asked) => Question {
  return (answers, asked) => {
    if (answers.op !== "fact") throw new TypeError("a question answers a field");
    const field = fieldAt(declared, answers.path);
    if (field === null || field.kind === "record" || field.kind === "list" || field.kind === "communes") {
      throw new TypeError(`no field that a question answers at ${answers.path.join(".")}`);
    }
    const { autocomplete, required = "always", ...rest } = asked;
    return {
      type: "question",
      id: answers.path.slice(answers.path.lastIndexOf("*") + 1).join("."),
      path: answers.path,
      control: controlOf(field, autocomplete),
      required,
      ...(field.provision === undefined ? null : { provision: field.provision }),
      ...rest,
    };
  };
}

/** A repeated group over a declared list. */
export function group(list: { readonly list: Path }, of: Omit<Group, "type" | "id" | "path">): Group {
  return { type: "group", id: list.list.slice(list.list.lastIndexOf("*") + 1).join("."), path: list.list, ...of };
}

function controlOf(field: Exclude<Scalar, Communes>, autocomplete: string | undefined): Control {
  switch (field.kind) {
    case "yes-no":
      return { kind: "yes-no" };
    case "integer":
    case "decimal":
      return {
        kind: field.kind,
        min: field.min,
        max: field.max,
        step: field.kind === "integer" ? 1 : 0.1,
        unit: field.unit ?? "",
      };
    case "days":
      return { kind: "decimal", min: field.min, max: field.max, step: 0.5, unit: field.unit ?? "jours" };
    case "share":
      return { kind: "share", unit: "%" };
    case "money":
      return { kind: "money", max: field.max, unit: field.unit ?? "€" };
    case "day":
      return { kind: "day" };
    case "choice":
      return { kind: "choice", options: optionsOf(field.options) };
    case "choices":
      return { kind: "choices", options: optionsOf(field.options), ...(field.open === true ? { open: true } : null) };
    case "commune":
      return { kind: "commune" };
    case "siret":
      return { kind: "siret" };
    case "long-text":
      return { kind: "long-text", maxLength: field.max };
    case "email":
    case "phone":
    case "url":
      return { kind: field.kind, maxLength: field.max, ...(autocomplete === undefined ? null : { autocomplete }) };
    case "code":
      // Room for the spaces that people put between groups: a box cut short would drop digits without a word.
      return { kind: "text", maxLength: field.max * 3, digits: field.max };
    case "text":
      return { kind: "text", maxLength: field.max, ...(autocomplete === undefined ? null : { autocomplete }) };
  }
}

function optionsOf(options: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}
