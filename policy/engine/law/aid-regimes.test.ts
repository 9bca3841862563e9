import { describe, expect, it } from "vitest";
import { day } from "../values/day.ts";
import { euros } from "../values/money.ts";
import { receivedIn, regimeCeiling } from "./aid-regimes.ts";

const today = day("2026-09-15");
const had = (grantedOn: string, amount: number) => ({ grantedOn: day(grantedOn), amount: euros(amount), funder: null });

describe("a regime of State aid", () => {
  it("counts the aids of three years, day to day, and the one asked for", () => {
    const received = [had("2023-09-15", 100_000), had("2023-09-16", 50_000), had("2026-09-15", 1_000)];
    expect(regimeCeiling("de-minimis", received, euros(20_000), today)).toMatchObject({
      value: euros(71_000),
      limit: euros(300_000),
      bound: "at-most",
    });
  });

  it("has its own bound for a service of general economic interest", () => {
    expect(regimeCeiling("sgei", [], euros(1), today)).toMatchObject({ value: euros(1), limit: euros(750_000) });
  });

  it("bounds nothing where the call names another one", () => {
    for (const name of ["none", "other", "toString"]) expect(regimeCeiling(name, [], euros(1), today)).toBeNull();
  });

  it("stays open as long as an aid is not wholly told", () => {
    const told = [
      null,
      [{ grantedOn: null, amount: euros(5), funder: null }],
      [{ grantedOn: today, amount: null, funder: null }],
    ];
    for (const received of told)
      expect(regimeCeiling("de-minimis", received, euros(1), today)).toMatchObject({ value: null });
    expect(regimeCeiling("de-minimis", [], null, today)).toMatchObject({ value: null });
  });

  it("reads what a form lists", () => {
    expect(receivedIn({ aids: { had: [{ grantedOn: "2026-01-02", amount: 5 }] } }, ["aids", "had"])).toEqual([
      { grantedOn: "2026-01-02", amount: 5, funder: null },
    ]);
    expect(receivedIn({}, ["aids"])).toBeNull();
  });
});
