import { describe, expect, it } from "vitest";
import { ruleSetHashOf } from "../../../engine/grants/proof.ts";
import { cents } from "../../../engine/values/money.ts";
import { evaluateWith, type Rules, rules } from "./reading.fixture.ts";
import { consultingSupport } from "./scheme.ts";

const own = ruleSetHashOf(rules);

function withDoubt(id: string, change: Partial<Rules["doubts"][number]>): Rules {
  return { ...rules, doubts: rules.doubts.map((doubt) => (doubt.id === id ? { ...doubt, ...change } : doubt)) };
}

describe("the proof of the rules", () => {
  it("is that of the scheme, the same each time", () => {
    expect(ruleSetHashOf(rules)).toBe(own);
    expect(consultingSupport.ruleSetHash).toBe(own);
  });

  it("changes with a term, and with the arithmetic alone", () => {
    expect(
      ruleSetHashOf({ ...rules, terms: { ...rules.terms, voted: { ...rules.terms.voted, rate: 6_999 } } }),
    ).not.toBe(own);
    const off: typeof evaluateWith = (inHand, facts, context) => {
      const assessment = evaluateWith(inHand, facts, context);
      const { aid } = assessment.funding;
      const cut = aid !== null && aid > 1_000_000 ? cents(aid - 1) : aid;
      return { ...assessment, funding: { ...assessment.funding, aid: cut } };
    };
    expect(ruleSetHashOf(rules, off)).not.toBe(own);
  });

  it.each([
    ["the question", { question: "Autre question ?" }],
    ["the reading applied", { defaultReading: "Autre." }],
    ["the other reading", { alternative: "Autre." }],
    ["the other terms", { moves: { ceilingOn: "cost" as const } }],
  ] as const)("changes with a doubt: %s", (_, change) => {
    expect(ruleSetHashOf(withDoubt("D-18", change))).not.toBe(own);
  });

  it("does not change with the spelling of a title", () => {
    const criteria = rules.criteria.map((criterion) => ({ ...criterion, title: `${criterion.title}.` }));
    expect(ruleSetHashOf({ ...rules, criteria })).toBe(own);
  });
});
