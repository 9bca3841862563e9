import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isWorkingDay, workingDaysAfter } from "./working-days.ts";

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe("working days", () => {
  it.each([
    ["2026-04-06", "Easter Monday"],
    ["2026-05-14", "Ascension"],
    ["2026-05-25", "Whit Monday"],
    ["2027-03-29", "Easter Monday"],
    ["2025-04-21", "Easter Monday"],
    ["2026-12-25", "Christmas"],
    ["2026-11-28", "a Saturday"],
  ])("%s is none: %s", (iso) => {
    expect(isWorkingDay(day(iso), [])).toBe(false);
  });

  it.each([
    ["2026-11-30", 3, "2026-12-03"],
    ["2026-12-23", 3, "2026-12-29"],
    ["2026-04-03", 1, "2026-04-07"],
    ["2026-11-27", 3, "2026-12-02"],
  ])("after %s, %i of them lead to %s", (from, count, until) => {
    expect(workingDaysAfter(day(from), count, []).toString()).toBe(until);
  });

  it("skips the days on which the funder's offices are closed", () => {
    expect(workingDaysAfter(day("2026-11-30"), 3, ["2026-12-01", "2026-12-05"]).toString()).toBe("2026-12-04");
  });
});
