import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { endOfLegalDay, fixedClock, legalDay, today } from "./clock.ts";

it.each([
  ["2026-03-01T22:59:59Z", "2026-03-01"],
  ["2026-03-01T23:00:00Z", "2026-03-02"],
  // Summer time: midnight in Paris is 22:00 UTC.
  ["2026-07-01T21:59:59Z", "2026-07-01"],
  ["2026-07-01T22:00:00Z", "2026-07-02"],
  // The nights of the change itself: 29 March and 25 October 2026.
  ["2026-03-28T23:00:00Z", "2026-03-29"],
  ["2026-03-29T22:00:00Z", "2026-03-30"],
  ["2026-10-24T22:00:00Z", "2026-10-25"],
  ["2026-10-25T22:59:59Z", "2026-10-25"],
  ["2026-10-25T23:00:00Z", "2026-10-26"],
])("%s is the legal day %s", (instant, day) => {
  expect(legalDay(Temporal.Instant.from(instant)).toString()).toBe(day);
  expect(today(fixedClock(instant)).toString()).toBe(day);
});

it.each([
  ["2026-03-02", "2026-03-02T23:00:00Z"],
  ["2026-03-29", "2026-03-29T22:00:00Z"],
  ["2026-10-25", "2026-10-25T23:00:00Z"],
])("the legal day %s ends at %s", (day, instant) => {
  expect(endOfLegalDay(Temporal.PlainDate.from(day)).toString()).toBe(instant);
});

it("is the same whatever was asked before", () => {
  const instants = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) });
  fc.assert(
    fc.property(fc.array(instants, { minLength: 2 }), (asked) => {
      for (const at of asked.flatMap((one) => [one, one + 3_600_000, one - 1])) {
        const instant = Temporal.Instant.fromEpochMilliseconds(at);
        expect(legalDay(instant).toString()).toBe(instant.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString());
      }
    }),
  );
});
