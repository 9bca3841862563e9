import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, euros } from "../../../engine/values/money.ts";
import { type CostBase, remainingCost, type SeatCosts } from "./remaining-cost.ts";

const seat = (wages: number, travel = 0, replacement = 0, paidByOthers = 0): SeatCosts => ({
  costs: { wages: euros(wages), travel: euros(travel), replacement: euros(replacement) },
  paidByOthers: euros(paidByOthers),
});
const half = { share: 5000, ceiling: null, base: ["wages", "travel"] } as const;

describe("the employer's remaining cost (PR-3, D-51)", () => {
  it("has no amount where the year has no rule", () => {
    expect(remainingCost(null, seat(300))).toEqual({ kind: "no-rule" });
  });

  it("takes the year's share of what counts", () => {
    expect(remainingCost(half, seat(300, 40, 200))).toMatchObject({
      total: euros(340),
      amount: euros(170),
      isCapped: false,
      left: ["replacement"],
    });
  });

  it("never pays what the OPCO pays (D-06)", () => {
    expect(remainingCost(half, seat(300, 40, 0, 300))).toMatchObject({ remaining: euros(40), amount: euros(20) });
    expect(remainingCost(half, seat(300, 40, 0, 500))).toMatchObject({ remaining: euros(0), amount: euros(0) });
  });

  it("stops at the ceiling, and says so", () => {
    const capped = remainingCost({ ...half, ceiling: euros(100) }, seat(300, 40));
    expect(capped).toMatchObject({ part: euros(170), amount: euros(100), isCapped: true });
  });

  const amount = fc.integer({ min: 0, max: 5_000_00 }).map(cents);
  const rules = fc.record({
    share: fc.integer({ min: 0, max: 10_000 }),
    ceiling: fc.option(amount),
    base: fc.subarray(["wages", "travel", "replacement"] as CostBase[]),
  });
  const seats = fc.record({
    costs: fc.record({ wages: amount, travel: amount, replacement: amount }),
    paidByOthers: amount,
  });

  it("never gives more than what is left to the employer, than the share, or than the ceiling; never less than nothing", () => {
    fc.assert(
      fc.property(rules, seats, (rule, one) => {
        const found = remainingCost(rule, one);
        if (found.kind === "no-rule") throw new Error("a rule was given");
        expect(found.amount).toBeGreaterThanOrEqual(0);
        expect(found.amount).toBeLessThanOrEqual(found.remaining);
        expect(found.amount * 10_000).toBeLessThanOrEqual(found.remaining * rule.share);
        if (rule.ceiling !== null) expect(found.amount).toBeLessThanOrEqual(rule.ceiling);
        expect(found.remaining + found.paidByOthers).toBeGreaterThanOrEqual(found.total);
      }),
    );
  });

  it("never grows when others pay more", () => {
    fc.assert(
      fc.property(rules, seats, amount, (rule, one, more) => {
        const before = remainingCost(rule, one);
        const after = remainingCost(rule, { ...one, paidByOthers: cents(one.paidByOthers + more) });
        if (before.kind === "no-rule" || after.kind === "no-rule") throw new Error("a rule was given");
        expect(after.amount).toBeLessThanOrEqual(before.amount);
      }),
    );
  });
});
