import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../values/day.ts";
import { cents, euros } from "../values/money.ts";
import { evaluate } from "./evaluate.ts";
import { compileScheme } from "./portfolio.ts";
import { type ToyFacts, toyScheme } from "./toy.fixture.ts";

const today = day("2026-01-15");
const terms = { rate: 0.2 };
const whole: ToyFacts = {
  endsOn: day("2027-03-31"),
  partners: [{ isOpen: true }],
  costs: [
    { heading: "people", amount: euros(1_000), timeShare: 0.5 },
    { heading: "goods", amount: euros(1_000) },
  ],
};
const larger = whole.costs?.map((line) => ({ ...line, amount: euros(2_000) })) ?? [];
const of = (facts: ToyFacts, context = {}) => evaluate(toyScheme, facts, { today, terms, ...context });

describe("a scheme by its declaration", () => {
  it("reckons lines, money, then what reads the money", () => {
    const { eligibility, funding, criteria } = of(whole);
    expect(eligibility).toBe("eligible");
    expect(funding).toMatchObject({ aid: euros(400), total: euros(1_600), isEstimate: false });
    expect(criteria.map(({ id, status }) => [id, status])).toEqual([
      ["T-2", "met"],
      ["T-3", "met"],
      ["T-4", "met"],
    ]);
  });

  it("refuses a line by its rule, sets aside one to assess, and reads the money that is left", () => {
    const { costs, criteria } = of({
      ...whole,
      costs: [
        { heading: "people", amount: euros(1_000), timeShare: 0.1 },
        { heading: "goods", amount: euros(900), paidOn: day("2028-01-01") },
        { heading: "goods", amount: euros(500), paidOn: day("2027-12-31") },
      ],
    });
    expect(costs.map(({ status, eligible, rules }) => [status, eligible, rules])).toEqual([
      ["to-assess", 0, ["T-6"]],
      ["not-eligible", 0, ["T-5"]],
      ["eligible", euros(500), []],
    ]);
    expect(criteria.find(({ id }) => id === "T-3")?.status).toBe("not-met");
  });

  it("says which terms only a call can give, and gives no figure meanwhile", () => {
    const without = evaluate(toyScheme, whole, { today });
    expect(without.funding.aid).toBeNull();
    expect(without.funding.steps[0]?.value).toBe("modalités non publiées");
    expect(without.missingTerms).toEqual(["rate"]);
    expect(of(whole).missingTerms).toEqual([]);
  });

  it("tells in euros what each reading of a doubt gives", () => {
    const { doubts } = of({ ...whole, costs: larger, endsOn: day("2026-12-31") });
    expect(doubts.map(({ id, effect }) => [id, effect])).toEqual([
      ["D-98", { default: euros(800), alternative: euros(400) }],
      ["D-99", { default: euros(800), alternative: 0 }],
    ]);
    expect(of({ ...whole, costs: larger }, { closedDoubts: { "D-98": "alternative" } }).funding.aid).toBe(euros(400));
  });

  it("counts and words the same for any file", () => {
    const compiled = compileScheme(toyScheme, today, {}, terms);
    const cost = fc.record({
      heading: fc.constantFrom("people" as const, "goods" as const, null),
      amount: fc.option(fc.integer({ min: 0, max: 5_000_000 }).map(cents)),
      timeShare: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 1_000_000)),
      paidOn: fc.constantFrom(null, day("2027-12-31"), day("2028-01-01")),
    });
    const facts = fc.record({
      endsOn: fc.constantFrom(null, day("2025-12-31"), day("2026-06-30"), day("2027-03-31")),
      partners: fc.option(fc.array(fc.record({ isOpen: fc.option(fc.boolean()) }), { maxLength: 3 })),
      costs: fc.array(cost, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(facts, (file) => {
        const said = of(file);
        const counted = compiled(file);
        expect(counted.eligibility).toBe(said.eligibility);
        expect(counted.figures.aid).toBe(said.funding.aid);
        const kept = said.costs.reduce((sum, line) => sum + (line.eligible ?? 0), 0);
        if (said.funding.eligibleCosts !== null) expect(kept).toBe(said.funding.eligibleCosts);
      }),
    );
  });
});
