import { contradictions } from "../questions/contradictions.ts";
import type { Check } from "../questions/form.ts";
import type { ParseError } from "../questions/parse.ts";
import type { ClosedDoubts } from "../rules/criterion.ts";
import type { Doubt } from "../rules/doubt.ts";
import type { Values } from "../values/field.ts";

/** The terms that a file is computed with: the text's, those of its call over them, then the readings that persons chose. */
export function termsInForce<T extends Values>(
  scheme: { readonly terms: { readonly voted: T }; readonly doubts: readonly Doubt<T>[] },
  ofCall: Values | undefined,
  closed: ClosedDoubts,
): T {
  let terms = ofCall === undefined ? scheme.terms.voted : { ...scheme.terms.voted, ...ofCall };
  for (const { id, moves } of scheme.doubts) {
    if (moves !== undefined && closed[id] === "alternative") terms = { ...terms, ...moves };
  }
  return terms;
}

/** What contradicts itself in the terms that a call gives, put over those of the text: by the pointer of the one at fault. */
export function termErrors(
  { voted, checks = [] }: { readonly voted: Values; readonly checks?: readonly Check[] },
  ofCall: Values,
): readonly ParseError[] {
  return contradictions(checks, { ...voted, ...ofCall });
}

/** The terms that the text leaves to a call, and that no call has given. */
export function missingTerms(voted: Values, inForce: Values): readonly string[] {
  return Object.keys(voted).filter((name) => inForce[name] == null);
}
