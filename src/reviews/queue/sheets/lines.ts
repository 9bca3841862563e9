import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { Reading } from "../filters/conditions.ts";
import { type QueueRow, queuePage, queueRows } from "../queue-store.ts";
import type { SheetCell, SheetColumn, SheetReader } from "./sheet.ts";

const BATCH = 1000;

/** What a sheet holds: the files of a list in its order, or those that were chosen. */
export type SheetOf = { readonly list: Omit<Reading, keyof SheetReader> } | { readonly chosen: readonly string[] };

/**
 * The lines of a sheet, by batches. Each batch is one short transaction in the visitor's name, so that a long export
 * holds nothing.
 */
export async function* sheetLines(
  world: World,
  visitor: SignedVisitor,
  of: SheetOf,
  columns: readonly SheetColumn[],
  reader: SheetReader,
): AsyncGenerator<readonly (readonly SheetCell[])[]> {
  for await (const rows of batches(world, visitor, of, reader)) {
    yield await inTransaction(world.db, readerOf(visitor), (tx) => linesOf(tx, rows, columns, reader));
  }
}

async function* batches(
  world: World,
  visitor: SignedVisitor,
  of: SheetOf,
  reader: SheetReader,
): AsyncGenerator<readonly QueueRow[]> {
  if ("chosen" in of) {
    yield await inTransaction(world.db, readerOf(visitor), (tx) => queueRows(tx, of.chosen));
    return;
  }
  let filter = of.list.filter;
  for (;;) {
    const reading = { ...of.list, ...reader, filter };
    const { rows, next } = await inTransaction(world.db, readerOf(visitor), (tx) => queuePage(tx, reading, BATCH));
    yield rows;
    if (next === null) return;
    filter = { ...filter, cursor: next };
  }
}

async function linesOf(
  tx: Tx,
  rows: readonly QueueRow[],
  columns: readonly SheetColumn[],
  reader: SheetReader,
): Promise<readonly (readonly SheetCell[])[]> {
  const read = new Map<string, ReadonlyMap<string, SheetCell>>();
  for (const { key, cells } of columns) if (cells !== undefined) read.set(key, await cells(tx, rows, reader));
  return rows.map((row) => columns.map(({ key, cell }) => cell?.(row, reader) ?? read.get(key)?.get(row.id) ?? null));
}
