import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import { projects } from "./files.fixture.ts";
import { samples } from "./samples.ts";
import { transitions } from "./scheme.ts";

const today = day("2026-01-15");
const funded = samples
  .map((facts) => ({ facts, whole: transitions.evaluate(facts, { today }) }))
  .filter(({ whole }) => (whole.funding.eligibleCosts ?? 0) > 3_000_000);

describe("what a selection retains of a project (D-31, D-32, D-48)", () => {
  it("is 20 % of it for the Region, floored to the cent", () => {
    expect(funded.length).toBeGreaterThan(0);
    const [{ facts } = { facts: {} }] = funded;
    const { funding } = transitions.evaluate(facts, { today, retained: cents(2_600_002) });
    expect(funding).toMatchObject({ eligibleCosts: 2_600_002, aid: 520_000 });
  });

  it("is read again by the floor of the European support: 26 000 stands, 24 000 does not (T13)", () => {
    const one = funded.find(({ whole }) => whole.criteria.find(({ id }) => id === "EL-9")?.status === "met");
    if (one === undefined) throw new Error("no sample above the floor");
    const floor = (retained: number) =>
      transitions
        .evaluate({ ...one.facts, requestedEsfRate: 0.6 }, { today, retained: euros(retained) })
        .criteria.find(({ id }) => id === "EL-9")?.status;
    expect(floor(26_000)).toBe("met");
    expect(floor(24_000)).toBe("not-met");
  });

  it("never gives more than without it, and changes nothing where it bounds nothing", () => {
    fc.assert(
      fc.property(projects, fc.integer({ min: 1, max: 40_000_000 }), (facts, bound) => {
        const whole = transitions.evaluate(facts, { today }).funding;
        const less = transitions.evaluate(facts, { today, retained: cents(bound) }).funding;
        if (whole.eligibleCosts === null) return;
        expect(less.eligibleCosts).toBe(Math.min(whole.eligibleCosts, bound));
        expect(less.aid ?? 0).toBeLessThanOrEqual(whole.aid ?? 0);
        if (bound >= whole.eligibleCosts) expect(less).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
