import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import { type SheetCell, type SheetColumn, textOf } from "#src/reviews/index.ts";
import type { QueueColumn, QueuePart } from "#src/reviews/web/index.ts";

interface Placed {
  readonly id: string;
  readonly rank: number | null;
  readonly reserveRank: number | null;
}

/** The place of each file in its call, once the committee closed the ranking. */
async function placesOf(tx: Tx, files: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, Placed>> {
  if (files.length === 0) return new Map();
  const { rows } = await sql<Placed>`
    SELECT application_id AS id, rank, reserve_rank AS "reserveRank" FROM selection
    WHERE application_id IN (${sql.join(files.map(({ id }) => id))})`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

function sayRank({ rank, reserveRank }: Placed): string {
  if (reserveRank !== null) return `réserve, ${reserveRank}`;
  return rank === null ? "" : String(rank);
}

const rank: QueueColumn = {
  key: "rang",
  label: "Rang",
  numeric: true,
  cells: async (tx, rows) => new Map([...(await placesOf(tx, rows))].map(([id, placed]) => [id, sayRank(placed)])),
};

function inSheet(key: string, header: string, cell: (placed: Placed) => SheetCell): SheetColumn {
  const cells = async (tx: Tx, rows: readonly { readonly id: string }[]) =>
    new Map([...(await placesOf(tx, rows))].map(([id, placed]) => [id, cell(placed)]));
  return { key, header, cells };
}

/** What the selection brings to the officers' list. */
export const selectionQueue: QueuePart = {
  columns: [rank],
  sheet: [inSheet("rang", "Rang", (placed) => textOf(sayRank(placed)))],
};
