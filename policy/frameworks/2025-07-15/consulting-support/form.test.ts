import { describe, expect, it } from "vitest";
import { factsOf } from "../../../engine/rules/reads.ts";
import { fieldAt, type RecordOf } from "../../../engine/values/field.ts";
import { answers as declared } from "./answers.ts";
import { criteria } from "./criteria.ts";
import { facts } from "./facts.ts";
import { simulatorForm } from "./form.ts";
import { grid } from "./grid.ts";
import { flat, questions } from "./typed.fixture.ts";

function pathsIn(field: RecordOf, base: readonly string[] = []): readonly string[] {
  return Object.entries(field.fields).flatMap(([name, of]) => {
    const path = [...base, name];
    if (of.kind === "record") return pathsIn(of, path);
    return of.kind === "list" ? pathsIn(of.item, [...path, "*"]) : [path.join(".")];
  });
}

const simulated = simulatorForm.sections.flatMap((section) => flat(section.items));

describe("the form is one with the rules", () => {
  it("answers declared fields only, each asked once", () => {
    for (const question of questions) expect(fieldAt(declared, question.path)).not.toBeNull();
    const paths = questions.map((question) => question.path.join("."));
    expect(paths).toEqual([...new Set(paths)]);
  });

  it("keeps every fact of the rules at the same path in the answers", () => {
    const inAnswers = pathsIn(declared);
    expect(pathsIn(facts).filter((path) => !inAnswers.includes(path))).toEqual([]);
  });

  it("shows in the simulator the very questions of the form", () => {
    for (const question of simulated) expect(questions).toContain(question);
  });

  it("asks in the simulator every fact that the criteria need", () => {
    const asked = simulated.map((question) => question.path.join("."));
    // The band stands in for a headcount that is asked; a start that is past while nothing has begun is a contradiction.
    const optional = ["structures.*.headcountBand", "structures.*.phases.*.startsOn"];
    const lists = ["structures", "structures.*.phases", "provider.consultants"];
    const read = new Set(criteria.flatMap((criterion) => factsOf(criterion.expression)));
    expect(
      [...read].filter((path) => !asked.includes(path) && !optional.includes(path) && !lists.includes(path)),
    ).toEqual([]);
  });

  it("reads in its grid what the form asks", () => {
    const paths = questions.map((question) => question.path.join("."));
    expect(grid.lines.flatMap((line) => line.reads).filter((path) => !paths.includes(path))).toEqual([]);
  });
});
