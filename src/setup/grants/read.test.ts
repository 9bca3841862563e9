import { expect, it } from "vitest";
import { day, frameworkOn } from "#policy/index.ts";
import { grantColumns, readGrants } from "./read.ts";

const today = "2026-03-10";
const framework = frameworkOn(day(today));

it("reads whole the cells that a spreadsheet quotes, marks and line ends included", () => {
  const line = ["732829320", "1.b", "15/10/2025", "9 100,50", "2", '"CP 12; convention ""A"",\r\ndu 3 mars"'].join(";");
  const [read] = readGrants(`\ufeff${grantColumns(framework).join(";")}\r\n${line}\r\n`, framework, today);
  expect(read).toMatchObject({ line: 2, errors: {}, grant: { source: 'CP 12; convention "A", du 3 mars' } });
});
