import { describe, expect, it } from "vitest";
import type { Criterion } from "../../../engine/rules/criterion.ts";
import type { Expression } from "../../../engine/rules/expression.ts";
import { mutantsOf } from "../../../engine/rules/mutate.fixture.ts";
import { cents } from "../../../engine/values/money.ts";
import { type Row, rows } from "./boundaries.fixture.ts";
import type { FundingRules } from "./funding.ts";
import { type Rules, rules } from "./reading.fixture.ts";
import { expectedOf, foundIn } from "./row.fixture.ts";

interface WrongRules {
  readonly what: string;
  readonly rules: Rules;
}

/**
 * Mutants that say the same as the rule on every file: at 1 000 € a day, the two readings of D-18 give one amount; a
 * size that is unknown raises no D-16, whether it is unknown or held for large enough.
 */
const equivalent: readonly string[] = [
  "D-18: more-than → at-least",
  "D-18: bound 100000 moved by -1",
  "D-16: otherwise: the first arm always",
  "D-16: otherwise: test: known always true",
  "D-16: otherwise: otherwise: known always true",
];

function wrongCriteria(): readonly WrongRules[] {
  return rules.criteria.flatMap((criterion, index) => {
    const put = (changed: Criterion): Rules => ({ ...rules, criteria: rules.criteria.with(index, changed) });
    const readings = Object.entries(criterion.alternatives ?? {});
    return [
      ...mutantsOf(criterion.expression).map(({ what, of }) => ({
        what: `${criterion.id}: ${what}`,
        rules: put({ ...criterion, expression: of }),
      })),
      ...readings.flatMap(([doubt, reading]) =>
        mutantsOf(reading).map(({ what, of }) => ({
          what: `${criterion.id} read by ${doubt}: ${what}`,
          rules: put({ ...criterion, alternatives: { ...criterion.alternatives, [doubt]: of } }),
        })),
      ),
    ];
  });
}

function wrongDoubts(): readonly WrongRules[] {
  return rules.doubts.flatMap((doubt, index) => {
    const raised: Expression | undefined = doubt.raisedWhen;
    if (raised === undefined) return [];
    const put = (changed: Rules["doubts"][number]): Rules => ({ ...rules, doubts: rules.doubts.with(index, changed) });
    return mutantsOf(raised).map(({ what, of }) => ({
      what: `${doubt.id}: ${what}`,
      rules: put({ ...doubt, raisedWhen: of }),
    }));
  });
}

function wrongFunding(): readonly WrongRules[] {
  const { dailyCeiling, rate, maxDays, maxAid } = rules.terms.voted;
  const changes: readonly Partial<FundingRules>[] = [
    { dailyCeiling: cents(dailyCeiling - 1) },
    { dailyCeiling: cents(dailyCeiling + 1) },
    { rate: rate - 1 },
    { rate: rate + 1 },
    { maxDays: maxDays - 0.5 },
    { maxDays: maxDays + 0.5 },
    { maxAid: cents(maxAid - 1) },
    { maxAid: cents(maxAid + 1) },
    { ceilingOn: "aid" },
    { base: "own-share" },
    { window: "year" },
    { sharedDay: "whole" },
  ];
  return changes.map((change) => ({
    what: `funding: ${JSON.stringify(change)}`,
    rules: { ...rules, terms: { ...rules.terms, voted: { ...rules.terms.voted, ...change } } },
  }));
}

/** Rows first that speak of what was changed would be faster; all of them are few. */
function isKilled(wrong: Rules): boolean {
  return rows.some((row) => differs(row, wrong));
}

function differs(row: Row, wrong: Rules): boolean {
  try {
    return foundIn(row, wrong) !== expectedOf(row);
  } catch {
    return true;
  }
}

describe("no wrong rule survives the boundaries", () => {
  it.each([
    ["criteria", wrongCriteria()],
    ["doubts", wrongDoubts()],
    ["amounts", wrongFunding()],
  ] as const)("%s", (_, wrong) => {
    const survivors = wrong.filter((one) => !isKilled(one.rules)).map((one) => one.what);
    expect(survivors.filter((what) => !equivalent.includes(what))).toEqual([]);
    expect(wrong.length).toBeGreaterThan(10);
  });
});
