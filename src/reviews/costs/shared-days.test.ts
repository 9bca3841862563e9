import fc from "fast-check";
import { expect, it } from "vitest";
import { equalShares } from "./shared-days.ts";

it("shares halves out to the last, nobody's share apart from another's by more than a half", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30 }), (halves, among) => {
      const shares = equalShares(halves / 2, among);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(halves / 2);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(0.5);
    }),
  );
});
