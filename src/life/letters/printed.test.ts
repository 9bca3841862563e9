import { expect, it } from "vitest";
import { day, type Raw } from "#policy/index.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { readApplication } from "../reading.ts";
import { printedSections } from "./printed.ts";

function answersWith(commune: string): readonly string[] {
  const { raw } = demoApplication(0, { "structures.0.commune": commune });
  const application = { scheme: "appui-conseil", framework: "2025-07-15", revision: 1, raw };
  return printedSections(readApplication(application, new Map(), [], day("2026-03-10")))
    .flatMap(({ questions, items }) => [...questions, ...(items ?? []).flatMap((item) => item.questions)])
    .flatMap(({ answer }) => (answer.kind === "text" ? [answer.text] : []));
}

it("prints a commune in the words of the form", () => {
  expect(answersWith("14118")).toContain("Caen (14000, Calvados)");
  expect(answersWith("14118")).not.toContain("14118");
});

it("prints no code that never was a commune’s: it is no answer", () => {
  expect(answersWith("00000")).not.toContain("00000");
});

const sectionsOf = (raw: Raw) =>
  printedSections(
    readApplication(
      { scheme: "transitions", framework: "2025-07-15", revision: 1, raw },
      new Map(),
      [],
      day("2026-03-10"),
    ),
  );

it("prints a share in per cent, no section without a question, no optional cell of a list left empty", () => {
  const sections = sectionsOf({
    requestedEsfRate: "7",
    "costs.length": "1",
    "costs.0.heading": "external",
    "costs.0.amount": "1 000",
  });
  const all = sections.flatMap(({ questions }) => questions);
  expect(all.find(({ question }) => question.includes("FSE+") && question.includes("part"))?.answer).toEqual({
    kind: "number",
    value: 7,
    unit: "%",
  });
  expect(sections.filter(({ questions, items = [] }) => questions.length + items.length === 0)).toEqual([]);
  const line = sections.flatMap(({ items = [] }) => items).find(({ title }) => title.startsWith("Dépense"));
  expect(line?.questions.map(({ question }) => question)).toContain("Poste");
  expect(line?.questions.map(({ question }) => question)).not.toContain("Facturée le");
});
