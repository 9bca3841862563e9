import { type RawBuilder, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { parseDay } from "#policy/index.ts";
import { type Group, groupOf, readState, type State } from "#src/life/index.ts";
import type { AgentRole } from "#src/people/index.ts";
import { type Database, inTransaction, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { searchCommunes } from "#src/territory/index.ts";
import { reviewRights } from "../may.ts";
import type { Cursor } from "./cursor.ts";
import { type QueueHome, VOTED } from "./home.ts";
import { isPlain, type QueueFilter, readSearch, SOON_DAYS, type Sort, statesOf } from "./queue.ts";

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

interface Reading {
  readonly filter: QueueFilter;
  /** The agent who asks, for "me". */
  readonly me: string;
  readonly today: Temporal.PlainDate;
}

interface Row {
  id: string;
  number: string | null;
  title: string;
  organisation: string;
  organisation_id: string;
  siren: string;
  state: string;
  version: number;
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
  assigned_to: string | null;
  assignee: string | null;
  sort_value: string;
}

/** The aid that matters now, by which the index of the table is made: voted, else proposed, else asked. */
const aidNow = sql`coalesce(a.decided_aid, a.proposed_aid, a.requested_aid, 0)`;

/** What each order compares, its type in the database, and how a cursor's text is checked before it goes there. */
const orders: Readonly<
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
function cursorIn({ sort, cursor }: QueueFilter): Cursor | null {
  return cursor !== null && orders[sort].reads(cursor.value) ? cursor : null;
}

/** The one statement of a page, with one row more than it shows. */
function pageStatement(reading: Reading, size: number): RawBuilder<Row> {
  const { filter } = reading;
  const cursor = cursorIn(filter);
  const descending = filter.descending !== (cursor?.way === "before");
  const direction = descending ? sql`DESC` : sql`ASC`;
  const order = orders[filter.sort];
  return sql<Row>`
    SELECT a.id, a.number, a.title, o.name AS organisation, a.organisation_id, o.siren, a.state, a.version, a.route,
      a.commune, a.eligibility, a.requested_aid, a.eligible_costs, a.proposed_aid, a.decided_aid, a.submitted_at,
      a.implicit_refusal_on, a.suspended_on, a.suspended_until, a.assigned_to,
      coalesce(nullif(p.name, ''), p.email) AS assignee,
      ${order.by}::text AS sort_value
    FROM application a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN person p ON p.id = a.assigned_to
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

function cursorOf(way: Cursor["way"], sort: Sort, row: Row): Cursor {
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
    route: row.route,
    commune: row.commune,
    eligibility: row.eligibility,
    requestedAid: row.requested_aid,
    eligibleCosts: row.eligible_costs,
    proposedAid: row.proposed_aid,
    decidedAid: row.decided_aid,
    submittedAt: row.submitted_at,
    implicitRefusalOn: row.implicit_refusal_on,
    suspendedOn: row.suspended_on,
    suspendedUntil: row.suspended_until,
    assignedTo: row.assigned_to,
    assignee: row.assignee,
  };
}

/** How many files the filter shows, up to a bound past which the number says nothing more to a person. */
export async function countUpTo(tx: Tx, reading: Reading, bound: number): Promise<number> {
  await sayWords(tx, reading.filter.search);
  const { rows } = await sql<{ found: number }>`
    SELECT count(*)::int AS found FROM (
      SELECT 1 FROM application a JOIN organisation o ON o.id = a.organisation_id
      WHERE ${conditions(reading, null, false)} LIMIT ${bound}) AS shown`.execute(tx);
  return rows[0]?.found ?? 0;
}

/** What was voted of the state shown, and, where nothing narrows the list, of each state that its reader waits for. */
export async function votedTotals(
  tx: Tx,
  reading: Reading,
  waits: QueueHome["waits"],
): Promise<ReadonlyMap<State, number>> {
  const { filter } = reading;
  const states = new Set<State>(filter.state === null ? [] : [filter.state]);
  const awaited = waits.flatMap((wait) => wait.states);
  if (isPlain({ ...filter, state: null }) && awaited.some((state) => states.has(state))) {
    for (const state of awaited) states.add(state);
  }
  const totals = new Map<State, number>();
  for (const state of VOTED.filter((one) => states.has(one))) {
    totals.set(state, await votedTotal(tx, { ...reading, filter: { ...filter, group: null, state } }));
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

function conditions(reading: Reading, cursor: Cursor | null, descending: boolean): RawBuilder<unknown> {
  const { filter, me } = reading;
  const all = [sql`a.state <> 'draft'`, sql`a.submitted_at IS NOT NULL`];
  if (filter.state !== null) all.push(sql`a.state = ${filter.state}`);
  else if (filter.group !== null) all.push(sql`a.state IN (${sql.join(statesOf(filter.group))})`);
  if (filter.assignee === "me") all.push(sql`a.assigned_to = ${me}`);
  else if (filter.assignee === "nobody") all.push(sql`a.assigned_to IS NULL`);
  else if (filter.assignee !== null) all.push(sql`a.assigned_to = ${filter.assignee.person}`);
  if (filter.deadline !== null) all.push(deadlineCondition(filter.deadline, reading.today));
  if (filter.place !== null) all.push(placeCondition(filter.place));
  if (filter.verdict !== null) all.push(sql`a.eligibility = ${filter.verdict}`);
  if (filter.route !== null) all.push(sql`a.route = ${filter.route}`);
  if (filter.atLeast !== null) all.push(sql`${aidNow} >= ${filter.atLeast}`);
  if (filter.atMost !== null) all.push(sql`${aidNow} <= ${filter.atMost}`);
  const search = searchCondition(filter.search);
  if (search !== null) all.push(search);
  if (cursor !== null) {
    const { by, as } = orders[filter.sort];
    const compared = descending ? sql`<` : sql`>`;
    all.push(sql`(${by}, a.id) ${compared} (${cursor.value}::${as}, ${cursor.id}::uuid)`);
  }
  return sql.join(all, sql` AND `);
}

/** A department, or a commune with its department, which the index begins with. */
function placeCondition(place: string): RawBuilder<unknown> {
  if (place.length < 5) return sql`a.department = ${place}`;
  return sql`a.department = ${place.slice(0, place.startsWith("97") ? 3 : 2)} AND a.commune = ${place}`;
}

/** A stop that its own delay has ended no longer counts as one: the clock has run since (CRPA L114-5). */
function deadlineCondition(which: "late" | "soon" | "suspended", today: Temporal.PlainDate): RawBuilder<unknown> {
  const day = today.toString();
  const stopped = sql`(a.suspended_on IS NOT NULL AND a.suspended_until >= ${day}::date)`;
  const end = sql`(a.implicit_refusal_on + coalesce(a.suspended_until - a.suspended_on, 0))`;
  switch (which) {
    case "late":
      return sql`a.implicit_refusal_on < ${day}::date AND NOT ${stopped} AND ${end} < ${day}::date`;
    case "soon": {
      const limit = today.add({ days: SOON_DAYS }).toString();
      return sql`a.implicit_refusal_on <= ${limit}::date AND NOT ${stopped} AND ${end} BETWEEN ${day}::date AND ${limit}::date`;
    }
    case "suspended":
      return stopped;
  }
}

/** Tells the transaction which words are searched; the policy of `application_search` does the rest. */
async function sayWords(tx: Tx, text: string): Promise<void> {
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

/** How many files stand in each state. */
export type StateCounts = ReadonlyMap<State, number>;

interface Kept {
  readonly until: number;
  readonly counts: Promise<StateCounts>;
}

const kept = new WeakMap<Database, Kept>();
const KEPT_SECONDS = 20;

/**
 * The counts of the tabs. Agents all see the same files, so that one count serves them all for some seconds:
 * with 100 000 files, counting at each page would cost more than the page.
 */
export function stateCounts(db: Database): Promise<StateCounts> {
  const found = kept.get(db);
  if (found !== undefined && found.until > performance.now()) return found.counts;
  const counts = countStates(db);
  kept.set(db, { until: performance.now() + KEPT_SECONDS * 1000, counts });
  counts.catch(() => kept.delete(db));
  return counts;
}

/** An act that moves files makes the counts of this process right at once. */
export function forgetCounts(db: Database): void {
  kept.delete(db);
}

function countStates(db: Database): Promise<StateCounts> {
  return inTransaction(db, "system", async (tx) => {
    const rows = await tx
      .selectFrom("application")
      .select((eb) => ["state", eb.fn.countAll<number>().as("files")])
      .where("state", "!=", "draft")
      .groupBy("state")
      .execute();
    return new Map(rows.map((row) => [readState(row.state), Number(row.files)]));
  });
}

export function countsByGroup(counts: StateCounts): Readonly<Record<Group, number>> {
  const groups: Record<Group, number> = { "to-do": 0, completion: 0, opinion: 0, agreement: 0, closed: 0 };
  for (const [state, files] of counts) {
    const group = groupOf(state);
    if (group !== null) groups[group] += files;
  }
  return groups;
}

/** Agents who may be given files, by name. */
export interface Assignable {
  readonly id: string;
  readonly name: string;
}

export function assignableAgents(tx: Tx): Promise<readonly Assignable[]> {
  return agentsWho(tx, reviewRights.assign.roles);
}

/** Agents who have one of these roles, by name. */
export function agentsWho(tx: Tx, roles: readonly AgentRole[]): Promise<readonly Assignable[]> {
  return tx
    .selectFrom("person")
    .select(["person.id", sql<string>`coalesce(nullif(person.name, ''), person.email)`.as("name")])
    .modifyFront(plannedOnce)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("agent_role")
          .select("agent_role.role")
          .whereRef("agent_role.person_id", "=", "person.id")
          .where("agent_role.role", "in", roles),
      ),
    )
    .orderBy("person.name")
    .execute();
}
