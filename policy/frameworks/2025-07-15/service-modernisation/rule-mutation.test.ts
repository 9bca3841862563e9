import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/grants/evaluate.ts";
import { compileScheme } from "../../../engine/grants/portfolio.ts";
import { reckon } from "../../../engine/grants/reckon.ts";
import { compile } from "../../../engine/rules/compile.ts";
import type { Expression } from "../../../engine/rules/expression.ts";
import { mutantsOf } from "../../../engine/rules/mutate.fixture.ts";
import { nothing } from "../../../engine/rules/scope.ts";
import { day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { cents } from "../../../engine/values/money.ts";
import { calls, projects } from "./files.fixture.ts";
import { plainLine, plainMoney } from "./plain.fixture.ts";
import { declared } from "./scheme.ts";
import type { ModernisationTerms } from "./terms.ts";

const today = day("2026-03-02");

/** Many projects near every bound, each under the terms of a call, the same at each run. */
const files = fc.sample(fc.tuple(projects, calls), { seed: 20_250_715, numRuns: 6_000 });
const reads = files.map(([facts, terms]) => reckon(declared, facts, { today, terms }).read);

/** Where a wrong rule is told from the right one: the whole file, or one of its lines. */
interface Spot {
  readonly read: Values;
  readonly outer: Values;
}
const whole: readonly Spot[] = reads.map((read) => ({ read, outer: nothing }));
const lines: readonly Spot[] = reads.flatMap((read) =>
  ((read.costs ?? []) as readonly Values[]).map((outer) => ({ read, outer })),
);

function survivors(name: string, right: Expression, spots: readonly Spot[]): string[] {
  const test = compile(right);
  const expected = spots.map(({ read, outer }) => test(read, outer, nothing, today));
  return mutantsOf(right)
    .filter(({ of }) => {
      const wrong = compile(of);
      return spots.every(({ read, outer }, index) => wrong(read, outer, nothing, today) === expected[index]);
    })
    .map(({ what }) => `${name}: ${what}`);
}

/** Mutants that say the same as the rule on every file. */
const equivalent: readonly RegExp[] = [
  // The call, or the reading, admits the line whatever it says: the fact is only read.
  /^MO-8-(pedagogy by D-49|staff|investment by D-50): otherwise: (if-known|known) always true$/,
  /^MO-8-investment: met: (if-known|known) always true$/,
  // Reached only where every place is there.
  /^D-12: (met: otherwise|otherwise): (begins-with always false|one prefix less)$/,
];
const isDifferent = (what: string) => !equivalent.some((one) => one.test(what));

describe("no wrong rule survives the projects near its bounds", () => {
  it("criteria, and their other readings", () => {
    const found = declared.criteria.flatMap(({ id, expression, alternatives = {} }) => [
      ...survivors(id, expression, whole),
      ...Object.entries(alternatives).flatMap(([doubt, reading]) => survivors(`${id} by ${doubt}`, reading, whole)),
    ]);
    expect(found.filter(isDifferent)).toEqual([]);
  });

  it("rules on lines, and their other readings", () => {
    const found = declared.costs.rules.flatMap(({ id, expression, alternatives = {}, headings }) => {
      const spots = lines.filter(({ outer }) => headings?.includes(String(outer.nature)) ?? true);
      return [
        ...survivors(id, expression, spots),
        ...Object.entries(alternatives).flatMap(([doubt, reading]) => survivors(`${id} by ${doubt}`, reading, spots)),
      ];
    });
    expect(found.filter(isDifferent)).toEqual([]);
  });

  it("doubts", () => {
    const found = declared.doubts.flatMap(({ id, raisedWhen }) =>
      raisedWhen === undefined ? [] : survivors(id, raisedWhen, whole),
    );
    expect(found.filter(isDifferent)).toEqual([]);
  });

  it("terms: each that a call fixes moves some amount", () => {
    const right: ModernisationTerms = {
      rate: 0.5,
      maxAid: cents(1_000_000),
      costsFrom: day("2026-01-01"),
      costsUntil: day("2027-12-31"),
      acceptsStaff: true,
      investment: "judged",
      countsVat: true,
    };
    const changes: readonly Partial<ModernisationTerms>[] = [
      { rate: 0.499999 },
      { rate: 0.500001 },
      { maxAid: cents(999_999) },
      { maxAid: cents(1_000_001) },
      { costsFrom: day("2026-01-02") },
      { costsUntil: day("2027-12-30") },
      { acceptsStaff: false },
      { investment: "accepted" },
      { countsVat: false },
    ];
    const moneyOf = (terms: ModernisationTerms) =>
      files.map(([facts]) => String(reckon(declared, facts, { today, terms }).figures.aid));
    const expected = moneyOf(right);
    expect(
      changes.filter((change) => moneyOf({ ...right, ...change }).every((one, at) => one === expected[at])),
    ).toEqual([]);
  });
});

describe("the rules beside plain functions", () => {
  const statuses = ["eligible", "to-assess", "to-assess", "not-eligible"];

  it("say the same of each line and of the money, explained or compiled", () => {
    for (const [facts, terms] of files.slice(0, 2_000)) {
      const codes = (facts.costs ?? []).map((line) => plainLine(line, terms));
      const { costs, funding } = evaluate(declared, facts, { today, terms });
      expect(costs.map(({ status }) => status)).toEqual(codes.map((code) => statuses[code]));
      const money = plainMoney(facts, codes, terms);
      expect({ eligible: funding.eligibleCosts, aid: funding.aid }).toEqual(money);
      const { figures } = compileScheme(declared, today, {}, terms)(facts);
      expect(figures.aid).toBe(money.aid);
    }
  });
});
