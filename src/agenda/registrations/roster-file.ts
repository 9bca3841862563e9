import { jobFamilies } from "#policy/index.ts";
import { excel } from "#src/platform/excel.ts";
import { textOfSheet } from "#src/platform/sheets.ts";
import { MOST_LINES, ROSTER_COLUMNS } from "./roster.ts";
import { OPCO_PARTS, SEXES } from "./trainee.ts";

/** The list that was sent, cells by tabs: what the page then shows and corrects. Null for another kind of file. */
export function textOfRoster(bytes: ArrayBuffer): Promise<string | null> {
  // One more than the most that is taken, and the titles: enough to say that there are too many.
  return textOfSheet(bytes, ROSTER_COLUMNS.length, MOST_LINES + 5);
}

/** The model of the list, its columns with the words that they take. */
export async function rosterModel(): Promise<ArrayBuffer> {
  const { Workbook } = await excel();
  const book = new Workbook();
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
