import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Funder } from "#src/platform/settings/funder.ts";
import type { QueueRow } from "../queue-store.ts";

/** A cell of an exported sheet: what it holds says how spreadsheets show it. */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  /** Digits that are no number: a SIREN keeps its zeros. */
  | { readonly kind: "code"; readonly text: string }
  /** ISO day. */
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "money"; readonly cents: number }
  | { readonly kind: "number"; readonly number: number }
  | null;

export interface SheetReader {
  readonly me: string;
  readonly today: Temporal.PlainDate;
  readonly funder: Pick<Funder, "siret" | "finance">;
}

/** A column of the sheets that are exported: `docs/queue-export.md` says what stands under each header. */
export interface SheetColumn {
  /** As addresses name it. */
  readonly key: string;
  readonly header: string;
  readonly cell?: (row: QueueRow, reader: SheetReader) => SheetCell;
  /** For many rows at once, by the file's id. */
  readonly cells?: (tx: Tx, rows: readonly QueueRow[], reader: SheetReader) => Promise<ReadonlyMap<string, SheetCell>>;
}

/** Columns drawn from what another slice keeps of each file: read once for many rows, said one by one. */
export function columnsFrom<Kept>(
  keptOf: (tx: Tx, rows: readonly QueueRow[]) => Promise<ReadonlyMap<string, Kept>>,
): (key: string, header: string, cell: (kept: Kept) => SheetCell) => SheetColumn {
  return (key, header, cell) => ({
    key,
    header,
    cells: async (tx, rows) => new Map([...(await keptOf(tx, rows))].map(([id, kept]) => [id, cell(kept)])),
  });
}

export function textOf(text: string | null): SheetCell {
  return text === null || text === "" ? null : { kind: "text", text };
}

export function codeOf(text: string | null): SheetCell {
  return text === null || text === "" ? null : { kind: "code", text };
}

export function dayOf(day: string | null): SheetCell {
  return day === null ? null : { kind: "day", day };
}

export function moneyOf(cents: number | null): SheetCell {
  return cents === null ? null : { kind: "money", cents };
}
