import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/grants/evaluate.ts";
import { compileScheme } from "../../../engine/grants/portfolio.ts";
import { ruleSetHashOf } from "../../../engine/grants/proof.ts";
import { day } from "../../../engine/values/day.ts";
import { cents } from "../../../engine/values/money.ts";
import { type CostFacts, type ModernisationFacts, natures, planSources } from "./facts.ts";
import { declared } from "./scheme.ts";
import type { ModernisationTerms } from "./terms.ts";

const today = day("2026-03-02");
const unknown = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const amount = fc.integer({ min: 0, max: 10_000_000_00 }).map(cents);
const keysOf = <K extends string>(of: Readonly<Record<K, string>>) => fc.constantFrom(...(Object.keys(of) as K[]));

const cost: fc.Arbitrary<CostFacts> = fc.record({
  nature: unknown(keysOf(natures)),
  amount: unknown(amount),
  vat: unknown(amount),
  vatRecoverable: unknown(fc.boolean()),
  isInvestment: unknown(fc.boolean()),
  isPedagogical: unknown(fc.boolean()),
  ecoDesigned: unknown(fc.boolean()),
  accessible: unknown(fc.boolean()),
});
const facts: fc.Arbitrary<ModernisationFacts> = fc.record({
  project: fc.record({
    communes: unknown(fc.array(fc.constantFrom("14118", "76540", "75056"), { maxLength: 3 })),
    isPedagogical: unknown(fc.boolean()),
    funding: fc.array(fc.record({ source: unknown(keysOf(planSources)), amount: unknown(amount) }), { maxLength: 4 }),
  }),
  costs: fc.array(cost, { maxLength: 6 }),
  otherPublicFunding: unknown(amount),
});
const terms: fc.Arbitrary<ModernisationTerms> = fc.record({
  rate: fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 1_000_000),
  maxAid: amount,
  acceptsStaff: unknown(fc.boolean()),
  investment: unknown(fc.constantFrom("accepted" as const, "refused" as const, "judged" as const)),
  countsVat: unknown(fc.boolean()),
});

/** The same money, line by line, without the engine. */
function plainly({ costs = [] }: ModernisationFacts, inForce: ModernisationTerms): bigint {
  let eligible = 0n;
  for (const line of costs ?? []) {
    const { nature, isInvestment, isPedagogical, ecoDesigned, accessible } = line;
    const isRefused =
      (nature === "technical-platform" && isPedagogical === true) ||
      (nature === "staff" && inForce.acceptsStaff === false) ||
      (isInvestment === true && inForce.investment === "refused");
    const isSite = nature === "website";
    const isPoorSite = isSite && (ecoDesigned === false || accessible === false);
    const isUntold = nature == null || (isSite && !isPoorSite && (ecoDesigned == null || accessible == null));
    const isJudged =
      nature === "other" ||
      (nature === "staff" && inForce.acceptsStaff !== true) ||
      isPoorSite ||
      isPedagogical === true ||
      (isInvestment === true && inForce.investment !== "accepted");
    // What is not told yet counts, as an estimate; what a person must judge does not.
    if (isRefused || (isJudged && !isUntold)) continue;
    const vat = line.vatRecoverable === false && inForce.countsVat !== false ? (line.vat ?? 0) : 0;
    eligible += BigInt((line.amount ?? 0) + vat);
  }
  return eligible;
}

describe("the money of a project", () => {
  it("is never said without the terms of a call, whatever the project (T22)", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { funding, costs } = evaluate(declared, given, { today });
        expect([funding.eligibleCosts, funding.aid, funding.total, funding.ownContribution]).toEqual([
          null,
          null,
          null,
          null,
        ]);
        expect(costs.every(({ eligible }) => eligible === null)).toBe(true);
        expect(funding.steps.map(({ value }) => value)).toContain("modalités non publiées");
      }),
      { numRuns: 200 },
    );
  });

  it("never exceeds the rate, the ceiling of the call, nor with other public money the cost", () => {
    fc.assert(
      fc.property(facts, terms, (given, inForce) => {
        const { funding } = evaluate(declared, given, { today, terms: inForce });
        const { aid, eligibleCosts, realCost, ownContribution } = funding;
        if (aid === null || eligibleCosts === null || realCost === null) return;
        expect(BigInt(eligibleCosts)).toBe(plainly(given, inForce));
        const millionths = BigInt(Math.round((inForce.rate ?? 0) * 1_000_000));
        expect(BigInt(aid) * 1_000_000n <= BigInt(eligibleCosts) * millionths).toBe(true);
        expect(aid).toBeLessThanOrEqual(inForce.maxAid ?? 0);
        const other = funding.otherPublicFunding ?? 0;
        expect(aid + other).toBeLessThanOrEqual(Math.max(realCost, other));
        expect(ownContribution).toBeGreaterThanOrEqual(0);
        const { figures } = compileScheme(declared, today, {}, inForce)(given);
        expect(figures.aid).toBe(aid);
      }),
      { numRuns: 300 },
    );
  });

  it("is proved by what the rules answer under terms too", () => {
    const own = ruleSetHashOf(declared);
    expect(ruleSetHashOf({ ...declared, fund: (of, lines, inForce) => declared.fund(of, lines, inForce) })).toBe(own);
    const generous: typeof declared.fund = (of, lines, inForce) => {
      const figures = declared.fund(of, lines, inForce);
      return { ...figures, aid: figures.aid === null ? null : cents(figures.aid + 1) };
    };
    expect(ruleSetHashOf({ ...declared, fund: generous })).not.toBe(own);
  });
});
