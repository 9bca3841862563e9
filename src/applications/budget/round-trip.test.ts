import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Question, Raw } from "#policy/index.ts";
import { openSchemeOf } from "#src/calls/calls.fixture.ts";
import { parseDelimited } from "#src/platform/delimited.ts";
import { readSpreadsheet } from "#src/platform/spreadsheet.ts";
import { oneLine, trimText } from "#text/index.ts";
import { budgetCsv, unshielded } from "./csv.ts";
import { planImport } from "./plan.ts";
import { columnsOf, readRows, rowsOf } from "./sheet.ts";
import { type BudgetTable, budgetTable } from "./table.ts";
import { budgetWorkbook } from "./workbook.ts";

const tables = ["transitions", "modernisation"].map((slug) => {
  const table = budgetTable(openSchemeOf(slug));
  if (table === null) throw new Error(slug);
  return [slug, table] as const;
});

/** What people type for a question, right or wrong, and what nobody would. */
function typed({ control }: Question): fc.Arbitrary<string> {
  const wild = fc
    .oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("=1+1", "'=x", "''a", "-5", '="012"', '"a"', "a;b\tc", "6 00O", "N°", "12/13/2026"),
    )
    .map((text) => (control.kind === "long-text" ? trimText(text) : oneLine(text)));
  switch (control.kind) {
    case "choice":
      return fc.oneof(fc.constantFrom(...control.options.map(({ value }) => value)), wild);
    case "yes-no":
      return fc.oneof(fc.constantFrom("oui", "non"), wild);
    case "money":
      return fc.oneof(
        fc.nat(99_999_999).map((cents) => (cents / 100).toFixed(2).replace(".", ",")),
        fc.constantFrom("1 240", "1\u202f240,50 €", "12,5", "0", "1.5", "100 HT"),
        wild,
      );
    case "day":
      return fc.oneof(fc.constantFrom("03/03/2026", "2026-03-03", "1er mai 2026", "29/02/2028", "01/01/1899"), wild);
    case "share":
      return fc.oneof(
        fc.nat(1_000_000).map((n) => String(n / 10_000).replace(".", ",")),
        fc.constant("12,5 %"),
        wild,
      );
    case "decimal":
    case "integer":
      return fc.oneof(fc.constantFrom("160,7", "1 607", "0", "80.35", "0,000001", "99999,999999"), wild);
    default:
      return fc.oneof(
        fc
          .constantFrom("Salle\nprêtée", "0012", "123456789012", "Tournage")
          .map((text) => (control.kind === "long-text" ? text : oneLine(text))),
        wild,
      );
  }
}

function lineOf(table: BudgetTable): fc.Arbitrary<Raw> {
  const cells = Object.fromEntries(table.questions.map((one) => [one.id, fc.option(typed(one), { freq: 1, nil: "" })]));
  return fc.record(cells).map((line) => Object.fromEntries(Object.entries(line).filter(([, text]) => text !== "")));
}

const budgets = (table: BudgetTable) =>
  fc.array(lineOf(table), { minLength: 1, maxLength: 6 }).map((lines): Raw => {
    const filled = lines.filter((line) => Object.keys(line).length > 0);
    const named = filled.flatMap((line, index) =>
      Object.entries(line).map(([id, text]) => [`${table.path}.${index}.${id}`, text] as const),
    );
    return {
      title: "Projet",
      ...Object.fromEntries(named),
      [`${table.path}.length`]: String(Math.max(1, filled.length)),
    };
  });

describe("a spreadsheet that bears the names of the columns on screen", () => {
  it("is read by them, each for what the heading of its line asks", () => {
    const [, table] = tables[0] as (typeof tables)[number];
    const { lines, isNamed, unknown } = readRows(table, [
      ["Montant HT", "Dépense", "Poste", "Tâche ou phase", "Heures"],
      ["1 200,50", "Formatrice", "Dépenses de personnel", "Ingénierie", "96"],
      ["800", "Tournage", "Prestations extérieures", "Concevoir", ""],
    ]);
    expect([isNamed, unknown]).toEqual([true, []]);
    const told = lines.map(({ cells }) => Object.fromEntries([...cells].map(([id, { text }]) => [id, text])));
    expect(told).toEqual([
      { amount: "1\u202f200,50", label: "Formatrice", heading: "staff", activity: "engineering", hours: "96" },
      { amount: "800,00", label: "Tournage", heading: "external", phase: "Concevoir" },
    ]);
  });
});

describe.each(tables)("the budget of %s goes to a spreadsheet and back", (_slug, table) => {
  const same = (raw: Raw, rows: readonly (readonly string[])[]) => {
    const read = readRows(table, rows);
    for (const mode of ["add", "replace"] as const) {
      const plan = planImport(table, raw, read, mode);
      expect(plan.changes, mode).toEqual([]);
      if (mode === "add") expect(plan.raw).toEqual(raw);
    }
  };

  it("without loss, as rows", () => {
    fc.assert(
      fc.property(budgets(table), (raw) => same(raw, rowsOf(table, raw))),
      { numRuns: 60 },
    );
  });

  it("without loss, as CSV", () => {
    fc.assert(
      fc.property(budgets(table), (raw) => {
        const rows = parseDelimited(budgetCsv(table, raw)).map((row) => row.map(unshielded));
        same(raw, rows);
      }),
      { numRuns: 60 },
    );
  });

  it("without loss, as an Excel file", async () => {
    await fc.assert(
      fc.asyncProperty(budgets(table), async (raw) => {
        const rows = await readSpreadsheet(await budgetWorkbook(table, raw));
        same(raw, rows ?? []);
      }),
      { numRuns: 6 },
    );
  });

  it("counts the lines that are too many, and reads no further than it may use", () => {
    const cells = new Map(table.questions.map(({ id }) => [id, { text: "x", at: "A1" }] as const));
    const lines = Array.from({ length: 50_000 }, () => ({ number: null, cells }));
    const plan = planImport(table, {}, { lines, isNamed: false, unknown: [] }, "replace");
    expect(plan.tooMany).toBe(50_000 - table.group.max);
    expect(plan.changes).toHaveLength(2 * table.group.max);
  });
});

describe.each(tables)("the names of the columns of %s", (_slug, table) => {
  const columns = columnsOf(table);

  it("read well alone and are each their own", () => {
    const names = columns.map(({ header }) => header);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("TVA");
    expect(names.join("|")).not.toMatch(/ du au|hors taxes TVA/);
  });

  it("are read back under those of models downloaded before", () => {
    const { lines, unknown } = readRows(table, [
      columns.map(({ header, former }) => former ?? header),
      columns.map(() => "x"),
    ]);
    expect(unknown).toEqual([]);
    expect([...(lines[0]?.cells.keys() ?? [])]).toEqual(columns.map(({ question }) => question.id));
  });
});
