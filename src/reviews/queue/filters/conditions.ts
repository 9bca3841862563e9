import { type RawBuilder, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { parseDay } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { searchCommunes } from "#src/territory/index.ts";
import type { Cursor } from "../cursor.ts";
import type { Facet, QueueReader } from "./facet.ts";
import { type QueueFilter, type Sort, statesOf } from "./filter.ts";
import { readSearch } from "./search.ts";

/** A filter, with who reads it and the facets that it is made of. */
export interface Reading extends QueueReader {
  readonly filter: QueueFilter;
  readonly facets: readonly Facet[];
}

/** The aid that matters now, by which the index of the table is made: voted, else proposed, else asked. */
const aidNow = sql`coalesce(a.decided_aid, a.proposed_aid, a.requested_aid, 0)`;

/** What each order compares, its type in the database, and how a cursor's text is checked before it goes there. */
export const orders: Readonly<
  Record<
    Sort,
    { readonly by: RawBuilder<unknown>; readonly as: RawBuilder<unknown>; readonly reads: (text: string) => boolean }
  >
> = {
  submitted: { by: sql`a.submitted_at`, as: sql`timestamptz`, reads: isInstant },
  deadline: {
    by: sql`coalesce(a.implicit_refusal_on, 'infinity'::date)`,
    as: sql`date`,
    reads: (text) => text === "infinity" || parseDay(text) !== null,
  },
  amount: { by: aidNow, as: sql`bigint`, reads: (text) => /^\d{1,15}$/.test(text) },
  organisation: { by: sql`o.name`, as: sql`text`, reads: () => true },
};

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Where a page begins: the cursor that was given, where it is one of this order. */
export function cursorIn({ sort, cursor }: QueueFilter): Cursor | null {
  return cursor !== null && orders[sort].reads(cursor.value) ? cursor : null;
}

/** Which files the filter shows: over `a`, the file, and `o`, its organisation. */
export function conditions(reading: Reading, cursor: Cursor | null, descending: boolean): RawBuilder<unknown> {
  const { filter, facets } = reading;
  const all = [sql`a.state <> 'draft'`, sql`a.submitted_at IS NOT NULL`];
  if (filter.group !== null) all.push(sql`a.state IN (${sql.join(statesOf(filter.group))})`);
  for (const { name, condition } of facets) {
    const values = filter.values[name];
    if (values !== undefined) all.push(sql`${condition(values, reading)}`);
  }
  if (filter.atLeast !== null) all.push(sql`${aidNow} >= ${filter.atLeast}`);
  if (filter.atMost !== null) all.push(sql`${aidNow} <= ${filter.atMost}`);
  const search = searchCondition(filter.search);
  if (search !== null) all.push(sql`${search}`);
  if (cursor !== null) {
    const { by, as } = orders[filter.sort];
    const compared = descending ? sql`<` : sql`>`;
    all.push(sql`(${by}, a.id) ${compared} (${cursor.value}::${as}, ${cursor.id}::uuid)`);
  }
  return sql.join(all, sql` AND `);
}

/** Tells the transaction which words are searched; the policy of `application_search` does the rest. */
export async function sayWords(tx: Tx, text: string): Promise<void> {
  const search = readSearch(text);
  if (search === null || !("query" in search)) return;
  await sql`SELECT set_config('essaim.search', ${search.query}, true)`.execute(tx);
}

/** Which words is said by `sayWords`: the table shows the files that have them. */
const hasWords = sql`a.id IN (SELECT w.application_id FROM application_search w)`;

/** In one of the communes of a whole postcode. */
function inPostcode(digits: string): RawBuilder<unknown> {
  const communes = digits.length === 5 ? searchCommunes(digits, 50).map(({ code }) => code) : [];
  return sql`a.commune = ANY (${communes})`;
}

function searchCondition(text: string): RawBuilder<unknown> | null {
  const search = readSearch(text);
  if (search === null) return null;
  switch (search.kind) {
    case "number":
      return sql`a.number = ${search.number}`;
    case "digits":
      return sql`(a.number LIKE ${`%${search.digits}`} OR (length(${search.digits}) > 5 AND o.siren LIKE ${`${search.digits}%`})
        OR ${hasWords} OR ${inPostcode(search.digits)})`;
    case "siren":
      // Both sides are about the file alone, each by an index of its own: an "or" over two tables would join them whole.
      return sql`(a.organisation_id = (SELECT id FROM organisation WHERE siren = ${search.siren})
        OR a.id = ANY (ARRAY(SELECT s.application_id FROM party s WHERE s.siren = ${search.siren})))`;
    case "words":
      return hasWords;
    case "signs":
      return sql`false`;
  }
}
