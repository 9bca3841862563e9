import type ExcelJS from "exceljs";
import { firstSheet } from "./excel.ts";
import { decodeText } from "./text-file.ts";

/**
 * The text of a spreadsheet's first sheet, cells by tabs, `columns` wide and `most` lines long at most; a file of text is
 * given as it is. Null for another kind of file.
 */
export async function textOfSheet(bytes: ArrayBuffer, columns: number, most: number): Promise<string | null> {
  if (!isZip(bytes)) return decodeText(new Uint8Array(bytes));
  const sheet = await firstSheet(bytes);
  if (sheet === null) return null;
  const lines: string[] = [];
  for (let row = 1; row <= Math.min(sheet.rowCount, most); row += 1) {
    const cells = Array.from({ length: columns }, (_, column) =>
      writtenIn(sheet.getRow(row).getCell(column + 1)).replace(/[\t\r\n]+/g, " "),
    );
    lines.push(cells.join("\t").trimEnd());
  }
  return lines.join("\n");
}

/** A day of the sheet is written as people type one, whatever its format. */
function writtenIn(cell: ExcelJS.Cell): string {
  return cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text;
}

function isZip(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  return first === 0x50 && second === 0x4b;
}
