import type ExcelJS from "exceljs";

/** The library of spreadsheets, read when the first is asked for: a start, and a test, would wait for it in vain. */
export async function excel(): Promise<typeof ExcelJS> {
  return (await import("exceljs")).default;
}

/** The first sheet of a workbook; null where the bytes are none. */
export async function firstSheet(bytes: ArrayBuffer): Promise<ExcelJS.Worksheet | null> {
  const { Workbook } = await excel();
  const book = new Workbook();
  try {
    await book.xlsx.load(bytes);
  } catch {
    return null;
  }
  return book.worksheets[0] ?? null;
}
