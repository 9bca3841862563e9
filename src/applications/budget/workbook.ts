import type ExcelJS from "exceljs";
import { type Question, type Raw, readTyped } from "#policy/index.ts";
import { excel } from "#src/platform/excel.ts";
import { columnsOf, NUMBER_HEADER, rowsOf, type SheetColumn } from "./sheet.ts";
import type { BudgetTable } from "./table.ts";

/** Rows under the names that offer the words of their lists: those written and some more. */
const SPARE_ROWS = 200;

/** The budget as an Excel file: figures are figures, days are days, choices are lists. An empty one is the model to fill. */
export async function budgetWorkbook(table: BudgetTable, raw: Raw): Promise<Uint8Array> {
  const { Workbook } = await excel();
  const book = new Workbook();
  const sheet = book.addWorksheet("Budget", { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  const lists = book.addWorksheet("Listes");
  const columns = columnsOf(table);
  const [, ...lines] = rowsOf(table, raw);
  sheet.columns = [
    { header: NUMBER_HEADER, width: 6 },
    ...columns.map(({ header, question }) => ({ header, width: widthOf(question) })),
  ];
  styleNames(sheet.getRow(1));
  for (const [at, line] of lines.entries()) {
    const row = sheet.getRow(at + 2);
    row.getCell(1).value = Number(line[0]);
    for (const [place, { question }] of columns.entries())
      write(row.getCell(place + 2), question, line[place + 1] ?? "");
  }
  offerLists(sheet, lists, columns, lines.length + SPARE_ROWS);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function styleNames(row: ExcelJS.Row): void {
  row.font = { bold: true };
  row.alignment = { wrapText: true, vertical: "top" };
  row.eachCell((cell) => {
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE6EFF4" } };
  });
}

function widthOf({ control }: Question): number {
  if (control.kind === "long-text") return 44;
  if (control.kind === "text" || control.kind === "choice") return 30;
  return 14;
}

/** What can be read is written as what it is; anything else as the text that was typed. */
function write(cell: ExcelJS.Cell, { control }: Question, text: string): void {
  if (text === "") return;
  const reading = readTyped(control, text);
  const value = "value" in reading ? reading.value : null;
  if (typeof value === "number" && control.kind === "money") {
    cell.value = value / 100;
    cell.numFmt = "#,##0.00";
  } else if (typeof value === "number" && control.kind === "share") {
    cell.value = value;
    cell.numFmt = "0.00##%";
  } else if (typeof value === "number") {
    cell.value = value;
  } else if (typeof value === "string" && control.kind === "day" && value >= FIRST_DAY) {
    cell.value = new Date(`${value}T00:00:00Z`);
    cell.numFmt = "dd/mm/yyyy";
  } else {
    cell.value = text;
    cell.numFmt = "@";
  }
}

/** Excel counts days from there, with one that never was before it. */
const FIRST_DAY = "1900-03-01";

/** The words of each choice, on a sheet of their own: a list written in the cell holds 255 characters at most. */
function offerLists(
  sheet: ExcelJS.Worksheet,
  lists: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  rows: number,
): void {
  let at = 0;
  for (const [place, { header, question }] of columns.entries()) {
    const words = wordsOf(question);
    if (words.length === 0) continue;
    at += 1;
    lists.getColumn(at).values = [header, ...words];
    const letter = lists.getColumn(at).letter;
    const validation: ExcelJS.DataValidation = {
      type: "list",
      allowBlank: true,
      showErrorMessage: false,
      formulae: [`Listes!$${letter}$2:$${letter}$${words.length + 1}`],
    };
    const letterOf = sheet.getColumn(place + 2).letter;
    validationsOf(sheet).add(`${letterOf}2:${letterOf}${rows + 1}`, validation);
  }
  styleNames(lists.getRow(1));
}

/** A list for a whole column at once: exceljs has it, and its types do not say so. */
function validationsOf(sheet: ExcelJS.Worksheet): { add(range: string, of: ExcelJS.DataValidation): void } {
  return Reflect.get(sheet, "dataValidations");
}

function wordsOf({ control }: Question): readonly string[] {
  if (control.kind === "yes-no") return ["oui", "non"];
  return control.kind === "choice" ? control.options.map(({ label }) => label) : [];
}
