import type ExcelJS from "exceljs";
import { parseDelimited } from "./delimited.ts";
import { excel } from "./excel.ts";
import { whyShut } from "./opening/index.ts";
import { decodeText } from "./text-file.ts";

/** What a spreadsheet holds, cell by cell, as French people would type it. */
export type Rows = readonly (readonly string[])[];

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** More than any budget has: what is beyond is not read. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 100;

/**
 * The rows of the first sheet of an Excel file, or of a text of cells (CSV in UTF-8 or in the old encoding of Windows).
 * Null where it is neither, or would not open.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Rows | null> {
  if (!isZip(bytes)) {
    const text = decodeText(bytes);
    return text === null ? null : parseDelimited(text).slice(0, MOST_ROWS);
  }
  if ((await whyShut(XLSX, bytes)) !== null) return null;
  const { Workbook } = await excel();
  const book = new Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer);
  } catch {
    return null;
  }
  const [sheet] = book.worksheets;
  return sheet === undefined ? null : rowsOf(sheet);
}

function rowsOf(sheet: ExcelJS.Worksheet): Rows {
  const width = Math.min(sheet.columnCount, MOST_COLUMNS);
  const height = Math.min(sheet.rowCount, MOST_ROWS);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_column, column) => cellText(sheet.getRow(row + 1).getCell(column + 1))),
  );
}

function cellText(cell: ExcelJS.Cell): string {
  const value = cell.formula === undefined ? cell.value : cell.result;
  if (value instanceof Date) return dayText(value);
  if (typeof value === "number") return numberText(value, cell.numFmt ?? "");
  if (typeof value === "boolean") return value ? "oui" : "non";
  return value === null || value === undefined ? "" : cell.text;
}

/** Excel's days have no zone: exceljs gives them at midnight, UTC. */
function dayText(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** « 1240,5 »: what a float adds after the sixth decimal was never typed. */
function numberText(value: number, format: string): string {
  const scaled = format.includes("%") ? value * 100 : value;
  return String(Number(scaled.toFixed(6))).replace(".", ",");
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
