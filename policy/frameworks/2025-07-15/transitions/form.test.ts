import { describe, expect, it } from "vitest";
import { gridLines } from "../../../engine/grants/grid.ts";
import { readRaw } from "../../../engine/questions/answers.ts";
import type { Item, Question } from "../../../engine/questions/form.ts";
import { missingAnswers } from "../../../engine/questions/missing.ts";
import { factsOf } from "../../../engine/rules/reads.ts";
import { fieldAt } from "../../../engine/values/field.ts";
import { answers } from "./answers.ts";
import { criteria } from "./criteria.ts";
import { form, simulatorForm } from "./form.ts";
import { grid } from "./grid.ts";

const flat = (items: readonly Item[]): readonly Question[] =>
  items.flatMap((item) => (item.type === "question" ? [item] : flat(item.items)));
const questions = form.sections.flatMap(({ items }) => flat(items));
const simulated = simulatorForm.sections.flatMap(({ items }) => flat(items));
const pathsOf = (of: readonly Question[]) => of.map(({ path }) => path.join("."));

describe("the form of 2.c is one with its rules", () => {
  it("answers declared fields only, each asked once", () => {
    for (const { path } of questions) expect(fieldAt(answers, path)).not.toBeNull();
    expect(pathsOf(questions)).toEqual([...new Set(pathsOf(questions))]);
  });

  it("has conditions that can all be read, whatever is answered", () => {
    for (const one of [form, simulatorForm])
      expect(() => missingAnswers(one, readRaw(one, {}).answers, [])).not.toThrow();
  });

  it("shows in the simulator the very questions of the form", () => {
    for (const question of simulated) expect(questions).toContain(question);
  });

  it("asks in the simulator every fact of the criteria, but for what an officer judges, other places and signatures", () => {
    const others = ["coherent", "complementary", "communes", "places", "places.*.commune"].map(
      (one) => `project.${one}`,
    );
    const asked = [
      ...pathsOf(simulated),
      ...others,
      "partners",
      "partners.*.canPrefinance",
      "partners.*.agreementSignedOn",
    ];
    const read = new Set(criteria.flatMap(({ expression }) => factsOf(expression)));
    const own = (path: string) => path.startsWith("terms.") || path.startsWith("figures.");
    expect([...read].filter((path) => !own(path) && !asked.includes(path))).toEqual([]);
  });

  it("reads in its grid what the form asks; the text's central element weighs the most", () => {
    const paths = pathsOf(questions);
    expect(gridLines(grid).flatMap(({ reads }) => reads.filter((path) => !paths.includes(path)))).toEqual([]);
    const lines = grid.headings.flatMap((heading) => heading.lines);
    const highest = Math.max(...lines.map(({ weight }) => weight));
    for (const { must, weight } of lines) expect(must === "highest" ? weight : highest).toBe(highest);
    expect(lines.find(({ must }) => must === "positive")?.weight).toBeGreaterThan(0);
    expect(lines).toHaveLength(17);
  });

  it("admits one lead alone: each of two is told (TR-15)", () => {
    const told = (...roles: readonly string[]) => {
      const raw = Object.fromEntries(roles.map((role, at) => [`partners.${at}.role`, role]));
      const gaps = missingAnswers(form, readRaw(form, raw).answers, []);
      return gaps.filter(({ contradicts }) => contradicts === true).map(({ path }) => path);
    };
    expect(told("lead", "partner", "lead")).toEqual(["partners.0.role", "partners.2.role"]);
    expect(told("lead", "partner")).toEqual([]);
  });

  it("asks each kind of project its own proof", () => {
    const shownFor = (path: string) => questions.find((one) => one.path.join(".") === path)?.visible;
    for (const path of [
      "project.existingSearch",
      "project.existingCode",
      "project.toolEngineering",
      "project.otherKind",
    ]) {
      expect(shownFor(path), path).toMatchObject({ op: "includes" });
    }
  });
});
