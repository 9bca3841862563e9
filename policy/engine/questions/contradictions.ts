import { compile } from "../rules/compile.ts";
import type { Path } from "../rules/expression.ts";
import { itemsAt, pointerAt, scopeOf } from "../rules/scope.ts";
import { MET } from "../rules/truth.ts";
import { day } from "../values/day.ts";
import type { Values } from "../values/field.ts";
import type { Check } from "./form.ts";
import type { ParseError } from "./parse.ts";

/** Facts contradict each other whatever the day: any will do. */
const today = day("2000-01-01");

/** Facts well written one by one that no request can hold together, each by the JSON Pointer of the one at fault. */
export function contradictions(checks: readonly Check[], facts: Values): readonly ParseError[] {
  return checks.flatMap(({ path, fails, message }) => {
    const test = compile(fails);
    return placesOf(path, facts).flatMap((at) => {
      const { outer, inner } = scopeOf(fails, { facts, today, at });
      return test(facts, outer, inner, today) === MET ? [{ pointer: pointerAt(path, at), message }] : [];
    });
  });
}

/** The indexes of every item that a path leads to. */
function placesOf(path: Path, facts: Values): readonly (readonly number[])[] {
  let places: readonly (readonly number[])[] = [[]];
  for (const [index, step] of path.entries()) {
    if (step !== "*") continue;
    const list = path.slice(0, index);
    places = places.flatMap((at) => itemsAt(list, facts, at).map((_, item) => [...at, item]));
  }
  return places;
}
