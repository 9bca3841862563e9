import { expect, it } from "vitest";
import { day } from "../values/day.ts";
import { euros } from "../values/money.ts";
import { thresholdsOn } from "./procurement.ts";

it.each([
  ["2023-12-31", null, null],
  ["2024-01-01", 40_000, 221_000],
  ["2025-12-31", 40_000, 221_000],
  ["2026-01-01", 40_000, 216_000],
  ["2026-03-31", 40_000, 216_000],
  ["2026-04-01", 60_000, 216_000],
] as const)("a consultation that starts on %s is held to the thresholds of that day", (on, competed, formal) => {
  const found = thresholdsOn(day(on));
  expect(found?.competedFrom ?? null).toBe(competed === null ? null : euros(competed));
  expect(found?.formalFrom ?? null).toBe(formal === null ? null : euros(formal));
});
