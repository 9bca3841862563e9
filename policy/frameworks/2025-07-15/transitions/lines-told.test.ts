import { describe, expect, it } from "vitest";
import { day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import { staffCostOf } from "./derive.ts";
import type { CostFacts } from "./facts.ts";
import { assess, costing, lineOf, lines, sound } from "./reading.fixture.ts";

describe("what a line of 2.c says beside its amount", () => {
  it("reckons a person's hours from their cost and their own time, to the cent below", () => {
    const person: CostFacts = { heading: "staff", hours: 200, ownHours: 1_607, yearlyCost: euros(45_000) };
    expect(staffCostOf(person)).toBe(560_049);
    expect(staffCostOf({ ...person, ownHours: 0 })).toBeNull();
    expect(staffCostOf({ ...person, hours: null })).toBeNull();
    expect(staffCostOf({ ...person, heading: "external" })).toBeNull();
  });

  it("leaves to a person an amount over those hours (TR-8)", () => {
    const line: CostFacts = { ...lines.staff, hours: 200, ownHours: 1_000, yearlyCost: euros(50_000) };
    expect(lineOf({ ...line, amount: euros(10_000) })?.status).toBe("eligible");
    expect(lineOf({ ...line, amount: cents(1_000_001) })).toMatchObject({
      status: "to-assess",
      rules: ["TR-8-amount"],
      reason: expect.stringContaining("10\u202f000\u00a0€"),
    });
  });

  it("tells the time of a person at the bound as a fraction of their own (D-35)", () => {
    expect(lineOf({ ...lines.staff, hours: 165, ownHours: 1_650 })).toMatchObject({
      status: "to-assess",
      reason: expect.stringMatching(/165 h sur 1\u202f650 h, exactement 10/),
    });
  });

  it("asks when equipment is depreciated, where that is why it is bought (AX2C-33)", () => {
    const bought = { ...lines.equipment, ground: "fully-depreciated" } as const;
    expect(lineOf(bought)).toMatchObject({ status: "to-assess", reason: expect.stringContaining("amortissement") });
    expect(lineOf({ ...bought, depreciatedOn: day("2027-03-31") })?.status).toBe("eligible");
    expect(lineOf({ ...bought, depreciatedOn: day("2027-04-01") })?.status).toBe("not-eligible");
  });

  it("says where the work of a partner may stand instead (D-36)", () => {
    expect(lineOf({ ...lines.external, bornBy: "partner" })?.reason).toContain("apport en nature");
  });

  it("never counts for sure what another fund already pays (D-06)", () => {
    expect(lineOf({ ...lines.external, paidElsewhere: true })).toMatchObject({ status: "to-assess", eligible: 0 });
    expect(lineOf({ ...lines.external, paidElsewhere: false })?.status).toBe("eligible");
  });

  it("adds up the lines of one need, and holds them to the threshold of their day (AX2C-28)", () => {
    const buying = (consultedOn: string, procedure: "none" | "adapted" | null, isBuyer = true) =>
      assess({
        ...costing(
          { ...lines.external, amount: euros(39_000), need: "Films", consultedOn: day(consultedOn), procedure },
          { ...lines.operating, amount: euros(2_000), need: "films ", procedure },
        ),
        procurement: { isBuyer },
      } as Values).costs.map(({ status }) => status);
    expect(buying("2026-03-31", "none")).toEqual(["to-assess", "to-assess"]);
    expect(buying("2026-04-01", "none")).toEqual(["eligible", "eligible"]);
    expect(buying("2026-03-31", "adapted")).toEqual(["eligible", "eligible"]);
    expect(buying("2026-03-31", "none", false)).toEqual(["eligible", "eligible"]);
  });

  it("shows each bound at work", () => {
    const { ceilings } = assess(sound).funding;
    expect(ceilings?.map(({ bound, value, limit }) => [bound, value, limit])).toEqual([
      ["at-most", euros(20_000), euros(20_000)],
      ["at-most", euros(60_000), euros(60_000)],
      ["at-least", euros(60_000), euros(15_000)],
      ["at-most", euros(80_000), euros(100_000)],
    ]);
  });
});
