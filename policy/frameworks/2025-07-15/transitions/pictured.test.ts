import { describe, expect, it } from "vitest";
import { euros } from "../../../engine/values/money.ts";
import { pictured } from "./pictured.ts";
import { assess, sound } from "./reading.fixture.ts";

const answers = {
  ...sound,
  project: { ...sound.project, startsOn: "2026-09-01", endsOn: "2027-03-31", places: [{ commune: "75056" }] },
  phases: [
    { title: "Écrire", startsOn: "2026-09-01", endsOn: "2026-12-31" },
    { title: "Sans fin", startsOn: "2027-01-01" },
    { startsOn: "2027-01-01", endsOn: "2027-03-31" },
  ],
  cashAtStart: euros(30_000),
};
const funding = assess(sound).funding;

describe("what is drawn of a project of 2.c", () => {
  it("is its phases that have both days, in order", () => {
    expect(pictured.calendar(answers)).toEqual([
      { label: "Écrire", from: "2026-09-01", to: "2026-12-31" },
      { label: "Phase 3", from: "2027-01-01", to: "2027-03-31" },
    ]);
  });

  it("is every place, the first and the others", () => {
    expect(pictured.places(answers)).toEqual(["76540", "75056"]);
  });

  it("is the cash by month: costs over the project, aids after it, in kind nowhere", () => {
    const plan = pictured.cash?.(answers, funding);
    expect(plan?.months.reduce((sum, { out }) => sum + out, 0)).toBe(euros(100_000));
    expect(plan?.gap).toEqual({ month: "2027-03", amount: euros(70_000) });
    expect(plan?.months.find(({ month }) => month === "2027-06")?.in).toBe(funding.aid);
    expect(plan?.months.at(-1)).toMatchObject({ month: "2027-09", in: euros(60_000) });
    const told = pictured.cash?.({ ...answers, esfPaidOn: "2027-01-15" }, funding);
    expect(told?.months.find(({ month }) => month === "2027-01")?.in).toBe(euros(60_000));
    expect(pictured.cash?.({ ...answers, costs: [{ heading: "in-kind", amount: euros(5) }] }, funding)).toBeNull();
  });
});
