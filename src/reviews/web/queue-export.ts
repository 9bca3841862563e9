import { stringify } from "csv-stringify/sync";
import type { Temporal } from "temporal-polyfill";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { amountCell, BOM, neutralise } from "../export.ts";
import type { QueueFilter } from "../queue.ts";
import { type QueueRow, queuePage } from "../queue-store.ts";
import { deadlineWords } from "./queue-page.tsx";
import { routeWord, stateLooks, verdictWords } from "./words.ts";

const BATCH = 1000;

const header = [
  "Numéro",
  "Organisme",
  "SIREN",
  "Projet",
  "Voie",
  "Commune",
  "Code INSEE",
  "État",
  "Déposé le",
  "Échéance",
  "Vérification automatique",
  "Coûts retenus (€)",
  "Aide demandée (€)",
  "Aide proposée (€)",
  "Aide votée (€)",
  "Agent",
];

function cellsOf(row: QueueRow, today: string): readonly string[] {
  const commune = row.commune === null ? null : communeByCode(row.commune);
  const verdict = Object.entries(verdictWords).find(([status]) => status === row.eligibility)?.[1] ?? "";
  const texts = [
    row.number,
    row.organisation,
    row.siren,
    row.title,
    routeWord(row.route),
    commune?.name ?? "",
    row.commune ?? "",
    stateLooks[row.state].label,
    row.submittedAt.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate().toString(),
    deadlineWords(row, today),
    verdict,
  ].map(neutralise);
  const amounts = [row.eligibleCosts, row.requestedAid, row.proposedAid, row.decidedAid].map(amountCell);
  return [...texts, ...amounts, neutralise(row.assignee ?? "")];
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
      const page = await inTransaction(world.db, readerOf(visitor), (tx) => queuePage(tx, reading, BATCH));
      const rows = only === null ? page.rows : page.rows.filter((row) => only.has(row.id));
      const records = rows.map((row) => cellsOf(row, today.toString()));
      const text = stringify(first ? [header, ...records] : records, { delimiter: ";", record_delimiter: "\r\n" });
      controller.enqueue(encoder.encode(first ? BOM + text : text));
      first = false;
      next = page.next === null ? null : { ...next, cursor: page.next };
    },
  });
}
