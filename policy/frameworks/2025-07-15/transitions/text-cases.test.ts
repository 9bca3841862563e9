import { describe, expect, it } from "vitest";
import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { CostFacts } from "./facts.ts";
import { assess, common, costing, lineOf, lines, sound, statusOf, withProject } from "./reading.fixture.ts";

const money = (facts: Parameters<typeof assess>[0]) => {
  const { aid, sources, eligibleCosts, ownContribution } = assess(facts).funding;
  return { aid, esf: sources.find(({ source }) => source === "esf")?.amount, eligibleCosts, ownContribution };
};
const staffOf = (change: CostFacts): CostFacts => ({ ...lines.staff, timeShare: null, ...change });

describe("what the text says in figures", () => {
  it("T11: 100 000 € are 20 000 of the Region, 60 000 of the ESF+, 20 000 from elsewhere", () => {
    expect(money(sound)).toEqual({
      aid: euros(20_000),
      esf: euros(60_000),
      eligibleCosts: euros(100_000),
      ownContribution: euros(20_000),
    });
  });

  it.each([
    [2_500_000, 0.6, 1_500_000, "met"],
    [2_499_999, 0.6, 1_499_999, "not-met"],
    [3_000_000, 0.5, 1_500_000, "met"],
    [2_400_000, 0.6, 1_440_000, "not-met"],
  ])("T12, T13: %i cents at %d are %i of ESF+, EL-9 %s", (amount, requestedEsfRate, esf, status) => {
    const facts = { ...costing({ ...lines.staff, amount: cents(amount) }), requestedEsfRate };
    expect(money(facts).esf).toBe(esf);
    expect(statusOf(facts, "EL-9")).toBe(status);
  });

  it.each([
    ["2024-12-31", "not-eligible"],
    ["2025-01-01", "eligible"],
    ["2027-12-31", "eligible"],
    ["2028-01-01", "not-eligible"],
  ])("T14: paid on %s is %s", (paidOn, status) => {
    expect(lineOf({ ...lines.external, paidOn: day(paidOn) })?.status).toBe(status);
  });

  it("T14: a payment in time does not save a service rendered after the end (D-34)", () => {
    const late = { ...lines.external, servedTo: day("2027-04-01"), paidOn: day("2027-12-31") };
    expect(lineOf(late)?.status).toBe("not-eligible");
    expect(lineOf(late, sound, { "D-34": "alternative" })?.status).toBe("eligible");
  });

  it.each([
    ["a place told alone", { commune: "75056" }, "not-met"],
    ["several places", { commune: "75056", communes: ["75056", "14118"] }, "met"],
    ["several places, all outside", { commune: "75056", communes: ["75056"] }, "not-met"],
    ["several places alone", { commune: null, communes: ["75056", "14118"] }, "met"],
    ["another place", { commune: "75056", places: [{ commune: "14118" }] }, "met"],
    ["another place, outside too", { commune: "75056", places: [{ commune: "35238" }] }, "not-met"],
    ["another place, not told yet", { commune: "75056", places: [{ commune: null }] }, "unknown"],
    ["no other place", { commune: "75056", places: [] }, "not-met"],
    ["nothing", { commune: null }, "unknown"],
  ] as const)("TR-2, D-12: %s", (_, project, status) => {
    expect(statusOf(withProject(project), "TR-2")).toBe(status);
  });

  it.each([
    ["2027-06-29", "met"],
    ["2027-06-30", "to-assess"],
    ["2027-07-01", "not-met"],
  ])("T15: an end on %s is %s", (endsOn, status) => {
    expect(statusOf(withProject({ endsOn: day(endsOn) }), "TR-7")).toBe(status);
  });

  it.each([
    [160.7, 1_607, "to-assess"],
    [160.71, 1_607, "eligible"],
    [160.69, 1_607, "not-eligible"],
    [80, 800, "to-assess"],
    [80.01, 800, "eligible"],
    [160.7, 1_608, "not-eligible"],
  ])("T16, T17: %d h of the person's own %d h is %s", (hours, ownHours, status) => {
    expect(lineOf(staffOf({ hours, ownHours }))?.status).toBe(status);
  });

  it("hours win over a share that says otherwise", () => {
    expect(lineOf(staffOf({ hours: 10, ownHours: 1_607, timeShare: 0.5 }))?.status).toBe("not-eligible");
    expect(lineOf(staffOf({ hours: 800, ownHours: 1_607, timeShare: 0.01 }))?.status).toBe("eligible");
  });

  it("counts all the tasks of a person, face to face too, whose own lines are refused", () => {
    const at = (hours: number, activity: CostFacts["activity"]) =>
      staffOf({ person: "A", hours, ownHours: 1_607, ...(activity == null ? {} : { activity }) });
    const { costs } = assess(costing(at(80.35, "engineering"), at(80.36, "teaching")));
    expect(costs.map(({ status }) => status)).toEqual(["eligible", "not-eligible"]);
    const { costs: exactly } = assess(costing(at(80.35, "engineering"), at(80.35, "teaching")));
    expect(exactly.map(({ status }) => status)).toEqual(["to-assess", "not-eligible"]);
  });

  it("T18: the pay of a partner's employee is refused as direct staff", () => {
    const line = lineOf({ ...lines.staff, employer: "other" });
    expect(line?.status).toBe("not-eligible");
    expect(line?.reason).toContain("payée par une autre structure");
  });

  it.each([
    [{ hours: 160.69, ownHours: 1_607 }, "not-eligible"],
    [{ hours: 160.7, ownHours: 1_607 }, "to-assess"],
    [{ hours: 160.71, ownHours: 1_607 }, "eligible"],
    [{ hours: 800, ownHours: 1_607, employer: "other" as const }, "not-eligible"],
    [{ hours: 800, ownHours: 1_607, activity: "teaching" as const }, "not-eligible"],
  ])("T19: mission costs follow the person they are for: %j", (time, status) => {
    const mission: CostFacts = { heading: "operating", amount: euros(300), bornBy: "lead", missionOf: "A" };
    const { costs } = assess(costing(staffOf({ person: "A", ...time }), mission));
    expect(costs[1]?.status).toBe(status);
  });

  it("T19: mission costs of somebody absent from the staff heading are refused", () => {
    expect(lineOf({ heading: "operating", amount: euros(300), bornBy: "lead", missionOf: "B" })?.status).toBe(
      "not-eligible",
    );
  });

  it("T20: an agreement in force on the day of filing is too late; the day before is in time (D-46)", () => {
    expect(statusOf(common("2026-01-14"), "TR-15")).toBe("met");
    expect(statusOf(common("2026-01-15"), "TR-15")).toBe("not-met");
    expect(statusOf(common("2026-01-15"), "TR-15", { "D-46": "alternative" })).toBe("met");
    expect(assess(common("2026-01-15")).doubts.map(({ id }) => id)).toContain("D-46");
  });

  it("T20: its last signature precedes the day of filing too", () => {
    const signed = (last: string) => {
      const facts = common("2026-01-14");
      const partners = facts.partners?.map((one, at) => ({
        ...one,
        agreementSignedOn: day(at === 1 ? last : "2026-01-10"),
      }));
      return { ...facts, partners };
    };
    expect(statusOf(signed("2026-01-14"), "TR-15")).toBe("met");
    expect(statusOf(signed("2026-01-15"), "TR-15")).toBe("not-met");
    expect(statusOf(signed("2026-01-15"), "TR-15", { "D-46": "alternative" })).toBe("met");
    expect(assess(signed("2026-01-15")).doubts.map(({ id }) => id)).toContain("D-46");
    const reason = assess(signed("2026-01-15")).criteria.find(({ id }) => id === "TR-15")?.reason;
    expect(reason).toContain("dernière signature");
  });

  it("T21: maintenance counts for its days inside the operation, truncated to the cent (D-39)", () => {
    const maintenance: CostFacts = {
      ...lines.external,
      isMaintenance: true,
      isMaintenanceOutsidePeriod: null,
      amount: euros(3_650),
      servedFrom: day("2026-12-01"),
      servedTo: day("2027-11-30"),
    };
    const line = lineOf(maintenance);
    expect(line).toMatchObject({ status: "eligible", eligible: euros(1_210) });
    expect(line?.reason).toMatch(/121.jours dans l’opération, sur 365/);
    expect(lineOf(maintenance, sound, { "D-39": "alternative" })?.status).toBe("not-eligible");
    const after = { ...maintenance, servedFrom: day("2027-04-01") };
    expect(lineOf(after)).toMatchObject({ status: "not-eligible", eligible: 0 });
  });
});

describe("who pays what", () => {
  const esf = (facts: Parameters<typeof assess>[0]) => money(facts).esf;

  it("lowers the European share first where public money would exceed the costs", () => {
    expect(money({ ...sound, otherPublicFunding: euros(30_000) })).toMatchObject({
      aid: euros(20_000),
      esf: euros(50_000),
      ownContribution: euros(0),
    });
    expect(money({ ...sound, otherPublicFunding: euros(90_000) })).toMatchObject({ aid: euros(10_000), esf: 0 });
    expect(money({ ...sound, otherPublicFunding: euros(150_000) })).toMatchObject({ aid: 0, esf: 0 });
  });

  it("never lets a contribution in kind raise the aid above the costs in money", () => {
    const { aid, esf: europe } = money(costing(lines.staff, { ...lines.inKind, amount: euros(80_000) }));
    expect((aid ?? 0) + (europe ?? 0)).toBe(euros(80_000));
  });

  it("asks no more of Europe than its rate", () => {
    const facts = { ...sound, requestedEsfRate: 0.600001 };
    expect(esf(facts)).toBe(euros(60_000));
    expect(statusOf(facts, "TR-5")).toBe("not-met");
  });

  it.each([
    ["7-direct", 10_700_000],
    ["15-staff", 11_200_000],
    ["40-staff", 11_200_000],
    ["20-direct", 2_400_000],
    ["key", 10_300_000],
    [null, 10_300_000],
  ] as const)("reckons the cost option %s by its own matrix (D-41)", (costOption, eligible) => {
    const facts = { ...costing(lines.staff, lines.external, lines.indirect), costOption };
    expect(money(facts).eligibleCosts).toBe(eligible);
  });

  it("counts the VAT that nobody gives back, and no other (D-42)", () => {
    const vat = { vat: euros(4_000) };
    expect(lineOf({ ...lines.external, ...vat, vatRecoverable: false })?.eligible).toBe(euros(24_000));
    expect(lineOf({ ...lines.external, ...vat, vatRecoverable: true })?.eligible).toBe(euros(20_000));
    expect(lineOf({ ...lines.external, ...vat })?.eligible).toBe(euros(20_000));
    const taxed = costing(lines.staff, { ...lines.external, ...vat, vatRecoverable: false });
    const doubt = assess(taxed).doubts.find(({ id }) => id === "D-42");
    expect(doubt?.effect).toEqual({ default: euros(20_800), alternative: euros(20_000) });
  });

  it("keeps apart what is to assess: the minimum of ESF+ is then for a person to judge", () => {
    const facts = costing(
      { ...lines.staff, amount: euros(20_000) },
      { ...lines.staff, amount: euros(10_000), timeShare: 0.1 },
    );
    expect(statusOf(facts, "EL-9")).toBe("to-assess");
    expect(money(facts).eligibleCosts).toBe(euros(20_000));
  });
});
