import { stringify } from "csv-stringify/sync";
import { textCell } from "#src/platform/csv.ts";
import type { SheetCell } from "./sheet.ts";

/** Marks the file as UTF-8 for spreadsheets, which read it as Latin otherwise. */
const BOM = "\ufeff";

/** Cents as euros with a decimal comma, which French spreadsheets read as a number: « 9100,00 ». */
export function amountCell(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const absolute = Math.abs(cents);
  return `${sign}${Math.floor(absolute / 100)},${String(absolute % 100).padStart(2, "0")}`;
}

/** Days are written as ISO days and amounts as euros with a decimal comma: a French spreadsheet reads both as they are. */
export function csvCell(cell: SheetCell): string {
  if (cell === null) return "";
  switch (cell.kind) {
    case "text":
    case "code":
      return textCell(cell.text);
    case "day":
      return cell.day;
    case "money":
      return amountCell(cell.cents);
    case "number":
      return String(cell.number).replace(".", ",");
  }
}

/** A sheet as CSV, streamed: `;` between cells, lines ended as spreadsheets write them. */
export function csvStream(
  headers: readonly string[],
  lines: AsyncIterator<readonly (readonly SheetCell[])[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const write = (records: readonly (readonly string[])[]) =>
    stringify(records as string[][], { delimiter: ";", record_delimiter: "\r\n" });
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      if (isFirst) {
        isFirst = false;
        return controller.enqueue(encoder.encode(BOM + write([headers])));
      }
      const { done, value } = await lines.next();
      if (done === true) return controller.close();
      if (value.length > 0) controller.enqueue(encoder.encode(write(value.map((line) => line.map(csvCell)))));
    },
    cancel: () => void lines.return?.(),
  });
}
