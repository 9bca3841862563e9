import ExcelJS from "exceljs";
import { jobFamilies } from "#policy/index.ts";
import { MOST_LINES, ROSTER_COLUMNS } from "./roster.ts";
import { OPCO_PARTS, SEXES } from "./trainee.ts";

/** The text of a spreadsheet's first sheet, cells by tabs: what the page then shows and corrects. Null for another kind of file. */
export async function textOfSheet(bytes: ArrayBuffer): Promise<string | null> {
  if (!isZip(bytes)) return textOf(bytes);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes);
  } catch {
    return null;
  }
  const sheet = book.worksheets[0];
  if (sheet === undefined) return null;
  const lines: string[] = [];
  // One more than the most that is taken, and the titles: enough to say that there are too many.
  for (let row = 1; row <= Math.min(sheet.rowCount, MOST_LINES + 5); row += 1) {
    const cells = ROSTER_COLUMNS.map((_, column) =>
      sheet
        .getRow(row)
        .getCell(column + 1)
        .text.replace(/[\t\r\n]+/g, " "),
    );
    lines.push(cells.join("\t").trimEnd());
  }
  return lines.join("\n");
}

function isZip(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  return first === 0x50 && second === 0x4b;
}

/** CSV as spreadsheets write it: UTF-8, or the old encoding of Windows. */
function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return text.includes("\0") ? null : text;
  }
}

/** The model of the list, its columns with the words that they take. */
export async function rosterModel(): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Équipe");
  sheet.addRow([...ROSTER_COLUMNS]).font = { bold: true };
  sheet.columns.forEach((column, n) => {
    column.width = n < 2 ? 32 : 22;
  });
  const lists: readonly (readonly [column: string, words: readonly string[]])[] = [
    ["C", Object.values(jobFamilies)],
    ["D", Object.values(SEXES)],
    ["F", Object.values(OPCO_PARTS)],
    ["G", ["Oui", "Non"]],
  ];
  for (const [column, words] of lists) {
    for (let row = 2; row <= MOST_LINES + 1; row += 1) {
      sheet.getCell(`${column}${row}`).dataValidation = {
        type: "list",
        allowBlank: true,
        formulae: [`"${words.join(",")}"`],
      };
    }
  }
  const buffer = await book.xlsx.writeBuffer();
  return buffer as ArrayBuffer;
}
