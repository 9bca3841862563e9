import { expect, it } from "vitest";
import { day, type Raw } from "#policy/index.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { readApplication } from "#src/life/index.ts";
import { toldBlocks } from "./told-blocks.ts";

function blocksOf(section: string, twist: Raw = {}) {
  const raw = { ...demoApplication(0).raw, ...twist };
  const application = { scheme: "appui-conseil", framework: "2025-07-15", revision: 0, raw };
  const reading = readApplication(application, new Map(), [], day("2026-03-10"));
  return { reading, blocks: toldBlocks(reading, section) };
}

it("tells the phases as one table, a line each, never « Structure 1 : » on each answer", () => {
  const { blocks } = blocksOf("approach");
  const table = blocks.find((one) => one.kind === "table");
  expect(table?.title).toBe("Phases de la prestation");
  expect(table?.kind === "table" && table.lines.length).toBe(2);
  const [first] = table?.kind === "table" ? table.lines : [];
  expect([...(first?.keys() ?? [])]).toEqual(["phase", "days", "dailyCost", "startsOn", "endsOn", "deliverables"]);
  expect(first?.get("phase")?.answer).toBe("Diagnostic partagé");
});

it("names each structure once, above its own answers and its own phases", () => {
  const structures = { route: "collective", "structures.length": "2", "structures.1.legalName": "Second atelier" };
  const phases = { "structures.1.phases.length": "1", "structures.1.phases.0.days": "3" };
  const { blocks } = blocksOf("organisations", structures);
  const titles = blocks.map((one) => one.title).filter((title) => title.startsWith("Structure"));
  expect(titles).toHaveLength(2);
  expect(titles[1]).toBe("Structure 2\u00a0: Second atelier");
  const tables = blocksOf("approach", { ...structures, ...phases }).blocks.filter((one) => one.kind === "table");
  expect(tables.map((one) => one.title)).toEqual([
    "Phases de la prestation, Structure 1",
    "Phases de la prestation, Structure 2",
  ]);
});

it("leaves out no answer and tells none twice, whichever the section", () => {
  const twist = { route: "collective", "structures.length": "2", "provider.consultants.length": "3" };
  const { reading } = blocksOf("organisations", twist);
  for (const { id } of reading.scheme.form.sections) {
    const told = toldBlocks(reading, id).flatMap((block) =>
      block.kind === "answers"
        ? block.answers.map((one) => one.path)
        : block.lines.flatMap((line) => [...line.values()].map((one) => one.path)),
    );
    const asked = reading.questions.filter((one) => one.section === id).map((one) => one.path);
    expect(told.toSorted()).toEqual(asked.toSorted());
  }
});
