import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGREEMENT_ABOVE, agreementNeed, yearlyAid } from "./yearly-aid.ts";

const grant = fc.record({
  cents: fc.integer({ min: 0, max: 5_000_000 }),
  grantedOn: fc
    .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
});

describe("the aid of a year", () => {
  it("is the sum of its grants, whatever their order, and each grant counts in one year", () => {
    fc.assert(
      fc.property(fc.array(grant), (grants) => {
        const years = ["2024", "2025", "2026", "2027"].map((year) => yearlyAid(grants, `${year}-06-30`));
        expect(years.flatMap((one) => one.grants)).toHaveLength(grants.length);
        expect(years.reduce((sum, { total }) => sum + total, 0)).toBe(
          grants.reduce((sum, { cents }) => sum + cents, 0),
        );
        expect(yearlyAid(grants.toReversed(), "2025-01-01").total).toBe(yearlyAid(grants, "2025-12-31").total);
      }),
    );
  });

  it("never needs less once more is granted in it, and needs nothing more for what another year brings", () => {
    fc.assert(
      fc.property(fc.array(grant), grant, (grants, more) => {
        const before = agreementNeed(yearlyAid(grants, "2025-06-30"), false);
        const after = agreementNeed(yearlyAid([...grants, more], "2025-06-30"), false);
        if (before !== null || !more.grantedOn.startsWith("2025")) expect(after).toBe(before);
      }),
    );
  });

  it("asks for an agreement above 23 000 €, not at it, split in as many aids as one likes; always where the Union pays", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: AGREEMENT_ABOVE - 1 }), { maxLength: 5 }), (cuts) => {
        const ends = [...new Set(cuts), AGREEMENT_ABOVE].sort((a, b) => a - b);
        const grants = ends.map((end, at) => ({ cents: end - (ends[at - 1] ?? 0), grantedOn: "2026-03-01" }));
        const cent = { cents: 1, grantedOn: "2026-12-31" };
        expect(agreementNeed(yearlyAid(grants, "2026-03-01"), false)).toBeNull();
        expect(agreementNeed(yearlyAid([...grants, cent], "2026-03-01"), false)).toBe("sum");
        expect(agreementNeed(yearlyAid(grants, "2026-03-01"), true)).toBe("union");
      }),
    );
  });
});
