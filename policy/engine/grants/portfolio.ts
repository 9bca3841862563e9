import type { Test } from "../rules/compile.ts";
import { type ClosedDoubts, testOf } from "../rules/criterion.ts";
import type { Eligibility } from "../rules/eligibility.ts";
import type { Path } from "../rules/expression.ts";
import { itemsAt, nothing } from "../rules/scope.ts";
import { type Code, MET, NOT_MET, TO_ASSESS, UNKNOWN } from "../rules/truth.ts";
import type { Day } from "../values/day.ts";
import type { Values } from "../values/field.ts";
import type { DeclaredScheme, Terms } from "./declared.ts";
import type { Figures } from "./figures.ts";
import { reckon } from "./reckon.ts";

/** What a portfolio needs of a file: the answers and amounts that `evaluate` gives, without the words. */
export interface Verdict {
  readonly eligibility: Eligibility;
  /** The worst answer of each criterion over its items, in the order of the scheme's criteria. */
  readonly codes: readonly Code[];
  readonly figures: Figures;
}

/** The rules of a scheme compiled for many files: the same criteria and the same arithmetic. */
export function compileScheme<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  today: Day,
  closed: ClosedDoubts = {},
  ofCall?: Terms,
): (facts: F) => Verdict {
  const context = { today, closedDoubts: closed, ...(ofCall === undefined ? null : { terms: ofCall }) };
  const tests = scheme.criteria.map((criterion) => ({ test: testOf(criterion, closed), each: criterion.each }));
  return (facts) => {
    const { figures, read } = reckon(scheme, facts, context);
    const codes: Code[] = [];
    let worst: Code = MET;
    for (const { test, each } of tests) {
      const code = each === undefined ? test(read, nothing, nothing, today) : overItems(test, each, read, today);
      codes.push(code);
      if (code > worst) worst = code;
    }
    return { eligibility: eligibilities[worst], codes, figures };
  };
}

const eligibilities: Readonly<Record<Code, Eligibility>> = {
  [MET]: "eligible",
  [TO_ASSESS]: "to-assess",
  [UNKNOWN]: "incomplete",
  [NOT_MET]: "not-eligible",
};

function overItems(test: Test, each: Path, facts: Values, today: Day): Code {
  const items = itemsAt(each, facts, []);
  if (items.length === 0) return UNKNOWN;
  let worst: Code = MET;
  for (const item of items) {
    const code = test(facts, item, nothing, today);
    if (code > worst) worst = code;
  }
  return worst;
}
