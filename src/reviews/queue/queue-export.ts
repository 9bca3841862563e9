import { stringify } from "csv-stringify/sync";
import type { Temporal } from "temporal-polyfill";
import { runningEnd } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { textCell } from "#src/platform/csv.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { type KeptCosts, keptCosts } from "../costs/kept-costs.ts";
import { routeWord, stateLook, verdictWords } from "../web/words.ts";
import { amountCell, BOM } from "./export.ts";
import type { QueueFilter } from "./queue.ts";
import { aidOf, type QueueRow, queuePage } from "./queue-store.ts";

const BATCH = 1000;

/** A column of the export: its header, which docs/queue-export.md explains, and what stands under it. */
interface ExportColumn {
  readonly header: string;
  readonly cell: (row: QueueRow, today: Temporal.PlainDate, kept: KeptCosts) => string;
}

/** Days are written as ISO days and amounts as euros with a decimal comma: a French spreadsheet reads both as they are. */
export const exportColumns: readonly ExportColumn[] = [
  { header: "Numéro", cell: (row) => textCell(row.number) },
  { header: "Organisme", cell: (row) => textCell(row.organisation) },
  { header: "SIREN", cell: (row) => textCell(row.siren) },
  { header: "Projet", cell: (row) => textCell(row.title) },
  { header: "Voie", cell: (row) => routeWord(row.route) },
  { header: "Commune", cell: (row) => textCell(nameOf(row.commune)) },
  { header: "Code INSEE", cell: (row) => textCell(row.commune ?? "") },
  { header: "État", cell: (row) => stateLook(row.state).label },
  { header: "Déposé le", cell: (row) => row.submittedAt.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate().toString() },
  { header: "Échéance", cell: endOf },
  { header: "Suspendu depuis le", cell: (row) => row.suspendedOn ?? "" },
  { header: "Suspendu jusqu’au", cell: (row) => row.suspendedUntil ?? "" },
  { header: "Vérification automatique", cell: verdictOf },
  { header: "Coûts retenus (€)", cell: (row, _today, kept) => amountCell(kept.get(row.id) ?? row.eligibleCosts) },
  { header: "Aide (€)", cell: (row) => amountCell(aidOf(row)) },
  { header: "Aide demandée (€)", cell: (row) => amountCell(row.requestedAid) },
  { header: "Aide proposée (€)", cell: (row) => amountCell(row.proposedAid) },
  { header: "Aide votée (€)", cell: (row) => amountCell(row.decidedAid) },
  { header: "Agent", cell: (row) => textCell(row.assignee ?? "") },
];

function nameOf(commune: string | null): string {
  return commune === null ? "" : (communeByCode(commune)?.name ?? "");
}

/** The day on which silence refuses; empty while the clock is stopped, and where no decision is awaited. */
function endOf(row: QueueRow, today: Temporal.PlainDate): string {
  return row.implicitRefusalOn === null ? "" : (runningEnd(row, today) ?? "");
}

function verdictOf(row: QueueRow): string {
  return Object.entries(verdictWords).find(([status]) => status === row.eligibility)?.[1] ?? "";
}

/**
 * What the filter shows, in its order, streamed: `;` between cells, UTF-8 marked for spreadsheets. Each batch is one
 * short transaction, so that a long export holds nothing.
 */
export function exportQueue(
  world: World,
  visitor: SignedVisitor,
  filter: QueueFilter,
  today: Temporal.PlainDate,
  only: ReadonlySet<string> | null = null,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: QueueFilter | null = filter;
  let first = true;
  return new ReadableStream({
    async pull(controller) {
      if (next === null) return controller.close();
      const reading = { filter: next, me: visitor.person.id, today };
      const { page, rows, kept } = await inTransaction(world.db, readerOf(visitor), async (tx) => {
        const page = await queuePage(tx, reading, BATCH);
        const rows = only === null ? page.rows : page.rows.filter((row) => only.has(row.id));
        return { page, rows, kept: await keptCosts(tx, rows, visitor.person.id) };
      });
      const records = rows.map((row) => exportColumns.map((column) => column.cell(row, today, kept)));
      const header = exportColumns.map((column) => column.header);
      const text = stringify(first ? [header, ...records] : records, { delimiter: ";", record_delimiter: "\r\n" });
      controller.enqueue(encoder.encode(first ? BOM + text : text));
      first = false;
      next = page.next === null ? null : { ...next, cursor: page.next };
    },
  });
}
