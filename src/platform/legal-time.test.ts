import { expect, it } from "vitest";
import { readTime } from "./legal-time.ts";

it("reads an hour as people write it", () => {
  const read = (typed: string) => readTime(typed)?.toString({ smallestUnit: "minute" }) ?? null;
  expect(["14 h 30", "14:30", "9h", "09h05", "9", "14 heures", " 14\u00a0h\u202f30 "].map(read)).toEqual([
    "14:30",
    "14:30",
    "09:00",
    "09:05",
    "09:00",
    "14:00",
    "14:30",
  ]);
  expect(["25 h", "14 h 60", "midi", "", "h30", "1430"].map(read)).toEqual([null, null, null, null, null, null]);
});
