import fc from "fast-check";
import { expect, it } from "vitest";
import { planOf } from "./funding-plan.ts";

it("leaves to the beneficiary what nobody else pays of what is presented, never of what is eligible", () => {
  const costs = { presented: 2_000_000, eligible: 1_500_000, other: 150_000 };
  expect(planOf(costs, 1_050_000)).toEqual({ ...costs, aid: 1_050_000, own: 800_000, rate: 7000 });
  expect(planOf({ presented: 100_000, eligible: 0, other: 200_000 }, 0)).toMatchObject({ own: 0, rate: 0 });
});

it("rounds its rate up: of the eligible cost, it reaches the aid", () => {
  const cents = fc.integer({ min: 1, max: 100_000_000 });
  fc.assert(
    fc.property(cents, cents, (eligible, aid) => {
      const { rate } = planOf({ presented: eligible, eligible, other: 0 }, aid);
      expect(rate * eligible).toBeGreaterThanOrEqual(aid * 10_000);
      expect((rate - 1) * eligible).toBeLessThan(aid * 10_000);
    }),
  );
});
