import { stringify } from "csv-stringify/sync";
import type { Raw } from "#policy/index.ts";
import { textCell } from "#src/platform/csv.ts";
import { rowsOf } from "./sheet.ts";
import type { BudgetTable } from "./table.ts";

/** The budget as a file that spreadsheets open with a double click in French: semicolons, UTF-8 and its mark. */
export function budgetCsv(table: BudgetTable, raw: Raw): string {
  const rows = rowsOf(table, raw).map((row) => row.map(shielded));
  return stringify(rows as string[][], { bom: true, delimiter: ";", record_delimiter: "\r\n" });
}

/** A text that spreadsheets show and never run, and that comes back as it left. */
function shielded(text: string): string {
  return text.startsWith("'") ? `'${text}` : textCell(text);
}

/** The text behind what `shielded` wrote; others are their own. */
export function unshielded(text: string): string {
  const code = /^="(\d+)"$/.exec(text)?.[1];
  if (code !== undefined) return code;
  return /^'(?=['\s=+\-@|])/.test(text) ? text.slice(1) : text;
}
