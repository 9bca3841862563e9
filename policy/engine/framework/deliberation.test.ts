import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, dayOf } from "../values/day.ts";
import { type Deliberation, inForceFrom, isForceKnown, sayDeliberation } from "./deliberation.ts";

const vote: Deliberation = {
  number: null,
  assembly: "Commission permanente",
  votedOn: day("2025-07-15"),
  transmittedOn: null,
  publishedOn: null,
};
const days = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => dayOf(year, month, date) ?? day("2020-01-01"));

describe("the day in force (D-01)", () => {
  it("is the later of transmission and publication", () => {
    const transmittedOn = day("2025-07-18");
    expect(inForceFrom({ ...vote, transmittedOn, publishedOn: day("2025-07-22") })).toBe("2025-07-22");
    expect(inForceFrom({ ...vote, transmittedOn, publishedOn: day("2025-07-16") })).toBe("2025-07-18");
  });

  it("is the vote's while either is unknown, and says so", () => {
    for (const known of [{}, { transmittedOn: day("2025-07-18") }, { publishedOn: day("2025-07-18") }]) {
      expect(inForceFrom({ ...vote, ...known })).toBe("2025-07-15");
      expect(isForceKnown({ ...vote, ...known })).toBe(false);
    }
  });

  it("never comes before either act", () => {
    fc.assert(
      fc.property(days, days, (transmittedOn, publishedOn) => {
        const from = inForceFrom({ ...vote, transmittedOn, publishedOn });
        expect(from >= transmittedOn && from >= publishedOn).toBe(true);
        expect([transmittedOn, publishedOn]).toContain(from);
      }),
    );
  });
});

it("is cited with its number once that is known, never with an invented one", () => {
  expect(sayDeliberation(vote)).toBe("");
  expect(sayDeliberation({ ...vote, number: "25-07-31" })).toBe(", délibération nº\u00a025-07-31");
});
