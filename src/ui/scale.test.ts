import { describe, expect, it } from "vitest";
import { monthMarks, roundSteps } from "./scale.ts";

describe("the scale of a picture", () => {
  it("goes by round steps, from under the lowest to over the highest, through nothing", () => {
    expect(roundSteps(-7_000_000, 3_000_000, 5)).toEqual([-8, -6, -4, -2, 0, 2, 4].map((one) => one * 1_000_000));
    expect(roundSteps(0, 0, 5)).toContain(0);
    for (let n = 1; n < 400; n += 7) {
      const [low, high] = [-(n ** 3), n ** 2 * 31];
      const steps = roundSteps(low, high, 5);
      expect(steps).toContain(0);
      expect(steps[0]).toBeLessThanOrEqual(low);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(high);
      expect(steps.length).toBeLessThanOrEqual(7);
    }
  });

  it("names every month of a year, some of more, and four at most where there is little room", () => {
    const months = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
      );
    for (const count of [1, 5, 12, 13, 18, 30, 48, 120]) {
      const marks = monthMarks(months(count));
      expect(marks.length).toBeLessThanOrEqual(12);
      expect(marks.filter(({ isRare }) => isRare).length).toBeLessThanOrEqual(4);
      expect(marks[0]).toMatchObject({ month: "2026-01", label: "janv.", beginsYear: true, beginsRareYear: true });
    }
    expect(monthMarks(months(12)).length).toBe(12);
    const years = monthMarks(months(14)).filter(({ beginsYear }) => beginsYear);
    expect(years.map(({ year }) => year)).toEqual(["2026", "2027"]);
    // A year whose January is not named on a narrow screen is said under the month that is.
    const begun = monthMarks(["2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05"]);
    expect(begun.filter(({ beginsRareYear }) => beginsRareYear).map(({ month }) => month)).toEqual([
      "2026-12",
      "2027-02",
    ]);
  });
});
