import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, euros } from "../../../engine/values/money.ts";
import type { ConsultingFacts, PhaseFacts, StructureFacts } from "./facts.ts";
import { computeFunding, fundingRules } from "./funding.ts";

function fund(structures: readonly StructureFacts[], more: ConsultingFacts = { otherPublicFunding: euros(0) }) {
  return computeFunding({ structures, ...more }, fundingRules);
}

function one(phases: readonly PhaseFacts[], structure: StructureFacts = { daysAlreadyFunded: 0 }) {
  const [found] = fund([{ ...structure, phases }]).structures;
  if (found === undefined) throw new Error("no structure");
  const { daysAsked, days, daysRefused, realCost, eligibleCosts, region } = found;
  return { daysAsked, days, daysRefused, realCost, eligibleCosts, region };
}

const nothing = { daysAsked: null, days: null, daysRefused: null, realCost: null, eligibleCosts: null, region: null };
const known: StructureFacts = { daysAlreadyFunded: 0, phases: [{ days: 10, dailyCost: euros(500) }] };
const used: StructureFacts = { daysAlreadyFunded: 25, phases: [{ days: 10 }] };
const unpriced: StructureFacts = { daysAlreadyFunded: 0, phases: [{ days: 10 }] };

describe("amounts where something is unknown", () => {
  it("knows what days and price tell, and no more", () => {
    expect(one([{ days: 3 }])).toEqual({ ...nothing, daysAsked: 3 });
    expect(one([{ dailyCost: euros(500) }])).toEqual(nothing);
    expect(one([{ days: 2, dailyCost: euros(500) }, { dailyCost: euros(500) }])).toEqual(nothing);
    expect(one([{ dailyCost: euros(500) }, { days: 2, dailyCost: euros(500) }])).toEqual(nothing);
    expect(one([])).toEqual(nothing);
  });

  it("counts days that cost nothing for nothing, even unknown", () => {
    expect(one([{ dailyCost: euros(0) }])).toEqual({ ...nothing, realCost: 0, eligibleCosts: 0, region: 0 });
    expect(one([{ days: 0 }])).toEqual({
      daysAsked: 0,
      days: 0,
      daysRefused: 0,
      realCost: 0,
      eligibleCosts: 0,
      region: 0,
    });
  });

  it("pays nothing once the days are used, whatever is asked", () => {
    const none = { days: 0, eligibleCosts: 0, region: 0 };
    expect(one([{ days: 3 }], { daysAlreadyFunded: 25 })).toEqual({
      ...none,
      daysAsked: 3,
      daysRefused: 3,
      realCost: null,
    });
    expect(one([{ dailyCost: euros(9) }], { daysAlreadyFunded: 25 })).toEqual({
      ...none,
      daysAsked: null,
      daysRefused: null,
      realCost: null,
    });
    expect(one([], { daysAlreadyFunded: 25 })).toEqual({ ...none, daysAsked: null, daysRefused: null, realCost: null });
    expect(fund([used], { otherPublicFunding: euros(5) })).toMatchObject({
      aid: 0,
      reduction: 0,
      ownContribution: null,
    });
  });

  it("tells the whole only where every structure is told", () => {
    const figures = fund([known, unpriced]);
    expect(figures).toMatchObject({
      aid: null,
      before: null,
      realCost: null,
      eligibleCosts: null,
      ownContribution: null,
    });
    expect(figures.structures.map((structure) => structure.region)).toEqual([350_000, null]);
    const half = fund([known, used], { otherPublicFunding: euros(5) });
    expect(half).toMatchObject({ before: 350_000, aid: 350_000, reduction: 0, ownContribution: null });
    const beyond = fund([known, used], { otherPublicFunding: euros(1_500.01) });
    expect(beyond).toMatchObject({ before: 350_000, aid: null, reduction: null, ownContribution: null });
    expect(fund([known, used])).toMatchObject({ aid: 350_000, ownContribution: null });
  });

  it("leaves to each structure what is known of it, the least where another may still leave room", () => {
    const of = (other: number, base: "costs" | "own-share" = "costs") =>
      computeFunding(
        { structures: [known, unpriced], otherPublicFunding: euros(other) },
        { ...fundingRules, base },
      ).structures.map((structure) => structure.region);
    expect(of(5)).toEqual([350_000, null]);
    expect(of(1_500)).toEqual([350_000, null]);
    expect(of(2_000)).toEqual([300_000, null]);
    expect(of(9_000)).toEqual([0, null]);
    expect(of(2_000, "own-share")).toEqual([210_000, null]);
  });

  it("is an estimate while what could lower it is unknown", () => {
    const estimate = (
      structure: StructureFacts,
      other: ConsultingFacts["otherPublicFunding"],
      window: "version" | "year" = "version",
    ) => computeFunding({ structures: [structure], otherPublicFunding: other }, { ...fundingRules, window }).hasUnknown;
    expect(estimate(known, euros(0))).toBe(false);
    expect(estimate(known, null)).toBe(true);
    expect(estimate({ ...known, daysAlreadyFunded: null }, euros(0))).toBe(true);
    expect(estimate({ ...known, daysAlreadyFunded: null }, euros(0), "year")).toBe(true);
    expect(estimate({ ...known, daysAlreadyFunded: 3 }, euros(0), "year")).toBe(true);
    expect(estimate({ ...known, daysAlreadyFunded: 3, daysFundedThisYear: 0 }, euros(0), "year")).toBe(false);
    expect(estimate(known, euros(0), "year")).toBe(false);
    expect(fund([], {}).hasUnknown).toBe(true);
    expect(fund([])).toMatchObject({
      structures: [],
      aid: null,
      before: null,
      hasUnknown: false,
      otherPublicFunding: 0,
    });
  });
});

describe("what other public funding takes off", () => {
  const priced = (days: number, cost: number): StructureFacts => ({
    daysAlreadyFunded: 0,
    phases: [{ days, dailyCost: cents(cost) }],
  });

  it("falls on each structure as its aid weighs, to the cent", () => {
    const figures = fund([priced(1, 100), priced(1, 100), priced(1, 100)], { otherPublicFunding: cents(100) });
    expect(figures).toMatchObject({ before: 210, realCost: 300, reduction: 10, aid: 200, ownContribution: 0 });
    expect(figures.structures.map((structure) => structure.region)).toEqual([66, 67, 67]);
  });

  it("spares a structure without aid, and never goes below zero", () => {
    const figures = fund([{ ...priced(1, 100), daysAlreadyFunded: 25 }, priced(1, 100), priced(1, 100)], {
      otherPublicFunding: cents(165),
    });
    expect(figures).toMatchObject({ before: 140, reduction: 5, aid: 135 });
    expect(figures.structures.map((structure) => structure.region)).toEqual([0, 67, 68]);
    const all = fund([priced(1, 100), priced(1, 100)], { otherPublicFunding: cents(500) });
    expect(all).toMatchObject({ reduction: 140, aid: 0, ownContribution: 0 });
    expect(all.structures.map((structure) => structure.region)).toEqual([0, 0]);
  });
});

describe("days in common, counted whole for each", () => {
  const days = (daysAttended: number | null, phases: readonly PhaseFacts[], daysAlreadyFunded = 0) => {
    const rules = { ...fundingRules, sharedDay: "whole" } as const;
    const facts = { daysAreShared: true, structures: [{ daysAttended, phases, daysAlreadyFunded }] };
    return computeFunding(facts, rules).structures[0]?.allowance;
  };
  const ten = [{ days: 10, dailyCost: euros(100) }];

  it("use up the allowance in proportion", () => {
    expect(days(null, ten)).toBe(25);
    expect(days(10, ten)).toBe(25);
    expect(days(5, ten)).toBe(25);
    expect(days(20, ten)).toBe(12.5);
    expect(days(20, ten, 20)).toBe(2.5);
    expect(days(30, ten)).toBe(8);
    expect(days(30, [{ dailyCost: euros(100) }])).toBe(25);
    expect(
      computeFunding({ daysAreShared: true, structures: [{ daysAttended: 30, phases: ten }] }, fundingRules)
        .structures[0]?.allowance,
    ).toBe(25);
  });

  it("are known only where attendance is", () => {
    const region = (daysAreShared: boolean | null, daysAttended: number | null, daysAlreadyFunded = 0) =>
      computeFunding(
        {
          daysAreShared,
          otherPublicFunding: euros(0),
          structures: [{ daysAttended, daysAlreadyFunded, phases: ten }],
        },
        { ...fundingRules, sharedDay: "whole" },
      ).aid;
    expect(region(true, null)).toBeNull();
    expect(region(true, 10)).toBe(70_000);
    expect(region(true, 50)).toBe(35_000);
    expect(region(false, null)).toBe(70_000);
    expect(region(false, 50)).toBe(70_000);
    expect(region(null, null)).toBe(70_000);
    expect(region(true, null, 25)).toBe(0);
  });
});

describe("what each phase costs as it was given", () => {
  const phase = fc.record({
    days: fc.integer({ min: 0, max: 60 }).map((half) => half / 2),
    dailyCost: fc.nat(200_000),
  });

  it("is its days at its price, less than a cent apart, and adds up to the cost of all", () => {
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 25 }), (list, past) => {
        const phases = list.map((one) => ({ days: one.days, dailyCost: cents(one.dailyCost) }));
        const [found] = fund([{ daysAlreadyFunded: past, phases }]).structures;
        const costs = found?.phases.map((one) => one.cost ?? Number.NaN) ?? [];
        expect(costs.reduce((sum, one) => sum + one, 0)).toBe(found?.realCost);
        for (const [at, one] of phases.entries()) {
          expect(Math.abs((costs[at] ?? Number.NaN) - one.days * one.dailyCost)).toBeLessThan(1);
        }
      }),
    );
  });

  it("is truncated like every amount, and told even where another is unknown", () => {
    const costs = (...phases: readonly PhaseFacts[]) =>
      fund([{ daysAlreadyFunded: 0, phases }]).structures[0]?.phases.map((one) => one.cost);
    expect(costs({ days: 0.5, dailyCost: cents(101) })).toEqual([50]);
    expect(costs({ days: 0.5, dailyCost: cents(101) }, { days: 0.5, dailyCost: cents(101) })).toEqual([50, 51]);
    expect(costs({ days: 3 }, { days: 2, dailyCost: euros(1_200) })).toEqual([null, 240_000]);
  });
});

describe("days funded before, counted by civil year", () => {
  const kept = (structure: StructureFacts) =>
    computeFunding(
      { structures: [{ phases: [{ days: 10, dailyCost: euros(1_000) }], ...structure }], otherPublicFunding: euros(0) },
      { ...fundingRules, window: "year" },
    ).aid;

  it("are those of the year of filing alone, with their aid", () => {
    expect(kept({ daysAlreadyFunded: 20, daysFundedThisYear: 20 })).toBe(350_000);
    expect(kept({ daysAlreadyFunded: 20, daysFundedThisYear: 0 })).toBe(700_000);
    expect(kept({ daysAlreadyFunded: 20, daysFundedThisYear: 18 })).toBe(490_000);
    expect(kept({ daysAlreadyFunded: 20, aidAlreadyGranted: euros(17_500), daysFundedThisYear: 5 })).toBe(700_000);
    expect(kept({ daysAlreadyFunded: 20, daysFundedThisYear: 5, aidGrantedThisYear: euros(17_000) })).toBe(50_000);
  });
});

describe("the ceiling on the aid of a day, where what was granted before is not known", () => {
  const aid = (daysAlreadyFunded: number, days: number, aidAlreadyGranted?: number) =>
    computeFunding(
      {
        otherPublicFunding: euros(0),
        structures: [
          {
            daysAlreadyFunded,
            phases: [{ days, dailyCost: euros(1_200) }],
            ...(aidAlreadyGranted === undefined ? null : { aidAlreadyGranted: euros(aidAlreadyGranted) }),
          },
        ],
      },
      { ...fundingRules, ceilingOn: "aid" },
    ).aid;

  it("presumes no price of the days granted before", () => {
    expect(aid(15, 10)).toBeNull();
    expect(aid(15, 10, 10_500)).toBe(700_000);
    expect(aid(15, 10, 9_000)).toBe(840_000);
    expect(aid(15, 2.5)).toBe(210_000);
    expect(aid(0, 20)).toBe(1_680_000);
    expect(aid(25, 10)).toBe(0);
  });
});
