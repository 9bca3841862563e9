import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../engine/rules/explain.ts";
import { factsOf } from "../../../engine/rules/reads.ts";
import { codeOf } from "../../../engine/rules/truth.ts";
import { day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { cents, euros, type Money, shareOf } from "../../../engine/values/money.ts";
import type { ConsultingFacts } from "./facts.ts";
import { requests } from "./files.fixture.ts";
import { compile, evaluate, evaluateWith, rules } from "./reading.fixture.ts";
import { toConsultingWire } from "./wire.ts";

const today = day("2026-03-02");
const anyRequest = requests(true);
const fullRequest = requests(false);

/** The same request with one number of one phase changed. */
function withPhase(
  facts: ConsultingFacts,
  change: (days: number, cost: Money) => { days?: number; dailyCost?: Money },
): ConsultingFacts {
  const [first, ...others] = facts.structures ?? [];
  const [phase, ...rest] = first?.phases ?? [];
  const changed = { ...phase, ...change(phase?.days ?? 0, phase?.dailyCost ?? euros(0)) };
  return { ...facts, structures: [{ ...first, phases: [changed, ...rest] }, ...others] };
}

/** Every request that knows one thing less. */
function forgetful(facts: Values): readonly Values[] {
  return Object.entries(facts).flatMap(([name, value]): readonly Values[] => {
    if (value === null || value === undefined) return [];
    const less: Values[] = [{ ...facts, [name]: null }];
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        if (typeof item !== "object") return;
        for (const one of forgetful(item)) less.push({ ...facts, [name]: value.with(index, one) as never });
      });
    } else if (typeof value === "object") {
      for (const one of forgetful(value as Values)) less.push({ ...facts, [name]: one });
    }
    return less;
  });
}

describe("the amounts of any request", () => {
  it("never exceed the ceilings, the rate, nor what is really spent", () => {
    fc.assert(
      fc.property(fullRequest, (facts) => {
        const { funding } = evaluate(facts, { today });
        const { aid: region, eligibleCosts, realCost, ownContribution, parties: structures } = funding;
        if (region === null || eligibleCosts === null || realCost === null || ownContribution === null)
          throw new Error("unknown");
        const other = facts.otherPublicFunding ?? euros(0);
        expect(region).toBeGreaterThanOrEqual(0);
        expect(region).toBeLessThanOrEqual(shareOf(eligibleCosts, 7_000));
        expect(eligibleCosts).toBeLessThanOrEqual(realCost);
        for (const one of structures) {
          expect(one.aid).toBeLessThanOrEqual(1_750_000);
          expect(one.measures.days?.kept).toBeLessThanOrEqual(one.measures.days?.allowed ?? 0);
          expect(one.aid).toBeGreaterThanOrEqual(0);
          expect((one.measures.days?.kept ?? 0) + (one.measures.days?.refused ?? 0)).toBe(one.measures.days?.asked);
        }
        if (region > 0) expect(region + other).toBeLessThanOrEqual(realCost);
        expect(structures.reduce((sum, one) => sum + (one.aid ?? 0), 0)).toBe(region);
        expect(ownContribution).toBe(Math.max(0, realCost - region - other));
      }),
    );
  });

  it("add up, phase by phase", () => {
    fc.assert(
      fc.property(fullRequest, (facts) => {
        const { costs, funding } = evaluate(facts, { today });
        expect(costs.reduce((sum, cost) => sum + (cost.eligible ?? 0), 0)).toBe(funding.eligibleCosts);
        expect(costs.map((cost) => cost.index)).toEqual(costs.map((_, index) => index));
        funding.parties.forEach((one, structure) => {
          const kept = costs
            .filter((cost) => cost.party === structure)
            .reduce((sum, cost) => sum + (cost.kept?.days?.kept ?? 0), 0);
          expect(kept).toBe(one.measures.days?.kept);
        });
      }),
    );
  });

  it("never rise when a fact gets worse", () => {
    const less = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fullRequest, less, (facts, by) => {
        const region = (of: ConsultingFacts) => evaluate(of, { today }).funding.aid ?? 0;
        const before = region(facts);
        const [first, ...others] = facts.structures ?? [];
        const used = { ...first, daysAlreadyFunded: (first?.daysAlreadyFunded ?? 0) + by / 2 };
        expect(region({ ...facts, structures: [used, ...others] })).toBeLessThanOrEqual(before);
        const other = cents((facts.otherPublicFunding ?? 0) + by * 10_001);
        expect(region({ ...facts, otherPublicFunding: other })).toBeLessThanOrEqual(before);
        const fewer = withPhase(facts, (days) => ({ days: Math.max(0, days - by / 2) }));
        expect(region(fewer)).toBeLessThanOrEqual(before);
        const cheaper = withPhase(facts, (_, cost) => ({ dailyCost: cents(Math.max(0, cost - by * 997)) }));
        expect(region(cheaper)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("do not depend on the order of phases or structures", () => {
    fc.assert(
      fc.property(fullRequest, (facts) => {
        const turned: ConsultingFacts = {
          ...facts,
          structures: (facts.structures ?? [])
            .map((one) => ({ ...one, phases: (one.phases ?? []).toReversed() }))
            .toReversed(),
        };
        const [a, b] = [facts, turned].map((of) => evaluate(of, { today }).funding);
        expect([b?.aid, b?.eligibleCosts, b?.ownContribution]).toEqual([a?.aid, a?.eligibleCosts, a?.ownContribution]);
      }),
    );
  });

  it("are unknown rather than wrong: what is told keeps its value once the rest is known", () => {
    fc.assert(
      fc.property(fullRequest, (facts) => {
        const [first, ...others] = facts.structures ?? [];
        const unpriced = {
          ...facts,
          structures: [{ ...first, phases: [{ days: 0 }, ...(first?.phases ?? [])] }, ...others],
        };
        expect(evaluate(unpriced, { today }).funding.aid).toBe(evaluate(facts, { today }).funding.aid);
      }),
    );
  });
});

describe("the answers on any request", () => {
  it("never turn an unknown into a refusal", () => {
    fc.assert(
      fc.property(anyRequest, (facts) => {
        const before = evaluate(facts, { today });
        if (before.eligibility === "not-eligible") return;
        for (const less of forgetful(facts)) {
          expect(evaluate(less, { today }).eligibility).not.toBe("not-eligible");
        }
      }),
    );
  });

  it("name what is missing when, and only when, something is unknown", () => {
    fc.assert(
      fc.property(anyRequest, (facts) => {
        const { criteria, missing } = evaluate(facts, { today });
        for (const one of criteria) {
          expect(one.missing.length > 0, one.id).toBe(one.status === "unknown");
          expect(one.reason.length).toBeGreaterThan(10);
          expect(one.facts).toEqual(expect.arrayContaining([...one.missing]));
        }
        expect(missing).toEqual([...new Set(missing)]);
      }),
    );
  });

  it("are the same compiled and explained", () => {
    const run = compile(today);
    fc.assert(
      fc.property(anyRequest, (facts) => {
        const assessment = evaluate(facts, { today });
        const verdict = run(facts);
        expect(verdict.eligibility).toBe(assessment.eligibility);
        expect(verdict.figures.aid).toBe(assessment.funding.aid);
        expect(verdict.figures.ownContribution).toBe(assessment.funding.ownContribution);
        rules.criteria.forEach(({ id }, index) => {
          const worst = Math.max(
            ...assessment.criteria.filter((one) => one.id === id).map((one) => codeOf(one.status)),
          );
          expect(verdict.codes[index], id).toBe(worst);
        });
      }),
    );
  });

  it("do not depend on the order of the criteria", () => {
    fc.assert(
      fc.property(
        anyRequest,
        fc.shuffledSubarray([...rules.criteria], { minLength: rules.criteria.length }),
        (facts, criteria) => {
          const a = evaluate(facts, { today });
          const b = evaluateWith({ ...rules, criteria }, facts, { today });
          expect(b.eligibility).toBe(a.eligibility);
          expect([...b.missing].sort()).toEqual([...a.missing].sort());
          expect(b.funding).toEqual(a.funding);
        },
      ),
    );
  });

  it("read no fact that the rule does not name", () => {
    fc.assert(
      fc.property(anyRequest, (facts) => {
        for (const { expression, each } of rules.criteria) {
          if (each !== undefined) continue;
          const named = factsOf(expression);
          for (const pointer of explain(expression, { facts, today, at: [] }).read) {
            expect(named).toContain(pointer.slice(1).replaceAll("/", ".").replace(/\.\d+/g, ".*"));
          }
        }
      }),
    );
  });

  it("can be read aloud and sent as JSON", () => {
    fc.assert(
      fc.property(anyRequest, (facts) => {
        const assessment = evaluate(facts, { today });
        const answer = toConsultingWire(assessment);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        for (const step of answer.funding.steps) {
          expect(step.label).not.toMatch(/undefined|NaN|null/);
          expect(step.value).not.toMatch(/undefined|NaN|null/);
        }
        for (const cost of answer.costs) expect(cost.reason).not.toMatch(/undefined|NaN|null/);
      }),
    );
  });
});
