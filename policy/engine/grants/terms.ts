import { contradictions } from "../questions/contradictions.ts";
import type { ParseError } from "../questions/parse.ts";
import type { ClosedDoubts } from "../rules/criterion.ts";
import type { Doubt } from "../rules/doubt.ts";
import type { RecordOf, Values } from "../values/field.ts";
import { say } from "../values/french.ts";
import type { DeclaredScheme } from "./declared.ts";

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
  { declared, voted, checks = [], shared = [] }: Pick<DeclaredScheme, "terms">["terms"],
  ofCall: Values,
): readonly ParseError[] {
  const inForce = { ...voted, ...ofCall };
  return [...contradictions(checks, inForce), ...overWhole(shared, declared, inForce)];
}

/** Who pays one cost together pays no more than it. Whole millionths: shares are decimals. */
function overWhole(shared: readonly string[], { fields }: RecordOf, inForce: Values): readonly ParseError[] {
  const millionths = shared.map((name) => Math.round(1_000_000 * Number(inForce[name] ?? 0)));
  const sum = millionths.reduce((all, one) => all + one, 0);
  const last = shared.at(-1);
  if (last === undefined || sum <= 1_000_000) return [];
  const nameOf = (name: string) => {
    const field = fields[name];
    return field !== undefined && "name" in field ? field.name : name;
  };
  const names = shared.map((name) => `\u00ab\u202f${nameOf(name)}\u202f\u00bb`).join(" et ");
  const message = `${names} font ensemble ${say("share", sum / 1_000_000)} du coût : 100\u00a0% au plus.`;
  return [{ pointer: `/${last}`, message }];
}

/** The terms that the text leaves to a call, and that no call has given. */
export function missingTerms(voted: Values, inForce: Values): readonly string[] {
  return Object.keys(voted).filter((name) => inForce[name] == null);
}
