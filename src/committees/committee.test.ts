import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SKIPPED_HOUR } from "#src/platform/legal-time.ts";
import {
  type Attendance,
  isReached,
  isSeated,
  PRESENCES,
  quorumOf,
  SEAT_ROLES,
  type Seat,
  voicesOn,
} from "./committee.ts";
import { readStart } from "./forms.ts";

function seat(id: string, role: Seat["role"] = "member"): Seat {
  return {
    id,
    personId: null,
    name: id,
    email: "",
    body: id,
    college: "",
    role,
    fromOn: "2026-01-01",
    untilOn: null,
    nameIsPublic: false,
  };
}

const present = (memberId: string): Attendance => ({ memberId, presence: "present", representedBy: null });
const represented = (memberId: string, representedBy: string): Attendance => ({
  memberId,
  presence: "represented",
  representedBy,
});

describe("the quorum", () => {
  const seats = [seat("a"), seat("b"), seat("c"), seat("d", "guest")];

  it("counts the seats that vote, in person or by another, and rounds what it takes up", () => {
    const quorum = quorumOf(seats, [present("a"), represented("b", "a"), present("d")], 50);
    expect(quorum).toEqual({ seats: 3, held: 2, needed: 2 });
    expect(isReached(quorum)).toBe(true);
  });

  it("is never reached by an empty room, even where none is asked", () => {
    expect(isReached(quorumOf(seats, [], 0))).toBe(false);
  });

  it("an interest silences a voice, and those that this person carries", () => {
    const attendance = [present("a"), represented("b", "a"), present("c")];
    expect(voicesOn(seats, attendance, [])).toBe(3);
    expect(voicesOn(seats, attendance, [{ memberId: "a", reason: "x" }])).toBe(1);
    expect(voicesOn(seats, attendance, [{ memberId: "b", reason: "x" }])).toBe(2);
  });

  it("never counts more voices than seats held, nor more seats held than seats", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const attendances = fc.uniqueArray(
      fc.record({
        memberId: fc.constantFrom(...ids),
        presence: fc.constantFrom(...PRESENCES),
        representedBy: fc.constantFrom(...ids),
      }),
      { selector: (one) => one.memberId },
    );
    const roles = fc.array(fc.constantFrom(...SEAT_ROLES), { minLength: 5, maxLength: 5 });
    const interests = fc.uniqueArray(fc.constantFrom(...ids));
    fc.assert(
      fc.property(
        attendances,
        roles,
        interests,
        fc.integer({ min: 0, max: 100 }),
        (attendance, role, barred, percent) => {
          const all = ids.map((id, index) => seat(id, role[index]));
          const quorum = quorumOf(all, attendance, percent);
          expect(quorum.held).toBeLessThanOrEqual(quorum.seats);
          expect(quorum.needed).toBeLessThanOrEqual(quorum.seats);
          const voices = voicesOn(
            all,
            attendance,
            barred.map((memberId) => ({ memberId, reason: "x" })),
          );
          expect(voices).toBeLessThanOrEqual(quorum.held);
        },
      ),
    );
  });
});

it("a mandate runs from its first day to its last", () => {
  const mandate = { fromOn: "2026-01-01", untilOn: "2026-12-31" };
  expect(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map((on) => isSeated(mandate, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it("a meeting is not planned at an hour that the change of clocks skips", () => {
  const wrongIn = (day: string, time: string) => {
    const errors = new Map<string, string>();
    readStart({ day, time }, errors);
    return [...errors];
  };
  expect(wrongIn("2027-03-28", "2 h 30")).toEqual([["time", SKIPPED_HOUR]]);
  for (const time of ["1 h 59", "3 h", "14 h 30"]) expect(wrongIn("2027-03-28", time)).toEqual([]);
  // Met twice in October, it is a time all the same.
  expect(wrongIn("2027-10-31", "2 h 30")).toEqual([]);
});
