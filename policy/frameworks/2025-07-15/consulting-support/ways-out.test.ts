import { describe, expect, it } from "vitest";
import { type AskedHere, questionsOf, visibilityOf } from "../../../engine/questions/answers.ts";
import { unmetIn } from "../../../engine/questions/unmet.ts";
import { day } from "../../../engine/values/day.ts";
import { assess } from "./assessing.fixture.ts";
import { rows, sound, together, withProvider, withStructure } from "./boundaries.fixture.ts";
import type { ConsultingFacts } from "./facts.ts";
import { form, simulatorForm } from "./form.ts";
import { evaluate } from "./reading.fixture.ts";

/** Where a form tells a condition that these facts do not meet: the paths, by criterion. */
function placesIn(asked: typeof form, facts: ConsultingFacts) {
  const shown = questionsOf(asked, facts).filter(({ question, at }) => visibilityOf(question, facts, at) !== "not-met");
  return unmetIn(assess(facts).criteria, shown).map(({ criterion, asked: found }) => [criterion.id, pathsOf(found)]);
}

function pathsOf(found: readonly AskedHere[]): readonly string[] {
  return found.map((one) => one.path);
}

describe("a condition not met", () => {
  it.each(rows)("$name: says what can change it, and nothing where it is met", (row) => {
    const closedDoubts = row.closed ?? {};
    for (const { status, waysOut } of evaluate(row.facts, { today: day(row.today ?? "2026-03-02"), closedDoubts })
      .criteria) {
      if (status === "not-met") expect(waysOut?.length).toBeGreaterThan(0);
      else expect(waysOut).toBeUndefined();
    }
  });

  const nobody = { servesJobSeekers: false, plansToServeJobSeekers: false };
  const cases: readonly (readonly [ConsultingFacts, string, readonly string[]])[] = [
    [withStructure({ headcount: 5 }), "CS-4", ["structures.0.headcount"]],
    [withStructure({ headcount: null, headcountBand: "02" }), "CS-4", ["structures.0.headcount"]],
    [withStructure({ commune: "35238" }), "CS-2", ["structures.0.commune"]],
    [withStructure({ mainActivityIsTraining: false }), "CS-3", ["structures.0.mainActivityIsTraining"]],
    [withStructure(nobody), "CS-5", ["structures.0.plansToServeJobSeekers"]],
    [together({}, { headcount: 3 }), "CS-4", ["structures.1.headcount"]],
    [{ ...together({}, {}), route: "individual" }, "CS-6", ["route"]],
    [withProvider({ createdOn: day("2025-01-01") }), "CS-11", ["provider.createdOn"]],
    [
      withProvider({ consultants: [{ yearsOfExperience: 1 }, { yearsOfExperience: 9 }, { yearsOfExperience: 0 }] }),
      "CS-12",
      ["provider.consultants.0.yearsOfExperience", "provider.consultants.2.yearsOfExperience"],
    ],
    [withProvider({ subcontracts: true }), "CS-15", ["provider.subcontracts"]],
    [withProvider({ partnerBody: "uncontracted" }), "CS-15", ["provider.partnerBody"]],
    [withProvider({ providesDeliverables: false }), "CS-17", ["provider.providesDeliverables"]],
  ];

  it.each(cases)("is told at the very question, in the form and in the simulator: %#", (facts, criterion, paths) => {
    for (const asked of [form, simulatorForm]) expect(placesIn(asked, facts)).toEqual([[criterion, paths]]);
  });

  it("is told of nobody who meets them all", () => {
    expect(placesIn(form, sound)).toEqual([]);
  });
});
