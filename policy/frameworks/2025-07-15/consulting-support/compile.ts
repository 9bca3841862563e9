import type { Eligibility } from "../../../engine/assessment.ts";
import type { Test } from "../../../engine/compile.ts";
import { type ClosedDoubts, type Criterion, testOf } from "../../../engine/criterion.ts";
import type { Day } from "../../../engine/day.ts";
import type { Values } from "../../../engine/field.ts";
import type { Verdict } from "../../../engine/portfolio.ts";
import { type Code, MET, NOT_MET, TO_ASSESS, UNKNOWN } from "../../../engine/truth.ts";
import { criteria as ours } from "./criteria.ts";
import type { ConsultingFacts } from "./facts.ts";
import { computeFunding, type FundingRules } from "./funding.ts";
import { rulesInForce } from "./readings.ts";

const nothing: Values = {};

/** Consulting support compiled for many files: the same criteria and the same arithmetic, without the words. */
export function compile(
  today: Day,
  closed: ClosedDoubts = {},
  criteria: readonly Criterion[] = ours,
  funding: FundingRules = rulesInForce(closed),
): (facts: ConsultingFacts) => Verdict {
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
    const figures = computeFunding(facts, funding);
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
