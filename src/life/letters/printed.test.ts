import { expect, it } from "vitest";
import { day } from "#policy/index.ts";
import { demoFile } from "#src/demo/file.ts";
import { readApplication } from "../reading.ts";
import { printedSections } from "./printed.ts";

function answersWith(commune: string): readonly string[] {
  const { raw } = demoFile(0, { "structures.0.commune": commune });
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
