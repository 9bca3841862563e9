import { PassThrough, Readable } from "node:stream";
import type ExcelJS from "exceljs";
import { excel } from "#src/platform/excel.ts";
import type { SheetCell } from "./sheet.ts";

const EUROS = '#,##0.00\\ "€"';
const DAY = "dd/mm/yyyy";

/** Numbers are numbers, days are days, codes stay text with their zeros: nothing is run, since no cell holds a formula. */
function heldBy(cell: SheetCell): ExcelJS.CellValue {
  if (cell === null) return null;
  switch (cell.kind) {
    case "text":
    case "code":
      return cell.text;
    case "day":
      return new Date(`${cell.day}T00:00:00Z`);
    case "money":
      return cell.cents / 100;
    case "number":
      return cell.number;
  }
}

function formatOf(cell: SheetCell): string | null {
  switch (cell?.kind) {
    case "day":
      return DAY;
    case "money":
      return EUROS;
    case "code":
      return "@";
    default:
      return null;
  }
}

/** A sheet as a spreadsheet's file, streamed: a frozen line of headers that filter, then a line a file. */
export function xlsxStream(
  title: string,
  headers: readonly string[],
  lines: AsyncIterable<readonly (readonly SheetCell[])[]>,
): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  const write = async () => {
    const { stream } = await excel();
    const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const sheet = book.addWorksheet(title, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = headers.map((header) => ({ width: Math.min(40, Math.max(14, header.length + 4)) }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headers.length } };
    const head = sheet.addRow([...headers]);
    head.font = { bold: true };
    head.commit();
    for await (const batch of lines) {
      for (const line of batch) {
        const row = sheet.addRow(line.map(heldBy));
        line.forEach((cell, at) => {
          const format = formatOf(cell);
          if (format !== null) row.getCell(at + 1).numFmt = format;
        });
        row.commit();
      }
    }
    sheet.commit();
    await book.commit();
  };
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}
