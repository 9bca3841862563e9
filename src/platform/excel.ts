import type ExcelJS from "exceljs";

/** The library of spreadsheets, read when the first is asked for: a start, and a test, would wait for it in vain. */
export async function excel(): Promise<typeof ExcelJS> {
  return (await import("exceljs")).default;
}
