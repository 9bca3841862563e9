import fc from "fast-check";
import { expect, it } from "vitest";
import { type Assessor, proposeAssessors, type ToAssess } from "./propose.ts";

const file = (id: string, over: Partial<ToAssess> = {}): ToAssess => ({
  id,
  topics: [],
  parties: [],
  known: [],
  lacks: 2,
  ...over,
});
const assessor = (id: string, over: Partial<Assessor> = {}): Assessor => ({
  id,
  specialities: [],
  interests: [],
  load: 0,
  ...over,
});

it("gives to the least loaded, then to who knows the subject", () => {
  const people = [assessor("a", { load: 3 }), assessor("b"), assessor("c", { specialities: ["digital"] })];
  expect(proposeAssessors([file("f", { topics: ["digital"], lacks: 1 })], people)).toEqual([
    { file: "f", assessor: "c" },
  ]);
  expect(proposeAssessors([file("f", { lacks: 3 })], people).map((one) => one.assessor)).toEqual(["b", "c", "a"]);
});

it("serves first the file that fewest people may take", () => {
  const people = [assessor("a"), assessor("b", { interests: ["1"] })];
  const files = [file("easy", { lacks: 1 }), file("hard", { parties: ["1"], lacks: 1 })];
  expect(proposeAssessors(files, people)).toEqual([
    { file: "hard", assessor: "a" },
    { file: "easy", assessor: "b" },
  ]);
});

it("never gives a file twice to one, nor to who has an interest or left it, nor more than it lacks", () => {
  const sirens = fc.subarray(["1", "2", "3"]);
  const files = fc.array(fc.record({ parties: sirens, known: fc.subarray(["p0", "p1"]), lacks: fc.nat(3) }), {
    maxLength: 8,
  });
  const people = fc.array(sirens, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(files, people, (all, interests) => {
      const named = all.map((one, at) => file(`f${at}`, one));
      const who = interests.map((some, at) => assessor(`p${at}`, { interests: some }));
      const given = proposeAssessors(named, who);
      expect(new Set(given.map((one) => `${one.file} ${one.assessor}`)).size).toBe(given.length);
      for (const one of named) {
        const its = given.filter((each) => each.file === one.id).map((each) => each.assessor);
        expect(its.length).toBeLessThanOrEqual(one.lacks);
        for (const id of its) {
          expect(one.known).not.toContain(id);
          expect(who.find((each) => each.id === id)?.interests.some((siren) => one.parties.includes(siren))).toBe(
            false,
          );
        }
      }
    }),
  );
});
