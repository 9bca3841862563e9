import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cashPlan, monthsAfter, monthsBetween } from "./cash-plan.ts";

describe("a plan of cash by month", () => {
  it("says the most that is missing, and when", () => {
    const plan = cashPlan(
      1_000_00,
      [
        { amount: 3_000_00, from: "2026-09-01", to: "2026-11-30" },
        { amount: 500_00, on: "2026-12-15" },
      ],
      [{ amount: 2_500_00, on: "2027-02-01" }],
    );
    expect(plan?.months).toEqual([
      { month: "2026-09", out: 1_000_00, in: 0, balance: 0 },
      { month: "2026-10", out: 1_000_00, in: 0, balance: -1_000_00 },
      { month: "2026-11", out: 1_000_00, in: 0, balance: -2_000_00 },
      { month: "2026-12", out: 500_00, in: 0, balance: -2_500_00 },
      { month: "2027-01", out: 0, in: 0, balance: -2_500_00 },
      { month: "2027-02", out: 0, in: 2_500_00, balance: 0 },
    ]);
    expect(plan?.gap).toEqual({ month: "2026-12", amount: 2_500_00 });
    expect(cashPlan(0, [], [])).toBeNull();
    expect(cashPlan(100, [{ amount: 100, on: "2026-01-01" }], [])?.gap).toBeNull();
  });

  it("loses no cent, whatever is spread, and leaves no month out", () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }))
      .map(([from, long]) => ({ from: monthsAfter("2020-01-01", from), to: monthsAfter("2020-01-01", from + long) }));
    const movement = fc
      .tuple(stretch, fc.integer({ min: 0, max: 10_000_000_00 }))
      .map(([days, amount]) => ({ ...days, amount }));
    fc.assert(
      fc.property(fc.array(movement, { minLength: 1 }), fc.array(movement), (out, paidIn) => {
        const months = cashPlan(0, out, paidIn)?.months ?? [];
        const sum = (of: readonly { readonly amount: number }[]) => of.reduce((all, { amount }) => all + amount, 0);
        expect(months.reduce((all, month) => all + month.out, 0)).toBe(sum(out));
        expect(months.reduce((all, month) => all + month.in, 0)).toBe(sum(paidIn));
        expect(months.at(-1)?.balance).toBe(sum(paidIn) - sum(out));
        const [first = "", last = ""] = [months[0]?.month, months.at(-1)?.month];
        expect(months.map(({ month }) => month)).toEqual(monthsBetween(first, last));
      }),
    );
  });

  it("counts months over the years", () => {
    expect(monthsAfter("2026-11-30", 3)).toBe("2027-02-01");
    expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  });
});
