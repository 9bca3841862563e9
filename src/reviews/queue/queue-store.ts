import { type RawBuilder, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { readState, type State } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Cursor } from "./cursor.ts";
import { conditions, cursorIn, orders, type Reading, sayWords } from "./filters/conditions.ts";
import { decidedInCommittee } from "./filters/decided-in-committee.ts";
import { isPlain, type Sort, STATE, valuesOf, withValues } from "./filters/filter.ts";
import { type QueueHome, VOTED } from "./home.ts";

/** One line of the queue. Money in cents, days as ISO text. */
export interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly siren: string;
  readonly state: State;
  readonly version: number;
  readonly revision: number;
  readonly scheme: string;
  readonly framework: string;
  readonly callId: string | null;
  readonly route: string | null;
  readonly commune: string | null;
  readonly eligibility: string | null;
  readonly requestedAid: number | null;
  readonly eligibleCosts: number | null;
  readonly proposedAid: number | null;
  readonly decidedAid: number | null;
  readonly submittedAt: Temporal.Instant;
  readonly implicitRefusalOn: string | null;
  readonly suspendedOn: string | null;
  readonly suspendedUntil: string | null;
  readonly committeeDecidedOn: string | null;
  readonly assignedTo: string | null;
  readonly assignee: string | null;
}

/** The amount that the column shows, the order follows and the filter bounds: voted, else proposed, else asked. */
export function aidOf(row: Pick<QueueRow, "decidedAid" | "proposedAid" | "requestedAid">): number | null {
  return row.decidedAid ?? row.proposedAid ?? row.requestedAid;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly previous: Cursor | null;
  readonly next: Cursor | null;
}

export const PAGE_SIZE = 50;

interface Row {
  id: string;
  number: string | null;
  title: string;
  organisation: string;
  organisation_id: string;
  siren: string;
  state: string;
  version: number;
  revision: number;
  scheme: string;
  framework: string;
  call_id: string | null;
  route: string | null;
  commune: string | null;
  eligibility: string | null;
  requested_aid: number | null;
  eligible_costs: number | null;
  proposed_aid: number | null;
  decided_aid: number | null;
  submitted_at: Temporal.Instant;
  implicit_refusal_on: string | null;
  suspended_on: string | null;
  suspended_until: string | null;
  committee_decided_on: string | null;
  assigned_to: string | null;
  assignee: string | null;
  sort_value: string;
}

const columns = sql`a.id, a.number, a.title, o.name AS organisation, a.organisation_id, o.siren, a.state, a.version, a.revision,
      a.scheme, a.framework, a.call_id, a.route, a.commune, a.eligibility, a.requested_aid, a.eligible_costs, a.proposed_aid,
      a.decided_aid, a.submitted_at, a.implicit_refusal_on, a.suspended_on, a.suspended_until, a.assigned_to,
      ${decidedInCommittee} AS committee_decided_on,
      coalesce(nullif(p.name, ''), p.email) AS assignee`;
const tables = sql`application a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN person p ON p.id = a.assigned_to`;

/** The one statement of a page, with one row more than it shows. */
function pageStatement(reading: Reading, size: number): RawBuilder<Row> {
  const { filter } = reading;
  const cursor = cursorIn(filter);
  const descending = filter.descending !== (cursor?.way === "before");
  const direction = descending ? sql`DESC` : sql`ASC`;
  const order = orders[filter.sort];
  return sql<Row>`
    SELECT ${columns}, ${order.by}::text AS sort_value
    FROM ${tables}
    WHERE ${conditions(reading, cursor, descending)}
    ORDER BY ${order.by} ${direction}, a.id ${direction}
    LIMIT ${size + 1}`;
}

/** How PostgreSQL would read a page, in the transaction's reader's name: which index it would go by. */
export async function explainPage(tx: Tx, reading: Reading): Promise<string> {
  await sayWords(tx, reading.filter.search);
  const plan = await sql<Record<string, string>>`EXPLAIN (COSTS OFF) ${pageStatement(reading, PAGE_SIZE)}`.execute(tx);
  return plan.rows.flatMap((row) => Object.values(row)).join("\n");
}

/** One page of the queue, in the transaction's reader's name. */
export async function queuePage(tx: Tx, reading: Reading, size = PAGE_SIZE): Promise<QueuePage> {
  const { sort } = reading.filter;
  const cursor = cursorIn(reading.filter);
  const backwards = cursor?.way === "before";
  await sayWords(tx, reading.filter.search);
  const found = await pageStatement(reading, size).execute(tx);
  const more = found.rows.length > size;
  const kept = found.rows.slice(0, size);
  if (backwards) kept.reverse();
  const first = kept[0];
  const last = kept.at(-1);
  const hasPrevious = backwards ? more : cursor !== null;
  const hasNext = backwards ? true : more;
  return {
    rows: kept.map(read),
    previous: hasPrevious && first !== undefined ? cursorOf("before", sort, first) : null,
    next: hasNext && last !== undefined ? cursorOf("after", sort, last) : null,
  };
}

/** The rows of files by their ids, in the order of these; those that the reader may not read are left out. */
export async function queueRows(tx: Tx, ids: readonly string[]): Promise<readonly QueueRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT ${columns}, '' AS sort_value FROM ${tables}
    WHERE a.id = ANY (${[...ids]}::uuid[]) AND a.submitted_at IS NOT NULL`.execute(tx);
  const byId = new Map(rows.map((row) => [row.id, read(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where a file stands in this order, so that a page can begin beside it; null where it is not there for the reader. */
export async function cursorAt(tx: Tx, sort: Sort, id: string, way: Cursor["way"]): Promise<Cursor | null> {
  const { rows } = await sql<Pick<Row, "id" | "submitted_at" | "sort_value">>`
    SELECT a.id, a.submitted_at, ${orders[sort].by}::text AS sort_value
    FROM application a JOIN organisation o ON o.id = a.organisation_id
    WHERE a.id = ${id} AND a.submitted_at IS NOT NULL`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : cursorOf(way, sort, row);
}

function cursorOf(way: Cursor["way"], sort: Sort, row: Pick<Row, "id" | "submitted_at" | "sort_value">): Cursor {
  // The instant is written as Temporal does, so that a cursor is the same whatever the session's time zone.
  return { way, value: sort === "submitted" ? row.submitted_at.toString() : row.sort_value, id: row.id };
}

function read(row: Row): QueueRow {
  return {
    id: row.id,
    number: row.number ?? "",
    title: row.title,
    organisation: row.organisation,
    organisationId: row.organisation_id,
    siren: row.siren,
    state: readState(row.state),
    version: row.version,
    revision: row.revision,
    scheme: row.scheme,
    framework: row.framework,
    callId: row.call_id,
    route: row.route,
    commune: row.commune,
    eligibility: row.eligibility,
    requestedAid: row.requested_aid,
    eligibleCosts: row.eligible_costs,
    proposedAid: row.proposed_aid,
    decidedAid: row.decided_aid,
    submittedAt: row.submitted_at,
    implicitRefusalOn: row.implicit_refusal_on,
    committeeDecidedOn: row.committee_decided_on,
    suspendedOn: row.suspended_on,
    suspendedUntil: row.suspended_until,
    assignedTo: row.assigned_to,
    assignee: row.assignee,
  };
}

/** Which files the filter shows, in its order, with the version that each is at: what « choose all » chooses. */
export async function chosenApplications(
  tx: Tx,
  reading: Reading,
  bound: number,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  await sayWords(tx, reading.filter.search);
  const { rows } = await pageStatement({ ...reading, filter: { ...reading.filter, cursor: null } }, bound - 1).execute(
    tx,
  );
  return rows.map(({ id, version }) => ({ id, version }));
}

/** What was voted of the state shown, and, where nothing narrows the list, of each state that its reader waits for. */
export async function votedTotals(
  tx: Tx,
  reading: Reading,
  waits: QueueHome["waits"],
): Promise<ReadonlyMap<State, number>> {
  const { filter } = reading;
  const states = new Set(valuesOf(filter, STATE));
  const awaited = waits.flatMap((wait) => wait.states);
  if (isPlain(withValues(filter, STATE, [])) && awaited.some((state) => states.has(state))) {
    for (const state of awaited) states.add(state);
  }
  const totals = new Map<State, number>();
  for (const state of VOTED.filter((one) => states.has(one))) {
    totals.set(state, await votedTotal(tx, { ...reading, filter: withValues(filter, STATE, [state]) }));
  }
  return totals;
}

/** What the files that the filter shows were voted, in cents. */
export async function votedTotal(tx: Tx, reading: Reading): Promise<number> {
  await sayWords(tx, reading.filter.search);
  const { rows } = await sql<{ total: number }>`
    SELECT coalesce(sum(a.decided_aid), 0)::bigint AS total
    FROM application a JOIN organisation o ON o.id = a.organisation_id
    WHERE ${conditions(reading, null, false)}`.execute(tx);
  return rows[0]?.total ?? 0;
}
