import type { Test } from "../../../engine/compile.ts";
import { type ClosedDoubts, testOf } from "../../../engine/criterion.ts";
import type { Day } from "../../../engine/day.ts";
import type { Eligibility } from "../../../engine/eligibility.ts";
import type { Verdict } from "../../../engine/portfolio.ts";
import { nothing } from "../../../engine/scope.ts";
import { type Code, MET, NOT_MET, TO_ASSESS, UNKNOWN } from "../../../engine/truth.ts";
import type { ConsultingFacts } from "./facts.ts";
import { computeFunding } from "./funding.ts";
import { figuresInForce, type Rules, rules } from "./rules.ts";

/** Consulting support compiled for many files: the same criteria and the same arithmetic, without the words. */
export function compile(
  today: Day,
  closed: ClosedDoubts = {},
  inHand: Rules = rules,
): (facts: ConsultingFacts) => Verdict {
  const { criteria } = inHand;
  const inForce = figuresInForce(inHand, closed);
  const tests = criteria.map((criterion) => testOf(criterion, closed));
  const each = criteria.map((criterion) => criterion.each !== undefined);
  return (facts) => {
    const codes: Code[] = [];
    let worst: Code = MET;
    for (let i = 0; i < tests.length; i++) {
      const test = tests[i];
      if (test === undefined) continue;
      const code = each[i] === true ? overStructures(test, facts, today) : test(facts, nothing, nothing, today);
      codes.push(code);
      if (code > worst) worst = code;
    }
    const figures = computeFunding(facts, inForce);
    return {
      eligibility: eligibilities[worst],
      codes,
      eligibleCosts: figures.eligibleCosts,
      region: figures.region,
      total: figures.region,
      ownContribution: figures.ownContribution,
    };
  };
}

const eligibilities = {
  [MET]: "eligible",
  [TO_ASSESS]: "to-assess",
  [UNKNOWN]: "incomplete",
  [NOT_MET]: "not-eligible",
} as const satisfies Readonly<Record<Code, Eligibility>>;

function overStructures(test: Test, facts: ConsultingFacts, today: Day): Code {
  const { structures } = facts;
  if (structures == null || structures.length === 0) return UNKNOWN;
  let worst: Code = MET;
  for (const structure of structures) {
    const code = test(facts, structure, nothing, today);
    if (code > worst) worst = code;
  }
  return worst;
}
