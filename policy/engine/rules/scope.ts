import type { Day } from "../values/day.ts";
import type { Value, Values } from "../values/field.ts";
import type { Expression, Path } from "./expression.ts";

/** Where a rule is read: the facts, the day, and the index of the item in hand of each list around it. */
export interface Place {
  readonly facts: Values;
  readonly today: Day;
  readonly at: readonly number[];
}

/** A place with the items in hand found: that of the outer list, that of the inner one. */
export interface Scope extends Place {
  readonly outer: Values;
  readonly inner: Values;
}

export const nothing: Values = {};

/** The items of a list where it is read; empty where absent. */
export function itemsAt(list: Path, facts: Values, at: readonly number[]): readonly Values[] {
  let value: Value | null | undefined = facts;
  let star = 0;
  for (const step of list) {
    if (step === "*") value = Array.isArray(value) ? (value[at[star++] ?? 0] as Values | undefined) : undefined;
    else value = (value as Values | null | undefined)?.[step];
  }
  return Array.isArray(value) ? (value as readonly Values[]) : [];
}

/** Finds the items in hand: an expression about items of a list tells which list by the facts it reads. */
export function scopeOf(expression: Expression, place: Place): Scope {
  const { facts, today, at } = place;
  const [first, second] = at;
  if (first === undefined) return { facts, today, at, outer: nothing, inner: nothing };
  const [outerList, innerList] = listsOf(expression);
  const outer = outerList === null ? nothing : (itemsAt(outerList, facts, at)[first] ?? nothing);
  const inner =
    innerList === null || second === undefined ? nothing : (itemsAt(innerList, facts, at)[second] ?? nothing);
  return { facts, today, at, outer, inner };
}

type Lists = readonly [Path | null, Path | null];
const known = new WeakMap<Expression, Lists>();

function listsOf(expression: Expression): Lists {
  let lists = known.get(expression);
  if (lists === undefined) {
    const path = deepest(expression, []);
    const first = path.indexOf("*");
    const last = path.lastIndexOf("*");
    lists = [first === -1 ? null : path.slice(0, first), last === first ? null : path.slice(0, last)];
    known.set(expression, lists);
  }
  return lists;
}

/** The path with the most stars among those read outside any quantifier over a list of the request itself. */
function deepest(expression: Expression, found: Path): Path {
  switch (expression.op) {
    case "fact":
      return deeper(expression.path, found);
    case "count":
      return deeper(expression.list, found);
    case "value":
    case "today":
      return found;
    case "every":
    case "some":
    case "total":
      return deeper(expression.list, found);
    case "all":
    case "any":
      return expression.of.reduce((path, of) => deepest(of, path), found);
    case "choose":
      return deepest(expression.otherwise, deepest(expression.met, deepest(expression.test, found)));
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      return deepest(expression.right, deepest(expression.left, found));
    default:
      return deepest(expression.of, found);
  }
}

function deeper(path: Path, found: Path): Path {
  return stars(path) > stars(found) ? path : found;
}

function stars(path: Path): number {
  return path.reduce((count, step) => (step === "*" ? count + 1 : count), 0);
}

/** The JSON Pointer of a path, its stars replaced by the indexes in hand. */
export function pointerAt(path: Path, at: readonly (number | string)[]): string {
  let pointer = "";
  let star = 0;
  for (const step of path) pointer += step === "*" ? `/${at[star++] ?? 0}` : `/${step}`;
  return pointer;
}
