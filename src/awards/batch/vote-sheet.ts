import { readState, stages } from "#src/life/index.ts";
import { excel } from "#src/platform/excel.ts";
import type { BatchRow } from "./store.ts";

const COLUMNS = [
  "Rang",
  "Dossier",
  "SIREN",
  "Organisme",
  "Projet",
  "État",
  "Coûts éligibles retenus",
  "Aide proposée",
  "Aide votée",
  "Délibération",
  "Aide en vigueur",
  "Avenant",
  "Date de l’avenant",
];

/** The batch as a spreadsheet: what goes with the report to the assembly, amounts as numbers. */
export async function voteSheet(rows: readonly BatchRow[]): Promise<ArrayBuffer> {
  const { Workbook } = await excel();
  const book = new Workbook();
  const sheet = book.addWorksheet("Projets");
  sheet.addRow(COLUMNS).font = { bold: true };
  for (const row of rows) {
    sheet.addRow([
      row.rank,
      row.number,
      row.siren,
      row.organisation,
      row.title,
      stages[readState(row.state)].funder.label,
      euros(row.eligibleCosts),
      euros(row.proposedAid),
      euros(row.votedAid),
      row.deliberation,
      euros(row.decidedAid),
      row.amendment,
      row.amendedOn,
    ]);
  }
  sheet.columns.forEach((column, at) => {
    column.width = [6, 16, 12, 36, 48, 24, 16, 16, 16, 18, 16, 24, 16][at] ?? 16;
  });
  for (const at of [7, 8, 9, 11]) sheet.getColumn(at).numFmt = "#,##0.00";
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}

function euros(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
