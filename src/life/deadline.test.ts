import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  endedClock,
  implicitRefusalDay,
  type RefusalClock,
  resumeClock,
  runningEnd,
  shownDeadline,
  startClock,
  suspendClock,
} from "./deadline.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("the two months after which silence refuses", () => {
  it.each([
    ["2026-03-10T09:00:00Z", "2026-05-10"],
    ["2025-12-31T09:00:00Z", "2026-02-28"],
    ["2027-12-31T09:00:00Z", "2028-02-29"],
    ["2026-06-30T09:00:00Z", "2026-08-30"],
    // 23:30 in Paris is still the 28th; half an hour later it is the 1st.
    ["2026-02-28T22:30:00Z", "2026-04-28"],
    ["2026-02-28T23:00:00Z", "2026-05-01"],
    // Summer time: 22:30 UTC is already the next day in Paris from 29 March 2026.
    ["2026-03-28T22:59:00Z", "2026-05-28"],
    ["2026-03-29T22:00:00Z", "2026-05-30"],
    ["2026-10-25T22:30:00Z", "2026-12-25"],
    ["2026-10-24T22:00:00Z", "2026-12-25"],
  ])("received at %s, refused by silence on %s", (receivedAt, expected) => {
    expect(implicitRefusalDay(Temporal.Instant.from(receivedAt)).toString()).toBe(expected);
  });
});

describe("the clock of the implicit refusal", () => {
  const started = startClock(Temporal.Instant.from("2026-03-10T09:00:00Z"));

  it("moves its end by the days that a stop lasted", () => {
    const stopped = suspendClock(started, day("2026-03-20"), day("2026-04-20"));
    expect(stopped).toEqual({
      implicitRefusalOn: "2026-05-10",
      suspendedOn: "2026-03-20",
      suspendedUntil: "2026-04-20",
    });
    expect(resumeClock(stopped, day("2026-03-30"))).toEqual({
      implicitRefusalOn: "2026-05-20",
      suspendedOn: null,
      suspendedUntil: null,
    });
  });

  it("does not count beyond the delay that was given", () => {
    const stopped = suspendClock(started, day("2026-03-20"), day("2026-03-30"));
    expect(resumeClock(stopped, day("2026-06-01")).implicitRefusalOn).toBe("2026-05-20");
  });

  it("does not move for an answer on the same day", () => {
    const stopped = suspendClock(started, day("2026-03-20"), day("2026-03-30"));
    expect(resumeClock(stopped, day("2026-03-20")).implicitRefusalOn).toBe("2026-05-10");
  });

  it("adds stops one after the other", () => {
    let clock: RefusalClock = suspendClock(started, day("2026-03-20"), day("2026-03-30"));
    clock = suspendClock(resumeClock(clock, day("2026-03-25")), day("2026-04-01"), day("2026-04-11"));
    expect(resumeClock(clock, day("2026-04-11")).implicitRefusalOn).toBe("2026-05-25");
  });

  it("tells no end while it is stopped, and the moved one once the delay has run out", () => {
    const stopped = suspendClock(started, day("2026-03-20"), day("2026-03-30"));
    expect(runningEnd(stopped, day("2026-03-30"))).toBeNull();
    expect(runningEnd(stopped, day("2026-03-31"))).toBe("2026-05-20");
    expect(runningEnd(started, day("2026-03-31"))).toBe("2026-05-10");
  });

  it("shows both sides one day: the end that runs, or that of the answer awaited", () => {
    const stopped = suspendClock(started, day("2026-03-20"), day("2026-03-30"));
    expect(shownDeadline(started, day("2026-03-20"))).toEqual({ day: "2026-05-10", paused: false, over: false });
    expect(shownDeadline(stopped, day("2026-03-30"))).toEqual({ day: "2026-03-30", paused: true, over: false });
    expect(shownDeadline(stopped, day("2026-03-31"))).toEqual({ day: "2026-05-20", paused: false, over: false });
    expect(shownDeadline(endedClock, day("2026-03-31"))).toBeNull();
  });

  it("says that silence has refused once the day has ended, not before, and never while the clock is stopped", () => {
    const over = (clock: RefusalClock, on: string) => shownDeadline(clock, day(on))?.over;
    expect(over(started, "2026-05-10")).toBe(false);
    expect(over(started, "2026-05-11")).toBe(true);
    const stopped = suspendClock(started, day("2026-05-05"), day("2026-05-20"));
    expect(over(stopped, "2026-05-12")).toBe(false);
    expect(over(stopped, "2026-05-25")).toBe(false);
    expect(over(stopped, "2026-05-26")).toBe(true);
  });

  it("crosses the change of summer time by days, not by hours", () => {
    const stopped = suspendClock(started, day("2026-03-28"), day("2026-04-28"));
    expect(resumeClock(stopped, day("2026-03-30")).implicitRefusalOn).toBe("2026-05-12");
  });
});

it("is late no more once a committee decided by its day, and late where it decided after", () => {
  const clock = { implicitRefusalOn: "2026-05-10", suspendedOn: null, suspendedUntil: null };
  const today = Temporal.PlainDate.from("2026-05-20");
  const shown = (committeeDecidedOn: string | null) => shownDeadline({ ...clock, committeeDecidedOn }, today);
  expect(shown("2026-05-10")).toMatchObject({ over: false, decided: true });
  expect(shown("2026-05-11")).toEqual({ day: "2026-05-10", paused: false, over: true });
  expect(shown(null)).toEqual({ day: "2026-05-10", paused: false, over: true });
});
