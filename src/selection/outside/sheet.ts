import type ExcelJS from "exceljs";
import { excel, firstSheet } from "#src/platform/excel.ts";
import { type ReadLine, readLine } from "./lines.ts";

/** Columns of the spreadsheet that another funder's selection comes in. */
export const COLUMNS = ["Dossier", "Retenu (oui ou non)", "Date", "Référence", "Total retenu, en euros"] as const;

/** The model, its first column filled with the files that wait. */
export async function outsideModel(numbers: readonly string[]): Promise<ArrayBuffer> {
  const { Workbook } = await excel();
  const book = new Workbook();
  const sheet = book.addWorksheet("Sélection");
  sheet.addRow([...COLUMNS]).font = { bold: true };
  for (const number of numbers) sheet.addRow([number]);
  sheet.columns.forEach((column) => {
    column.width = 24;
  });
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}

const MOST_LINES = 500;

/** What a spreadsheet says, line by line; null for another kind of file. Empty lines are passed over. */
export async function readOutsideSheet(bytes: ArrayBuffer): Promise<readonly ReadLine[] | null> {
  const sheet = await firstSheet(bytes);
  if (sheet === null) return null;
  const lines: ReadLine[] = [];
  for (let row = 2; row <= Math.min(sheet.rowCount, MOST_LINES + 1); row += 1) {
    const cells = COLUMNS.map((_, column) => cellText(sheet.getRow(row).getCell(column + 1)));
    if (cells.slice(1).every((cell) => cell === "")) continue;
    lines.push(readLine(row, cells));
  }
  return lines;
}

/** A day kept as a date is told as a day. */
function cellText(cell: ExcelJS.Cell): string {
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number") return String(value).replace(".", ",");
  return cell.text.trim();
}
