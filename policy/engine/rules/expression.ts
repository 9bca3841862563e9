import type { Day } from "../values/day.ts";
import type {
  Amount,
  CalendarDay,
  Choice,
  Choices,
  Communes,
  ListOf,
  Quantity,
  RecordOf,
  Share,
  Text,
  YesNo,
} from "../values/field.ts";
import type { Money, PlainNumber } from "../values/money.ts";

/** Names from the root of the facts; `*` stands for the item in hand of the list before it. */
export type Path = readonly string[];
export type Literal = string | number | boolean;
export type Comparison = "more-than" | "at-least" | "less-than" | "at-most" | "equals";

/** A rule as data: plain JSON, which is compiled, explained and read for its facts. */
export type Expression =
  | {
      readonly op: "fact";
      readonly path: Path;
      readonly kind: ScalarKind;
      readonly name: string;
      readonly options?: Readonly<Record<string, string>>;
    }
  | { readonly op: "value"; readonly kind: ScalarKind; readonly value: Literal }
  | { readonly op: "today" }
  | { readonly op: "years-after"; readonly of: Expression; readonly years: number }
  | { readonly op: "times"; readonly of: Expression; readonly factor: number }
  | { readonly op: "start"; readonly of: Expression; readonly length: number }
  | { readonly op: "count"; readonly list: Path; readonly name: string; readonly of?: Expression }
  | { readonly op: "total"; readonly list: Path; readonly of: Expression; readonly name: string }
  | { readonly op: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly op: "one-of"; readonly of: Expression; readonly values: readonly Literal[] }
  | {
      readonly op: "begins-with";
      readonly of: Expression;
      readonly prefixes: readonly string[];
      /** Of several texts, all rather than one. */
      readonly every?: true;
    }
  | { readonly op: "includes"; readonly of: Expression; readonly value: string }
  | { readonly op: "filled"; readonly of: Expression }
  | { readonly op: "not"; readonly of: Expression }
  | { readonly op: "all" | "any"; readonly of: readonly Expression[] }
  | { readonly op: "every" | "some"; readonly list: Path; readonly name: string; readonly of: Expression }
  | { readonly op: "known"; readonly of: Expression }
  | { readonly op: "if-known"; readonly of: Expression }
  | { readonly op: "doubtful"; readonly of: Expression }
  | { readonly op: "awaited"; readonly of: Expression }
  | { readonly op: "choose"; readonly test: Expression; readonly met: Expression; readonly otherwise: Expression };

export type ScalarKind = (YesNo | Quantity | Amount | Share | CalendarDay | Text | Communes | Choice | Choices)["kind"];

declare const kind: unique symbol;
/** An expression that knows what it is worth, so that money and days do not meet. */
export type Term<K> = Expression & { readonly [kind]?: K };
export type Condition = Term<"condition"> | Term<"yes-no">;

type KindOf<F> =
  F extends Choice<infer T>
    ? { readonly choice: T }
    : F extends Choices<infer T>
      ? { readonly choices: F extends { readonly open: true } ? string : T }
      : F extends Text
        ? "text"
        : F extends { readonly kind: infer K }
          ? K
          : never;

/** A list of the facts, with the references to one of its items. */
export interface ListRef<I> {
  readonly list: Path;
  readonly name: string;
  readonly item: Refs<I>;
}
/** References to the facts, shaped as the facts are: one that does not exist does not compile. */
export type Refs<F> =
  F extends RecordOf<infer R>
    ? { readonly [K in keyof R]: Refs<R[K]> }
    : F extends ListOf<infer I>
      ? ListRef<I>
      : Term<KindOf<F>>;

/** The references to everything declared in a record. */
export function refs<F extends RecordOf>(declared: F): Refs<F> {
  return referTo(declared, []) as Refs<F>;
}

function referTo(field: RecordOf["fields"][string], path: Path): unknown {
  if (field.kind === "record") {
    return Object.fromEntries(Object.entries(field.fields).map(([name, of]) => [name, referTo(of, [...path, name])]));
  }
  if (field.kind === "list") return { list: path, name: field.name, item: referTo(field.item, [...path, "*"]) };
  const options = "options" in field ? { options: field.options } : null;
  return { op: "fact", path, kind: field.kind, name: field.name, ...options } satisfies Expression;
}

type Ordered = "integer" | "decimal" | "days" | "money" | "share" | "day";
type LiteralOf<K> = K extends "money"
  ? Money
  : K extends "day"
    ? Day
    : K extends "integer" | "decimal" | "days" | "share"
      ? PlainNumber
      : never;
type Operand<K extends Ordered> = Term<K> | LiteralOf<K>;

function operand(left: Expression, right: Expression | Literal): Expression {
  if (typeof right === "object") return right;
  return { op: "value", kind: kindOf(left), value: right };
}
/** What a term is worth: days follow from days, the rest from the fact that it takes. */
export function kindOf(term: Expression): ScalarKind {
  switch (term.op) {
    case "fact":
    case "value":
      return term.kind;
    case "count":
      return "integer";
    case "start":
      return "text";
    case "total":
    case "times":
      return kindOf(term.of);
    default:
      return "day";
  }
}
function compare<K extends Ordered>(op: Comparison, left: Term<K>, right: Operand<K>): Term<"condition"> {
  return { op, left, right: operand(left, right) };
}
export function moreThan<K extends Ordered>(left: Term<K>, right: Operand<NoInfer<K>>) {
  return compare("more-than", left, right);
}
export function atLeast<K extends Ordered>(left: Term<K>, right: Operand<NoInfer<K>>) {
  return compare("at-least", left, right);
}
export function lessThan<K extends Ordered>(left: Term<K>, right: Operand<NoInfer<K>>) {
  return compare("less-than", left, right);
}
export function atMost<K extends Ordered>(left: Term<K>, right: Operand<NoInfer<K>>) {
  return compare("at-most", left, right);
}
export function equals<K extends Ordered>(left: Term<K>, right: Operand<NoInfer<K>>) {
  return compare("equals", left, right);
}
/** The same text: two numbers of SIRET, two names. */
export function same(left: Term<"text">, right: Term<"text">): Term<"condition"> {
  return { op: "equals", left, right };
}
/** The first characters of a text: the SIREN of a SIRET. */
export function start(of: Term<"text">, length: number): Term<"text"> {
  return { op: "start", of, length };
}
export function is<T extends string>(of: Term<{ readonly choice: T }>, value: NoInfer<T>): Term<"condition"> {
  return { op: "one-of", of, values: [value] };
}
export function oneOf<T extends string>(
  of: Term<{ readonly choice: T }>,
  values: readonly NoInfer<T>[],
): Term<"condition"> {
  return { op: "one-of", of, values };
}
export function includes<T extends string>(of: Term<{ readonly choices: T }>, value: NoInfer<T>): Term<"condition"> {
  return { op: "includes", of, value };
}
/** At least one value given; an empty list is an answer (none), not an unknown. */
export function filled<T extends string>(of: Term<{ readonly choices: T }>): Term<"condition"> {
  return { op: "filled", of };
}
/** Of several communes, one is enough. */
export function beginsWith(of: Term<"text"> | Term<"communes">, prefixes: readonly string[]): Term<"condition"> {
  return { op: "begins-with", of, prefixes };
}
export function allBeginWith(of: Term<"communes">, prefixes: readonly string[]): Term<"condition"> {
  return { op: "begins-with", of, prefixes, every: true };
}
export function not(of: Condition): Term<"condition"> {
  return { op: "not", of };
}
export function all(...of: readonly Condition[]): Term<"condition"> {
  return { op: "all", of };
}
export function any(...of: readonly Condition[]): Term<"condition"> {
  return { op: "any", of };
}
/** Holds for each item; a list that is absent or empty is unknown. */
export function every<I>(list: ListRef<I>, of: (item: Refs<I>) => Condition): Term<"condition"> {
  return { op: "every", list: list.list, name: list.name, of: of(list.item) };
}
/** Holds for one item at least; a list that is absent or empty is unknown. */
export function some<I>(list: ListRef<I>, of: (item: Refs<I>) => Condition): Term<"condition"> {
  return { op: "some", list: list.list, name: list.name, of: of(list.item) };
}
/** The number of items, or of those that meet a condition; a list that is absent or empty is unknown. */
export function count<I>(list: ListRef<I>, of?: (item: Refs<I>) => Condition): Term<"integer"> {
  const counted = { op: "count", list: list.list, name: list.name } as const;
  return of === undefined ? counted : { ...counted, of: of(list.item) };
}
/** A quantity added up over the items of a list of the request; unknown as soon as one of them is. */
export function total<I, K extends "integer" | "decimal" | "days" | "money">(
  list: ListRef<I>,
  of: (item: Refs<I>) => Term<K>,
): Term<K> {
  const each = of(list.item);
  return { op: "total", list: list.list, of: each, name: `${each.op === "fact" ? each.name : list.name} (total)` };
}
export const today: Term<"day"> = { op: "today" };
export function yearsAfter(of: Term<"day">, years: number): Term<"day"> {
  return { op: "years-after", of, years };
}
/** A quantity taken a whole number of times: exact for decimals of six digits. */
export function times<K extends "integer" | "decimal" | "days" | "money" | "share">(
  of: Term<K>,
  factor: number,
): Term<K> {
  return { op: "times", of, factor };
}
/** Met when the answer is there, whatever it says; otherwise unknown: it names what a computation needs. */
export function known<K>(of: Term<K>): Term<"condition"> {
  return { op: "known", of };
}
/** An optional fact: as long as it is unknown, nothing is held against the file. */
export function ifKnown(of: Condition): Term<"condition"> {
  return { op: "if-known", of };
}
/** Where the condition fails, a person judges. */
export function doubtful(of: Condition): Term<"condition"> {
  return { op: "doubtful", of };
}
/** Until the condition holds, an answer is still missing: never a refusal. */
export function awaited(of: Condition): Term<"condition"> {
  return { op: "awaited", of };
}
/** One condition or the other, by a test; a test that is unknown or to assess takes the second. */
export function choose(test: Condition, met: Condition, otherwise: Condition): Term<"condition"> {
  return { op: "choose", test, met, otherwise };
}
