import type { Tx } from "#src/platform/database/database.ts";
import { type Query, queryString } from "#src/urls.ts";
import type { Reading } from "./filters/conditions.ts";
import type { Facet } from "./filters/facet.ts";
import { type HomeFilter, type QueueFilter, queryOf, readFilter, withoutPage } from "./filters/filter.ts";
import { cursorAt, queuePage } from "./queue-store.ts";

/** The parameter under which the address of a file keeps the list one came from. */
export const LIST = "liste";

/** What the address of a file says of the list that leads to it: `?liste=vue%3Da-instruire%26tri%3Ddelai`. */
export function listQuery(filter: QueueFilter): Query {
  return { [LIST]: queryString(queryOf(withoutPage(filter))).slice(1) };
}

/** The list one came from, as an address says it; null where it says none. Only what the queue itself writes is kept. */
export function readList(query: URLSearchParams, home: HomeFilter, facets: readonly Facet[]): QueueFilter | null {
  const list = query.get(LIST) ?? "";
  return list === "" ? null : withoutPage(readFilter(new URLSearchParams(list), home, facets));
}

/** A file of the list beside another one. */
export interface Neighbour {
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
}

export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/**
 * The files before and after one of a list, in the list's order, in the transaction's reader's name. A file that has left
 * the list since (its state changed) keeps its place in the order: what followed it still does. Null where the file is
 * not there for this reader.
 */
export async function neighbours(tx: Tx, list: Reading, file: string): Promise<Neighbours | null> {
  const here = await cursorAt(tx, list.filter.sort, file, "after");
  if (here === null) return null;
  const beside = async (way: "before" | "after"): Promise<Neighbour | null> => {
    const cursor = { ...here, way };
    const { rows } = await queuePage(tx, { ...list, filter: { ...list.filter, cursor } }, 1);
    const [row] = rows;
    return row === undefined ? null : { id: row.id, number: row.number, organisation: row.organisation };
  };
  return { previous: await beside("before"), next: await beside("after") };
}
