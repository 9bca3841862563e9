import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Day, day } from "../values/day.ts";
import { cents, euros } from "../values/money.ts";
import { regimeCeiling, regimeStanding } from "./aid-regimes.ts";
import { countedAids, type DeclaredAid, type GrantedAid } from "./counted-aids.ts";

const today = day("2026-09-15");
const addDays = (to: Day, days: number) => day(Temporal.PlainDate.from(to).add({ days }).toString());
const start = day("2022-01-01");
const days = fc.integer({ min: 0, max: 1_800 }).map((after) => addDays(start, after));
const amounts = fc.integer({ min: 100, max: 40_000_000 }).map(cents);
const granted = fc.record({ grantedOn: days, amount: amounts, source: fc.constant("dossier 1") });
const declared = fc.record({ grantedOn: days, amount: amounts, funder: fc.constant("Ailleurs") });
const sum = (aids: readonly { readonly amount: number }[]) => aids.reduce((all, { amount }) => all + amount, 0);

describe("aids counted once", () => {
  it("has each aid granted here, at its own day and amount, whatever is declared", () => {
    fc.assert(
      fc.property(fc.array(declared), fc.array(granted), (theirs, ours) => {
        const counted = countedAids(theirs, ours).filter(({ by }) => by !== "declared");
        expect(sum(counted)).toBe(sum(ours));
      }),
    );
  });

  it("adds nothing for an aid declared that was granted here, in cents or in euros, told some weeks late", () => {
    fc.assert(
      fc.property(fc.array(granted), fc.integer({ min: 0, max: 62 }), (ours, late) => {
        const told = ours.map(({ grantedOn, amount }): DeclaredAid => {
          return { grantedOn: addDays(grantedOn, late), amount: cents(amount - (amount % 100)), funder: "Ici" };
        });
        expect(sum(countedAids(told, ours))).toBe(sum(ours));
      }),
    );
  });

  it("never counts less than the greater of both, nor more than both", () => {
    fc.assert(
      fc.property(fc.array(declared), fc.array(granted), (theirs, ours) => {
        const all = sum(countedAids(theirs, ours));
        expect(all).toBeLessThanOrEqual(sum(theirs) + sum(ours));
        // What is matched differs by less than a euro.
        expect(all).toBeGreaterThan(Math.max(sum(theirs), sum(ours)) - 100 * theirs.length - 1);
      }),
    );
  });

  it("matches one declared with one granted: the same amount twice is two aids", () => {
    const one: GrantedAid = { grantedOn: day("2026-03-03"), amount: euros(10_000), source: "dossier 1" };
    const told = { grantedOn: day("2026-03-20"), amount: euros(10_000), funder: "Région" };
    expect(countedAids([told, told], [one]).map(({ by }) => by)).toEqual(["both", "declared"]);
    expect(countedAids([{ ...told, grantedOn: day("2025-03-20") }], [one])).toHaveLength(2);
    expect(countedAids([{ ...told, amount: null }], [one])).toHaveLength(1);
  });
});

describe("a regime, with what the service granted", () => {
  const one: GrantedAid = { grantedOn: day("2026-03-03"), amount: euros(10_000), source: "dossier 1" };

  it("counts it though nobody declares it, and names it", () => {
    const told = regimeCeiling("de-minimis", null, euros(5_000), today, [one]);
    expect(told).toMatchObject({ value: euros(15_000), counted: [{ source: "dossier 1", by: "service" }] });
  });

  it("forgets it three years after, to the day", () => {
    const had = (on: string) => regimeStanding("de-minimis", [], [one], day(on))?.had;
    expect(had("2029-03-02")).toBe(euros(10_000));
    expect(had("2029-03-03")).toBe(0);
    expect(had("2026-03-02")).toBe(0);
  });

  it("counts those of its window, and none other", () => {
    fc.assert(
      fc.property(fc.array(declared), fc.array(granted), (theirs, ours) => {
        const { counted = [], had = 0 } = regimeStanding("sgei", theirs, ours, today) ?? {};
        expect(had).toBe(sum(counted));
        const isIn = ({ grantedOn }: { readonly grantedOn: Day }) => grantedOn > "2023-09-15" && grantedOn <= today;
        expect(counted.every(isIn)).toBe(true);
        expect(sum(counted.filter(({ by }) => by !== "declared"))).toBe(sum(ours.filter(isIn)));
      }),
    );
  });
});
